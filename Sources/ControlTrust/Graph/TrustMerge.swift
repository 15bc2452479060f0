public import ControlModel

/// Two names that evidence says belong to one thing.
public struct TrustMerge: Sendable, Hashable {
  /// The name that the node carries.
  public let id: String
  /// The other name.
  public let alias: String
  /// Why they are one, in words.
  public let reason: String
  /// The record that says so.
  public let locator: Locator
}

/// A name that two things claim: nobody is merged by a guess, and what refers to it is open.
public struct DoubtfulMerge: Sendable, Hashable {
  /// The name.
  public let alias: String
  /// The things that claim it, in order.
  public let claimants: [String]
  /// The record of the later claim.
  public let locator: Locator
}

/// A record that refers to a thing which no record describes: a broken join.
public struct LooseEnd: Sendable, Hashable {
  /// The thing that is referred to.
  public let node: Int
  /// What refers to it.
  public let from: Int
  /// How.
  public let kind: TrustEdge.Kind
  /// The record that refers to it.
  public let locator: Locator
}
