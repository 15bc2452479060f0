public import ControlModel

/// What a value must be, with the words for it.
///
/// Making and testing a comparator allocates nothing: its words are only put together when it fails.
public struct Comparator<Value: Sendable>: Sendable {
  /// What the value is compared with.
  @usableFromInline
  enum Operand: Sendable {
    case nothing
    case one(Value)
    case many([Value])
    case element(String)
  }

  @usableFromInline let words: StaticString
  @usableFromInline let operand: Operand
  @usableFromInline let test: @Sendable (Value, Operand) -> Bool

  @inlinable
  init(
    _ words: StaticString,
    _ operand: Operand,
    _ test: @escaping @Sendable (Value, Operand) -> Bool
  ) {
    self.words = words
    self.operand = operand
    self.test = test
  }

  /// Whether a value is as it must be.
  ///
  /// - Parameter value: The value.
  /// - Returns: `true` where it holds.
  @inlinable
  public func holds(_ value: Value) -> Bool { test(value, operand) }

  /// What is needed, in words, such as `at most 90 days`.
  public var expectation: String {
    switch operand {
    case .nothing: "\(words)"
    case .one(let value): "\(words) \(Words.describe(value))"
    case .element(let element): "\(words) \(element)"
    case .many(let values):
      values.isEmpty
        ? "\(words) (none)" : "\(words) \(values.map(Words.describe).joined(separator: ", "))"
    }
  }
}

extension Comparator {
  /// The value is there at all.
  @inlinable public static var present: Comparator {
    Comparator("present", .nothing) { _, _ in true }
  }
}

extension Comparator where Value: Equatable {
  /// The value equals another.
  @inlinable
  public static func equal(_ other: Value) -> Comparator {
    Comparator("equal to", .one(other)) { value, operand in
      guard case .one(let other) = operand else { return false }
      return value == other
    }
  }

  /// The value differs from another.
  @inlinable
  public static func notEqual(_ other: Value) -> Comparator {
    Comparator("other than", .one(other)) { value, operand in
      guard case .one(let other) = operand else { return false }
      return value != other
    }
  }

  /// The value is one of several.
  @inlinable
  public static func oneOf(_ others: [Value]) -> Comparator {
    Comparator("one of", .many(others)) { value, operand in
      guard case .many(let others) = operand else { return false }
      return others.contains(value)
    }
  }

  /// The value is none of several.
  @inlinable
  public static func noneOf(_ others: [Value]) -> Comparator {
    Comparator("none of", .many(others)) { value, operand in
      guard case .many(let others) = operand else { return false }
      return !others.contains(value)
    }
  }
}

extension Comparator where Value: Comparable {
  /// The value is not above a limit.
  @inlinable
  public static func atMost(_ limit: Value) -> Comparator {
    Comparator("at most", .one(limit)) { value, operand in
      guard case .one(let limit) = operand else { return false }
      return value <= limit
    }
  }

  /// The value is not below a limit.
  @inlinable
  public static func atLeast(_ limit: Value) -> Comparator {
    Comparator("at least", .one(limit)) { value, operand in
      guard case .one(let limit) = operand else { return false }
      return value >= limit
    }
  }
}

extension Comparator where Value == Instant {
  /// The instant is earlier than another.
  @inlinable
  public static func before(_ limit: Instant) -> Comparator {
    Comparator("before", .one(limit)) { value, operand in
      guard case .one(let limit) = operand else { return false }
      return value < limit
    }
  }

  /// The instant is later than another.
  @inlinable
  public static func after(_ limit: Instant) -> Comparator {
    Comparator("after", .one(limit)) { value, operand in
      guard case .one(let limit) = operand else { return false }
      return value > limit
    }
  }
}

extension Comparator where Value: Collection & Sendable {
  /// The collection has no element.
  @inlinable public static var empty: Comparator {
    Comparator("empty", .nothing) { value, _ in value.isEmpty }
  }

  /// The collection has an element.
  @inlinable public static var notEmpty: Comparator {
    Comparator("not empty", .nothing) { value, _ in !value.isEmpty }
  }
}

extension Comparator where Value == [String] {
  /// Every element is among others.
  @inlinable
  public static func subset(of others: [String]) -> Comparator {
    Comparator("only out of", .one(others)) { value, operand in
      guard case .one(let others) = operand else { return false }
      return value.allSatisfy { others.contains($0) }
    }
  }

  /// An element is among the value's.
  @inlinable
  public static func contains(_ element: String) -> Comparator {
    Comparator("containing", .element(element)) { value, operand in
      guard case .element(let element) = operand else { return false }
      return value.contains(element)
    }
  }
}
