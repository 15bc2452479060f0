public import Foundation

/// A set of evidence of a chosen size, with known answers.
public struct Workload: Sendable {
  /// What the evidence is about.
  public enum Family: String, Sendable, CaseIterable {
    /// W1: an inventory of non-human identities with their credentials and grants.
    case identities
    /// W2: a log of agents' tool calls with the decisions on them and the registers behind.
    case calls
    /// W3: a graph that another tool made.
    case graph
  }

  /// What the evidence is about.
  public let family: Family
  /// How many identities or calls there are.
  public let size: Int
  /// What the random numbers start from; the same seed gives the same bytes.
  public let seed: UInt64
  /// Whether one line in a thousand of the log cannot be read.
  public let hasBrokenLines: Bool
  /// How many times more records deviate than usual.
  public let faultFactor: Int

  /// Describes a workload.
  ///
  /// - Parameters:
  ///   - family: What the evidence is about.
  ///   - size: How many identities or calls there are, from 1.
  ///   - seed: What the random numbers start from.
  ///   - hasBrokenLines: Whether one line in a thousand of the log cannot be read.
  ///   - faultFactor: How many times more records deviate than usual, from 1 to 30.
  public init(
    _ family: Family,
    size: Int,
    seed: UInt64 = 1,
    hasBrokenLines: Bool = false,
    faultFactor: Int = 1
  ) {
    self.family = family
    self.size = size
    self.seed = seed
    self.hasBrokenLines = hasBrokenLines
    self.faultFactor = min(30, max(1, faultFactor))
  }

  /// Up to which size the keys of deviating records are kept beside their counts.
  public static let largestWithKeys = 100_000

  /// Writes the workload: a folder `evidence` with one subject in it, and `answers.json`.
  ///
  /// - Parameter folder: Where to; it is made.
  /// - Returns: What must be found.
  /// - Throws: Any error of the file system, such as a full disk.
  public func write(to folder: URL) throws -> Answers {
    let evidence = folder.appendingPathComponent("evidence")
    let answers: Answers
    switch family {
    case .identities: answers = try IdentityWorkload(self).write(in: evidence)
    case .calls: answers = try CallWorkload(self).write(in: evidence)
    case .graph: answers = try GraphWorkload(self).write(in: evidence)
    }
    try answers.write(to: folder.appendingPathComponent("answers.json"))
    return answers
  }

  /// Answers to which nothing was noted.
  func answers(_ controls: [String]) -> Answers {
    Answers(controls: controls, keepsKeys: size <= Self.largestWithKeys)
  }
}
