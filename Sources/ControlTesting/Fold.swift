public import ControlModel

/// A check that needs its whole population in one pass, such as the reuse of a credential.
///
/// The engine may split the population into shards, observe each with a fold of its own and merge
/// them in order: `merge` must be associative, and observing a shard after another must equal
/// merging the folds of the two.
public protocol Fold: Sendable {
  /// The population's record type.
  associatedtype Record: EvidenceRecord

  /// Creates a fold that has observed nothing.
  init()

  /// Whether a record is in the population; all are where this is left out.
  static func isMember(_ record: Record, _ scope: Scope) -> Bool

  /// Takes in one record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - scope: The subject, policy and look-ups.
  /// - Throws: Any error where the record cannot be judged.
  mutating func observe(_ record: Record, _ scope: Scope) throws

  /// Takes in what another fold observed in the records after this one's.
  ///
  /// - Parameter later: The other fold.
  mutating func merge(_ later: Self)

  /// What deviates, once all records were observed.
  ///
  /// - Parameter scope: The subject, policy and look-ups.
  /// - Returns: Each deviation with its record.
  func deviations(_ scope: Scope) -> [Deviation]
}

extension Fold {
  /// Every record is in the population.
  public static func isMember(_ record: Record, _ scope: Scope) -> Bool { true }
}
