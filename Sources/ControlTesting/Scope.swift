public import ControlModel
public import ControlTrust

/// What a check may ask beside the record it judges: the subject, the time, the policy, and other
/// records by key.
///
/// A check never touches files or clocks: two runs of it on one scope give the same result.
public struct Scope: Sendable {
  /// The subject that is judged.
  public var subject: Subject { inventory.subject }
  /// The tier that is sought.
  public let tier: Tier
  /// The time the assessment is made for.
  ///
  /// Every age is measured at it.
  public var asOf: Instant {
    trace?.noteTime()
    return instant
  }
  /// The policy in force.
  public let policy: Policy
  /// The subject's evidence.
  package let inventory: Inventory
  private let instant: Instant
  private let indices: IndexStore
  private let reader: ScopeReader
  private let trace: ScopeTrace?

  /// Creates the scope of one subject.
  ///
  /// - Parameters:
  ///   - inventory: The subject's evidence.
  ///   - tier: The tier that is sought.
  ///   - asOf: The time the assessment is made for.
  ///   - policy: The policy in force.
  public init(inventory: Inventory, tier: Tier, asOf: Instant, policy: Policy) {
    self.inventory = inventory
    self.tier = tier
    instant = asOf
    self.policy = policy
    indices = IndexStore()
    reader = ScopeReader(inventory, indices)
    trace = nil
  }

  /// A scope of the same evidence at another time, with what is asked of it noted.
  ///
  /// - Parameters:
  ///   - other: The scope whose evidence, policy and indices are shared.
  ///   - asOf: The time the assessment is made for.
  ///   - trace: Where it is noted what a check asks for; `nil`: nowhere.
  package init(_ other: Scope, asOf: Instant, trace: ScopeTrace?) {
    inventory = other.inventory
    tier = other.tier
    instant = asOf
    policy = other.policy
    indices = other.indices
    reader = other.reader
    self.trace = trace
  }

  private init(_ other: Scope, reader: ScopeReader) {
    inventory = other.inventory
    tier = other.tier
    instant = other.instant
    policy = other.policy
    indices = other.indices
    self.reader = reader
    trace = other.trace
  }

  /// The same scope for the use of one thread: what it hands out is retained and released by that
  /// thread alone.
  ///
  /// - Returns: The scope; its indices are shared.
  package func forWorker() -> Scope { Scope(self, reader: ScopeReader(inventory, indices)) }

  /// Notes that a statement was looked for, where it is noted what a check asks for.
  func note(_ sought: @autoclosure () -> StatementSought) { trace?.note(sought()) }

  /// The rows of a type in blocks that this scope alone holds, in order.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The blocks; empty where there are no records.
  package func blocks(_ type: any EvidenceRecord.Type) -> [RecordBlock] {
    trace?.note(type.recordName)
    return reader.blocks(type)
  }

  /// All records of a type, in order of file and place.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The records; empty where there are none.
  public func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    trace?.note(R.recordName)
    return reader.records(type)
  }

  /// The record with a key, or `nil`.
  ///
  /// Where several share it, the first one.
  ///
  /// - Parameters:
  ///   - type: The record type.
  ///   - key: The record's key; `nil` finds nothing.
  /// - Returns: The record.
  /// - Complexity: O(1) after the first look-up in a type, which is O(*n*).
  @inlinable
  public func first<R: EvidenceRecord>(_ type: R.Type, _ key: String?) -> R? {
    guard let key, let row = firstRow(type, key) else { return nil }
    return R(row: row)
  }

  /// The row of the record with a key; one call that is the same for all types.
  @usableFromInline
  func firstRow(_ type: any EvidenceRecord.Type, _ key: String) -> RecordRow? {
    trace?.note(type.recordName)
    return reader.index(type).first(key)
  }

  /// The records whose field holds a value, in order.
  ///
  /// - Parameters:
  ///   - type: The record type.
  ///   - field: The field.
  ///   - value: The value; `nil` finds nothing.
  /// - Returns: The records; empty where there are none.
  /// - Complexity: O(1) after the first look-up by the field, which is O(*n*).
  public func all<R: EvidenceRecord>(
    _ type: R.Type,
    where field: any (KeyPath<R, String> & Sendable),
    is value: String?
  ) -> [R] {
    trace?.note(R.recordName)
    guard let value else { return [] }
    let index = reader.index(type, field) {
      if let number = R.layout.textField(field) { return .text(number) }
      return .computed { [R(row: $0)[keyPath: field]] }
    }
    return index.records(value)
  }

  /// The records whose field, where it is recorded, holds a value, in order.
  ///
  /// - Parameters:
  ///   - type: The record type.
  ///   - field: The field.
  ///   - value: The value; `nil` finds nothing.
  /// - Returns: The records; empty where there are none.
  /// - Complexity: O(1) after the first look-up by the field, which is O(*n*).
  public func all<R: EvidenceRecord>(
    _ type: R.Type,
    where field: any (KeyPath<R, String?> & Sendable),
    is value: String?
  ) -> [R] {
    trace?.note(R.recordName)
    guard let value else { return [] }
    let index = reader.index(type, field) {
      if let number = R.layout.textField(field) { return .text(number) }
      return .computed { R(row: $0)[keyPath: field].map { [$0] } ?? [] }
    }
    return index.records(value)
  }

  /// The records whose list holds a value, in order.
  ///
  /// - Parameters:
  ///   - type: The record type.
  ///   - field: The list.
  ///   - value: The value; `nil` finds nothing.
  /// - Returns: The records; empty where there are none.
  /// - Complexity: O(1) after the first look-up by the field, which is O(*n*).
  public func all<R: EvidenceRecord>(
    _ type: R.Type,
    where field: any (KeyPath<R, [String]?> & Sendable),
    contains value: String?
  ) -> [R] {
    trace?.note(R.recordName)
    guard let value else { return [] }
    let index = reader.index(type, field) {
      if let number = R.layout.textField(field) { return .texts(number) }
      return .computed { R(row: $0)[keyPath: field] ?? [] }
    }
    return index.records(value)
  }

  /// Who can become whom, who holds what, and what each may do at the as-of time, by the evidence
  /// alone.
  ///
  /// Built at its first use and then shared.
  public var trust: TrustGraph {
    trace?.noteAllTypes()
    return indices.trust(of: inventory, at: asOf)
  }

  /// The ways from the agents of this scope's graph, worked out once.
  func waysFromAgents(in graph: TrustGraph) -> NearestWays { indices.waysFromAgents(in: graph) }
}

extension RecordIndex {
  /// The records that hold a text, in order.
  fileprivate func records<R: EvidenceRecord>(_ text: String) -> [R] {
    var records: [R] = []
    forEach(text) { records.append(R(row: $0)) }
    return records
  }
}
