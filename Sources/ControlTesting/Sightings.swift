/// A value for each of many keys, in the order in which the keys were first seen.
///
/// What a state gathers comes out in the order of the evidence, whatever the number of shards, and
/// its encoded form is the same on every run, which that of a `Dictionary` is not.
public struct Sightings<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// The keys in the order of their first sight.
  public private(set) var keys: [Key] = []
  private var values: [Key: Value] = [:]

  /// Creates an empty table.
  public init() {}

  /// How many keys there are.
  public var count: Int { keys.count }

  /// The value of a key, or `nil` where the key was not seen.
  ///
  /// - Parameter key: The key.
  public subscript(key: Key) -> Value? { values[key] }

  /// Every key with its value, in order of first sight.
  public var all: [(key: Key, value: Value)] {
    keys.compactMap { key in values[key].map { (key, $0) } }
  }

  /// Notes a key: keeps the value where the key is new, else changes the value that is there.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - first: The value for a key that was not seen before.
  ///   - change: Changes the value of one that was.
  public mutating func note(
    _ key: Key,
    _ first: @autoclosure () -> Value,
    change: (inout Value) -> Void = { _ in }
  ) {
    if let index = values.index(forKey: key) {
      change(&values.values[index])
    } else {
      keys.append(key)
      values[key] = first()
    }
  }

  /// Changes the value of a key; a key that was not seen changes nothing.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - body: Changes the value.
  public mutating func change(_ key: Key, _ body: (inout Value) -> Void) {
    if let index = values.index(forKey: key) { body(&values.values[index]) }
  }

  /// Takes in a table that was gathered from the records after this one's.
  ///
  /// - Parameters:
  ///   - later: The other table.
  ///   - combine: Takes a later value into the one of the same key here.
  public mutating func merge(
    _ later: Sightings,
    combine: (inout Value, Value) -> Void = { _, _ in }
  ) {
    if keys.isEmpty {
      self = later
      return
    }
    for (key, value) in later.all { note(key, value) { combine(&$0, value) } }
  }
}

extension Sightings: Codable where Key: Codable, Value: Codable {
  /// Encodes keys and values in turn, in order of first sight.
  ///
  /// - Parameter encoder: Where to write.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for (key, value) in all {
      try container.encode(key)
      try container.encode(value)
    }
  }

  /// Decodes what `encode(to:)` wrote.
  ///
  /// - Parameter decoder: Where to read.
  /// - Throws: `DecodingError` where it is no such table.
  public init(from decoder: any Decoder) throws {
    self.init()
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd {
      let key = try container.decode(Key.self)
      let value = try container.decode(Value.self)
      note(key, value)
    }
  }
}
