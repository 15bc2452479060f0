public import ControlModel

/// What of a record is not as it must be.
///
/// Throw it, or return it from a subject's check.
public struct Deviation: Error, Sendable, Hashable, Codable {
  /// What deviates, such as `age`.
  public var attribute: String
  /// What was needed, in words and units.
  public var expected: String
  /// What was found, in words and units.
  public var observed: String
  /// The record that deviates; `nil`: the record being judged, or the subject as a whole.
  public var record: RecordReference?
  /// The hops of the trust chain that lead here; empty where none is involved.
  public var path: [String]

  /// States a deviation.
  ///
  /// - Parameters:
  ///   - attribute: What deviates.
  ///   - expected: What was needed, in words and units.
  ///   - observed: What was found, in words and units.
  ///   - record: The record, where it is not the one being judged.
  ///   - path: The hops of the trust chain that lead here.
  public init(
    _ attribute: String,
    expected: String,
    observed: String,
    record: (any EvidenceRecord)? = nil,
    path: [String] = []
  ) {
    self.attribute = attribute
    self.expected = expected
    self.observed = observed
    self.record = record.map { RecordReference($0) }
    self.path = path
  }
}

/// Which record is meant, and where it stands.
public struct RecordReference: Sendable, Hashable, Codable {
  /// The record type's name.
  public var recordType: String
  /// The record's key.
  public var key: String
  /// The record's place.
  public var locator: Locator

  /// Refers to a record.
  ///
  /// - Parameter record: The record.
  public init(_ record: any EvidenceRecord) {
    recordType = type(of: record).recordName
    key = record.recordKey
    locator = record.locator
  }
}

/// Why a record could not be judged, where the evidence does not carry what the check needs.
public struct CannotJudge: Error, Sendable, Hashable, CustomStringConvertible {
  /// Why.
  public var description: String

  /// States why a record cannot be judged.
  ///
  /// - Parameter reason: The reason in words, without any secret value.
  public init(_ reason: String) { description = reason }
}
