public import ControlTesting

/// The deviations of a subject from several statements, each about its record: all of them, and not
/// the first alone.
public struct DeviationList {
  /// What was found, in the order of the statements.
  public private(set) var all: [Deviation] = []

  /// Creates a list that holds nothing.
  public init() {}

  /// Makes a statement and keeps its deviation where it does not hold.
  ///
  /// - Parameters:
  ///   - record: The record it is about, where the deviation names none; `nil`: the subject.
  ///   - statement: The statement.
  /// - Throws: Whatever the statement throws that is no ``Deviation``: then nobody can judge.
  public mutating func hold(
    _ record: (any EvidenceRecord)? = nil,
    _ statement: () throws -> Void
  ) throws {
    do {
      try statement()
    } catch var deviation as Deviation {
      if deviation.record == nil, let record { deviation.record = RecordReference(record) }
      all.append(deviation)
    }
  }

  /// Notes a deviation.
  ///
  /// - Parameters:
  ///   - attribute: What deviates.
  ///   - expected: What was needed.
  ///   - observed: What was found.
  ///   - record: The record that deviates; `nil`: the subject.
  public mutating func note(
    _ attribute: String,
    expected: String,
    observed: String,
    record: (any EvidenceRecord)? = nil
  ) {
    all.append(Deviation(attribute, expected: expected, observed: observed, record: record))
  }

  /// Takes in a deviation.
  ///
  /// - Parameter deviation: The deviation, with its record where it has one.
  public mutating func append(_ deviation: Deviation) { all.append(deviation) }
}
