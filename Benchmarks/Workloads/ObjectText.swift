/// Writes JSON objects one after the other into one run of bytes.
struct ObjectText: Sendable {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  /// Whether a blank stands after each colon and comma of the object being written.
  private var isSpaced = false
  private var start = 0
  private var members: [Range<Int>] = []

  /// Starts an object.
  mutating func begin(spaced: Bool = false) {
    isSpaced = spaced
    start = bytes.count
    members.removeAll(keepingCapacity: true)
    bytes.append("{")
  }

  /// Ends the object, its members from another one on and around.
  ///
  /// - Parameters:
  ///   - first: Which member comes first; zero keeps the order of writing.
  ///   - terminator: What follows the object.
  mutating func end(startingAt first: Int = 0, terminator: StaticString = "\n") {
    if first > 0 { reorder(startingAt: first) }
    bytes.append("}")
    bytes.append(terminator)
  }

  private mutating func reorder(startingAt first: Int) {
    let written = Array(bytes[start...])
    bytes.removeSubrange((start + 1)...)
    for offset in members.indices {
      if offset > 0 { bytes.append(isSpaced ? ", " : ",") }
      let member = members[(offset + first) % members.count]
      bytes.append(contentsOf: written[member.lowerBound - start..<member.upperBound - start])
    }
  }

  /// Keeps only so many bytes of everything written: what a writer leaves that is stopped.
  mutating func cut(to count: Int) { bytes.removeSubrange(count...) }

  /// Writes bytes outside of any object.
  mutating func append(_ text: StaticString) { bytes.append(text) }

  /// Empties the text and keeps its memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func member(_ name: StaticString, _ value: Name) {
    member(name) {
      $0.append("\"")
      $0.append(value)
      $0.append("\"")
    }
  }

  mutating func member(_ name: StaticString, _ value: Name?) {
    if let value { member(name, value) }
  }

  mutating func member(_ name: StaticString, _ values: [Name]) {
    member(name) { bytes in
      bytes.append("[")
      for (offset, value) in values.enumerated() {
        bytes.append(offset == 0 ? "\"" : ",\"")
        bytes.append(value)
        bytes.append("\"")
      }
      bytes.append("]")
    }
  }

  /// Writes a text that needs no escape.
  mutating func member(_ name: StaticString, _ text: StaticString) {
    member(name) {
      $0.append("\"")
      $0.append(text)
      $0.append("\"")
    }
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    member(name, json: value ? "true" : "false")
  }

  /// Writes a value that is JSON already.
  mutating func member(_ name: StaticString, json: StaticString) {
    member(name) { $0.append(json) }
  }

  /// Writes a time in RFC 3339.
  mutating func member(_ name: StaticString, _ time: Time) {
    member(name) {
      $0.append("\"")
      $0.append(time)
      $0.append("\"")
    }
  }

  /// Writes a number of hexadecimal digits.
  mutating func member(_ name: StaticString, prefix: StaticString, words: [UInt64]) {
    member(name) { bytes in
      bytes.append("\"")
      bytes.append(prefix)
      for word in words { bytes.append(word, digits: 16, radix: 16) }
      bytes.append("\"")
    }
  }

  private mutating func member(_ name: StaticString, _ write: (inout [UInt8]) -> Void) {
    if !members.isEmpty { bytes.append(isSpaced ? ", " : ",") }
    let first = bytes.count
    bytes.append("\"")
    bytes.append(name)
    bytes.append(isSpaced ? "\": " : "\":")
    write(&bytes)
    members.append(first..<bytes.count)
  }
}
