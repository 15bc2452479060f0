/// An id of the imaginary estate: a word and a number, such as `agent-0042`.
struct Name: Sendable {
  let prefix: StaticString
  let number: UInt64
  let digits: Int
  let isHexadecimal: Bool

  private init(_ prefix: StaticString, _ number: Int, digits: Int) {
    self.prefix = prefix
    self.number = UInt64(number)
    self.digits = digits
    isHexadecimal = false
  }

  private init(_ prefix: StaticString, hexadecimal: UInt64) {
    self.prefix = prefix
    number = hexadecimal
    digits = 16
    isHexadecimal = true
  }

  static func agent(_ number: Int) -> Name { Name("agent-", number, digits: 4) }
  static func asset(_ number: Int) -> Name { Name("asset-", number, digits: 6) }
  static func call(_ number: Int) -> Name { Name("call-", number, digits: 8) }
  static func client(_ number: Int) -> Name { Name("client-", number, digits: 6) }
  static func credential(_ number: Int) -> Name { Name("cred-", number, digits: 7) }
  static func decision(_ bits: UInt64) -> Name { Name("dec-", hexadecimal: bits) }
  static func grant(_ number: Int) -> Name { Name("grant-", number, digits: 7) }
  static func orphan(_ number: Int) -> Name { Name("svc-orphan-", number, digits: 2) }
  static func run(_ number: Int) -> Name { Name("run-", number, digits: 7) }
  static func service(_ number: Int) -> Name { Name("svc-", number, digits: 7) }
  static func session(_ number: Int) -> Name { Name("session-", number, digits: 7) }
  static func stranger(_ number: Int) -> Name { Name("svc-unknown-", number, digits: 2) }
  static func task(_ number: Int) -> Name { Name("task-", number, digits: 7) }
  static func team(_ number: Int) -> Name { Name("team-", number, digits: 2) }
  static func tenant(_ number: Int) -> Name { Name("tenant-", number, digits: 2) }
  static func tool(_ number: Int) -> Name { Name("tool-", number, digits: 3) }

  /// The id as text.
  var text: String {
    var bytes: [UInt8] = []
    bytes.append(self)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends text that is known when the program is built.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends an id.
  mutating func append(_ name: Name) {
    append(name.prefix)
    append(name.number, digits: name.digits, radix: name.isHexadecimal ? 16 : 10)
  }

  /// Appends a number with leading zeros; one with more digits is cut to its last ones.
  mutating func append(_ number: UInt64, digits: Int, radix: UInt64 = 10) {
    let start = count
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits))
    var rest = number
    for place in stride(from: start + digits - 1, through: start, by: -1) where rest > 0 {
      let digit = UInt8(rest % radix)
      self[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      rest /= radix
    }
  }
}
