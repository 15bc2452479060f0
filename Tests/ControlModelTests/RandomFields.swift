import ControlModel
import ControlTestingSupport

/// Random members for the fields of a record type, good and bad ones.
struct RandomFields {
  var generator: SeededGenerator
  /// One member in so many is not what its field needs.
  let badOneIn: Int

  init(seed: UInt64, badOneIn: Int) {
    generator = SeededGenerator(seed: seed)
    self.badOneIn = badOneIn
  }

  /// An object with random members for fields.
  mutating func object(_ fields: [FieldDescription]) -> EvidenceValue {
    var members: [EvidenceValue.Member] = []
    for field in fields {
      if field.isOptional ? chance(3) : chance(badOneIn * 4) { continue }
      let line = number(3) == 0 ? 0 : number(90)
      let content = chance(badOneIn) ? bad(field.type) : good(field.type)
      members.append(.init(name: field.name, value: EvidenceValue(content, line: line)))
    }
    return EvidenceValue(.object(members), line: number(90))
  }

  /// Cells for the fields, as a table has them.
  mutating func cells(_ fields: [FieldDescription]) -> EvidenceValue {
    var members: [EvidenceValue.Member] = []
    for field in fields {
      var text = ""
      if !chance(4) {
        switch chance(badOneIn) ? bad(field.type) : good(field.type) {
        case .bool(let value): text = value ? "TRUE" : "false"
        case .number(let digits): text = digits
        case .string(let own): text = own
        case .array(let elements): text = elements.compactMap(\.string).joined(separator: "|")
        default: text = ""
        }
      }
      members.append(.init(name: field.name, value: EvidenceValue(.string(text), line: 4)))
    }
    return EvidenceValue(.object(members), line: 4)
  }

  mutating func number(_ below: Int) -> Int { Int(generator.next() % UInt64(below)) }
  mutating func chance(_ oneIn: Int) -> Bool { number(oneIn) == 0 }

  static let words = [
    "", "a", "svc-build", "élan", "e\u{301}lan", "日本", "\u{1F511} key", "never", "notRecorded",
    "arn:aws:iam::123456789012:role/deployment-and-nothing-else", "\u{212A}", "K", "x y", "0", "-1",
  ]

  mutating func text() -> String {
    if chance(3) { return Self.words[number(Self.words.count)] }
    return (0..<number(30)).map { _ in Self.words[1 + number(Self.words.count - 1)] }.joined()
  }

  mutating func instant() -> Instant {
    let nanoseconds = Int64(bitPattern: generator.next())
    return Instant(nanosecondsSinceEpoch: chance(2) ? nanoseconds : nanoseconds / 1000 * 1000)
  }

  private mutating func good(_ type: FieldDescription.FieldType) -> EvidenceValue.Content {
    switch type {
    case .text, .reference: chance(5) ? .number("\(number(1000))") : .string(text())
    case .bool: .bool(chance(2))
    case .integer: .number("\(Int64(bitPattern: generator.next()) >> number(63))")
    case .decimal: .number(["0", "-1.5", "1e300", "0.1", "3"][number(5)])
    case .instant: .string(instant().description)
    case .moment:
      .string(chance(3) ? ["never", "notRecorded"][number(2)] : instant().description)
    case .duration:
      .string("\(number(100_000)) \(["seconds", "day", "weeks", "milliseconds"][number(4)])")
    case .enumeration(let words): .string(words[number(words.count)])
    case .list(let element):
      .array((0..<number(5)).map { _ in EvidenceValue(good(element), line: 2) })
    }
  }

  private mutating func bad(_ type: FieldDescription.FieldType) -> EvidenceValue.Content {
    switch number(9) {
    case 0: .null
    case 1: .bool(true)
    case 2: .number(["12", "1e400", "0.5", "99999999999999999999", "-0"][number(5)])
    case 3: .string(text())
    case 4: .array([EvidenceValue(.null, line: 3), EvidenceValue(.string("wrong"), line: 3)])
    case 5: .array([])
    case 6: .object([])
    case 7: .string(String(repeating: "w", count: 41))
    default: .string("2026-13-01T00:00:00Z")
    }
  }
}
