public import ControlModel
public import ControlTrust
import Synchronization

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
    self.trace = trace
  }

  /// All records of a type, in order of file and place.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The records; empty where there are none.
  public func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    trace?.note(R.recordName)
    return inventory.records(type)
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
  public func first<R: EvidenceRecord>(_ type: R.Type, _ key: String?) -> R? {
    trace?.note(R.recordName)
    guard let key else { return nil }
    return indices.index(type, by: "key", of: inventory) { [$0.recordKey] }[key]?.first
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
    return indices.index(type, by: AnyHashable(field as AnyKeyPath), of: inventory) {
      [$0[keyPath: field]]
    }[value] ?? []
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
    return indices.index(type, by: AnyHashable(field as AnyKeyPath), of: inventory) { record in
      record[keyPath: field].map { [$0] } ?? []
    }[value] ?? []
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
    return indices.index(type, by: AnyHashable(field as AnyKeyPath), of: inventory) {
      $0[keyPath: field] ?? []
    }[value] ?? []
  }

  /// Who can become whom, who holds what, and what each may do at the as-of time, by the evidence
  /// alone.
  ///
  /// Built at its first use and then shared.
  public var trust: TrustGraph {
    trace?.noteAllTypes()
    return indices.trust(of: inventory, at: asOf)
  }
}

/// Indices over the records of one subject, each built at its first use.
private final class IndexStore: Sendable {
  private struct Name: Hashable, Sendable {
    let type: ObjectIdentifier
    let field: Field
  }

  private enum Field: Hashable, @unchecked Sendable {
    // A key path is immutable; AnyHashable only hides that it is Sendable.
    case named(AnyHashable)
  }

  private struct Contents: Sendable {
    var tables: [Name: any Sendable] = [:]
    var trust: TrustGraph?
  }

  private let contents = Mutex(Contents())

  func index<R: EvidenceRecord>(
    _ type: R.Type,
    by field: AnyHashable,
    of inventory: Inventory,
    keys: (R) -> [String]
  ) -> [String: [R]] {
    let name = Name(type: ObjectIdentifier(type), field: .named(field))
    if let built = contents.withLock({ $0.tables[name] }) as? [String: [R]] { return built }
    var table: [String: [R]] = [:]
    for record in inventory.records(type) {
      for key in keys(record) { table[key, default: []].append(record) }
    }
    contents.withLock { [table] in $0.tables[name] = table }
    return table
  }

  /// The graph at a time; the last one is kept, since scopes of one time are used together.
  func trust(of inventory: Inventory, at instant: Instant) -> TrustGraph {
    if let built = contents.withLock({ $0.trust }), built.asOf == instant { return built }
    let graph = TrustGraph(inventory, asOf: instant)
    contents.withLock { $0.trust = graph }
    return graph
  }
}
