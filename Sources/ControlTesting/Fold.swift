public import ControlModel

/// A state that is gathered from records in one pass, and says at the end what deviates.
///
/// The engine may split the records into shards, gather a state from each, on other threads or other
/// machines, and merge the states in order: `merge` must be associative, and gathering from a shard
/// after another must equal merging the states of the two.
///
/// A state travels between processes, so it is `Codable`, and it outlives the records it was
/// gathered from: it holds values of theirs (texts, instants, a ``RecordReference``), never records.
/// Where order matters, keep keys in ``Sightings`` rather than in a dictionary.
public protocol Gathering: Sendable, Codable {
  /// Creates a state that has seen nothing.
  init()

  /// The record types that are looked at beside a population; none where this is left out.
  ///
  /// They are observed after the population, one type after the other in the order listed. Their
  /// records are not counted as judged.
  static var watched: [Watched<Self>] { get }

  /// Takes in what another state gathered from the records after this one's.
  ///
  /// - Parameter later: The other state.
  mutating func merge(_ later: Self)

  /// What deviates, once all records were observed.
  ///
  /// - Parameter scope: The subject, policy and look-ups.
  /// - Returns: Each deviation with its record.
  /// - Throws: A single ``Deviation``, or any other error where the subject cannot be judged.
  func deviations(_ scope: Scope) throws -> [Deviation]
}

extension Gathering {
  /// Nothing is looked at beside the population.
  public static var watched: [Watched<Self>] { [] }
}

/// A check that needs its whole population in one pass, such as the reuse of a credential.
public protocol Fold: Gathering {
  /// The population's record type.
  associatedtype Record: EvidenceRecord

  /// Whether a record is in the population; all are where this is left out.
  static func isMember(_ record: Record, _ scope: Scope) -> Bool

  /// Takes in one record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - scope: The subject, policy and look-ups.
  /// - Throws: Any error where the record cannot be judged.
  mutating func observe(_ record: Record, _ scope: Scope) throws
}

extension Fold {
  /// Every record is in the population.
  public static func isMember(_ record: Record, _ scope: Scope) -> Bool { true }
}

/// A record type that a state looks at beside its population.
///
/// ```swift
/// static var watched: [Watched<Self>] {
///   [Watched(ToolCall.self) { state, call, scope in state.note(call, scope) }]
/// }
/// ```
public struct Watched<State: Gathering>: Sendable {
  let member: PassMember

  /// Looks at every record of a type.
  ///
  /// - Parameters:
  ///   - type: The record type.
  ///   - observe: Takes in one record. A ``Deviation`` that it throws is a finding about the record;
  ///     any other error means that the record could not be judged.
  public init<Record: EvidenceRecord>(
    _ type: Record.Type,
    observe: @escaping @Sendable (inout State, Record, Scope) throws -> Void
  ) {
    member = PassMember(type) { batch, context, partial in
      let scope = context.scope
      partial.withState(State.self) { state, partial in
        for index in batch.rows {
          let record = Record(row: RecordRow(block: batch.block, index: Int32(index)))
          do {
            try observe(&state, record, scope)
          } catch {
            partial.note(error, of: record, context.rule)
          }
        }
      }
    }
  }
}
