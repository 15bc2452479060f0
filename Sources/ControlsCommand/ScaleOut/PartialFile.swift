import ControlAssessment
import ControlModel
import ControlTesting
import Foundation

/// The partial result of one shard, as it travels from a worker to the merge.
struct PartialFile {
  /// The form of the file; another one is refused.
  static let form = "control-testing/partial/1"

  /// SHA-256 of the plan file.
  let plan: String
  /// The shard's id in the plan.
  let shard: String
  /// SHA-256 of the bytes that were judged.
  let sha256: String
  /// SHA-256 over the controls, of the policy and of the waivers.
  let suites: String
  let policy: String
  let waivers: String
  let subject: String
  let path: String
  let result: ShardResult
  /// How many examples each tally keeps.
  let kept: Int
}

extension PartialFile {
  fileprivate enum Keys: String, CodingKey {
    case form, plan, shard, sha256, suites, policy, waivers, subject, path, kept, result
  }
}

extension PartialFile: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(Self.form, forKey: .form)
    try container.encode(plan, forKey: .plan)
    try container.encode(shard, forKey: .shard)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(suites, forKey: .suites)
    try container.encode(policy, forKey: .policy)
    try container.encode(waivers, forKey: .waivers)
    try container.encode(subject, forKey: .subject)
    try container.encode(path, forKey: .path)
    try container.encode(kept, forKey: .kept)
    try result.encode(
      to: container.superEncoder(forKey: .result),
      kept: kept,
      subject: subject
    )
  }
}

extension PartialFile: DecodableWithConfiguration {
  init(from decoder: any Decoder, configuration controls: [Control]) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    let form = try container.decode(String.self, forKey: .form)
    guard form == Self.form else {
      throw DecodingError.dataCorruptedError(
        forKey: .form,
        in: container,
        debugDescription: "the form \(form) instead of \(Self.form)"
      )
    }
    plan = try container.decode(String.self, forKey: .plan)
    shard = try container.decode(String.self, forKey: .shard)
    sha256 = try container.decode(String.self, forKey: .sha256)
    suites = try container.decode(String.self, forKey: .suites)
    policy = try container.decode(String.self, forKey: .policy)
    waivers = try container.decode(String.self, forKey: .waivers)
    subject = try container.decode(String.self, forKey: .subject)
    path = try container.decode(String.self, forKey: .path)
    kept = try container.decode(Int.self, forKey: .kept)
    result = try ShardResult(from: container.superDecoder(forKey: .result), of: controls)
  }
}

/// A file that was read with the text that two copies of one shard must share.
struct ReadPartial {
  let name: String
  let file: PartialFile
  /// The JSON with the elements of what folds gathered in an order of their own: a set has none, and
  /// two honest runs may write its elements differently.
  let comparable: String

  /// Reads a partial.
  ///
  /// - Throws: ``Diagnostic`` where the file is no partial of these controls.
  init(_ bytes: [UInt8], name: String, controls: [Control]) throws(Diagnostic) {
    self.name = name
    do {
      let data = Data(bytes)
      file = try JSONDecoder().decode(PartialFile.self, from: data, configuration: controls)
      comparable = Self.comparable(try JSONSerialization.jsonObject(with: data))
    } catch {
      throw Diagnostic(
        .partialMalformed,
        at: Locator(path: name),
        found: "\(error)".prefix(200).description,
        needed: "what controls worker wrote, whole",
        remedy: "run the worker for this shard again"
      )
    }
  }

  private static func comparable(_ value: Any) -> String {
    switch value {
    case let object as [String: Any]:
      let members = object.sorted { $0.key < $1.key }.map { "\($0.key):\(comparable($0.value))" }
      return "{\(members.joined(separator: ","))}"
    case let array as [Any]:
      return "[\(array.map(comparable).sorted().joined(separator: ","))]"
    default: return "\(value)"
    }
  }
}
