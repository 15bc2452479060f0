public import ControlModel

/// States what an attribute of a record must be.
///
/// - Parameters:
///   - attribute: What is looked at, such as `age`: the finding names it.
///   - value: Its value; `nil`, which is not recorded, never holds.
///   - comparator: What it must be.
/// - Throws: A ``Deviation`` with what was expected and observed, where it does not hold.
@inlinable
public func expect<Value>(
  _ attribute: @autoclosure () -> String,
  _ value: Value?,
  _ comparator: Comparator<Value>
) throws {
  if let value, comparator.holds(value) { return }
  throw Deviation(
    attribute(),
    expected: comparator.expectation,
    observed: value.map { Words.describe($0) } ?? "not recorded"
  )
}

/// States that a moment is recorded and has or will have come, or compares it with an instant.
///
/// - Parameters:
///   - attribute: What is looked at, such as `expiry`.
///   - moment: Its value; `never` and not recorded never hold.
///   - comparator: What its instant must be.
/// - Throws: A ``Deviation`` with what was expected and observed, where it does not hold.
@inlinable
public func expect(
  _ attribute: @autoclosure () -> String,
  _ moment: Moment,
  _ comparator: Comparator<Instant>
) throws {
  if let instant = moment.instant, comparator.holds(instant) { return }
  throw Deviation(
    attribute(),
    expected: comparator.expectation,
    observed: moment.description
  )
}

/// The words for values in findings.
@usableFromInline
enum Words {
  @usableFromInline
  static func describe<Value>(_ value: Value) -> String {
    switch value {
    case let duration as Duration: duration.words
    case let bool as Bool: bool ? "true" : "false"
    case let texts as [String]: texts.isEmpty ? "(none)" : texts.joined(separator: ", ")
    case let word as any RawRepresentable<String>: word.rawValue
    default: "\(value)"
    }
  }
}
