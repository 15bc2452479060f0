import ControlModel
import ControlTestingSupport
import Foundation
import Testing

@testable import ControlEvidence

@Suite("Reading JSON")
struct JSONReaderTests {
  /// A text and how it is read: the content, or `code line pointer: found`.
  struct Case: CustomTestStringConvertible {
    let id: String
    let text: String
    let outcome: String
    var testDescription: String { id }
  }

  static let accepted: [(String, EvidenceValue.Content)] = [
    ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .number("0")),
    ("-0", .number("-0")), ("12.50e-3", .number("12.50e-3")), ("1E+9", .number("1E+9")),
    ("123456789012345678901234567890", .number("123456789012345678901234567890")),
    ("\"\"", .string("")), (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{c}\n\r\t")),
    (#""\u00e9\u4e2D\u0000""#, .string("é中\u{0}")), (#""\ud83d\ude00""#, .string("😀")),
    ("\"😀\u{7f}\"", .string("😀\u{7f}")), ("[]", .array([])), ("{}", .object([])),
    ("\t\r\n[ ]\n", .array([])),
  ]

  @Test(arguments: accepted) func reads(text: String, content: EvidenceValue.Content) throws {
    #expect(try JSONReader.read(Array(text.utf8), path: "f").content == content)
  }

  static let refused: [Case] = [
    Case(id: "nothing", text: "", outcome: "evidence-malformed 1 -: the end of the file"),
    Case(
      id: "cut off in a list",
      text: "{\"a\": [1,\n2,\n",
      outcome: "evidence-malformed 3 /a/2: the end of the file"
    ),
    Case(
      id: "cut off after a value",
      text: "{\"a\": [1,\n2\n",
      outcome: "evidence-malformed 3 /a: the end of the file"
    ),
    Case(
      id: "cut off in text",
      text: "[\n\"ab",
      outcome: "evidence-malformed 2 /0: the end of the file within text"
    ),
    Case(
      id: "cut off in an escape",
      text: "[\n\"ab\\",
      outcome: "evidence-malformed 2 /0: the end of the file within text"
    ),
    Case(
      id: "cut off in a name",
      text: "{\n\"ab",
      outcome: "evidence-malformed 2 -: the end of the file within text"
    ),
    Case(
      id: "cut off in a word",
      text: "[tr",
      outcome: "evidence-malformed 1 /0: a word that is no value"
    ),
    Case(
      id: "text after the value",
      text: "{}\n\n{}",
      outcome: "evidence-malformed 3 -: more text after the value"
    ),
    Case(
      id: "a name twice",
      text: "{\"b\": {\"a\": 1,\n\"a\": 2}}",
      outcome: "evidence-malformed 2 /b: the member \"a\" twice in one object"
    ),
    Case(
      id: "a name twice, once escaped",
      text: #"{"a": 1, "\u0061": 2}"#,
      outcome: "evidence-malformed 1 -: the member \"a\" twice in one object"
    ),
    Case(
      id: "a high surrogate alone",
      text: #"["\ud83d"]"#,
      outcome: "evidence-malformed 1 /0: half a surrogate pair"
    ),
    Case(
      id: "a high surrogate before text",
      text: #"["\ud83dx"]"#,
      outcome: "evidence-malformed 1 /0: half a surrogate pair"
    ),
    Case(
      id: "two high surrogates",
      text: #"["\ud83d\ud83d"]"#,
      outcome: "evidence-malformed 1 /0: half a surrogate pair"
    ),
    Case(
      id: "a low surrogate alone",
      text: #"["\ude00"]"#,
      outcome: "evidence-malformed 1 /0: half a surrogate pair"
    ),
    Case(id: "a wrong digit", text: #"["\u12g4"]"#, outcome: "evidence-malformed 1 /0: \"g\""),
    Case(
      id: "an unknown escape",
      text: #"["\x"]"#,
      outcome: "evidence-malformed 1 /0: an unknown escape"
    ),
    Case(
      id: "a line break in text",
      text: "[\"a\nb\"]",
      outcome: "evidence-malformed 1 /0: a control character within text"
    ),
    Case(id: "a leading zero", text: "[01]", outcome: "evidence-malformed 1 -: \"1\""),
    Case(
      id: "no digit before the point",
      text: "[.5]",
      outcome: "evidence-malformed 1 /0: a character that starts no value"
    ),
    Case(id: "no digit after the point", text: "[1.]", outcome: "evidence-malformed 1 /0: \"]\""),
    Case(id: "no digit in the exponent", text: "[1e]", outcome: "evidence-malformed 1 /0: \"]\""),
    Case(id: "a minus alone", text: "[-]", outcome: "evidence-malformed 1 /0: \"]\""),
    Case(
      id: "a plus",
      text: "[+1]",
      outcome: "evidence-malformed 1 /0: a character that starts no value"
    ),
    Case(
      id: "not a number",
      text: "[NaN]",
      outcome: "evidence-malformed 1 /0: a character that starts no value"
    ),
    Case(
      id: "a trailing comma",
      text: "[1,\n]",
      outcome: "evidence-malformed 2 /1: a character that starts no value"
    ),
    Case(
      id: "a trailing comma in an object",
      text: "{\"a\": 1,}",
      outcome: "evidence-malformed 1 -: \"}\""
    ),
    Case(id: "a name without quotes", text: "{a: 1}", outcome: "evidence-malformed 1 -: \"a\""),
    Case(id: "no colon", text: "{\"a\" 1}", outcome: "evidence-malformed 1 -: \"1\""),
    Case(
      id: "single quotes",
      text: "['a']",
      outcome: "evidence-malformed 1 /0: a character that starts no value"
    ),
    Case(
      id: "a comment",
      text: "[1, // one\n2]",
      outcome: "evidence-malformed 1 /1: a character that starts no value"
    ),
    Case(
      id: "a place with a slash and a tilde",
      text: "{\"a/b~c\":\n[x]}",
      outcome: "evidence-malformed 2 /a~1b~0c/0: a character that starts no value"
    ),
    Case(
      id: "65 lists",
      text: String(repeating: "[", count: 65),
      outcome:
        "evidence-limit 1 \(String(repeating: "/0", count: 64)): more than 64 levels of nesting"
    ),
    Case(
      id: "a million lists",
      text: String(repeating: "[", count: 1_000_000),
      outcome:
        "evidence-limit 1 \(String(repeating: "/0", count: 64)): more than 64 levels of nesting"
    ),
    Case(
      id: "65 objects",
      text: String(repeating: "{\"a\":", count: 65),
      outcome:
        "evidence-limit 1 \(String(repeating: "/a", count: 64)): more than 64 levels of nesting"
    ),
    Case(
      id: "a long name",
      text: "{\"\(String(repeating: "n", count: 4097))\": 1}",
      outcome: "evidence-limit 1 -: a name of 4097 bytes"
    ),
  ]

  @Test(arguments: refused) func refuses(_ item: Case) {
    let found = problem { () throws(Diagnostic) in
      _ = try JSONReader.read(Array(item.text.utf8), path: "f")
    }
    let place = "\(found?.locator?.line ?? 0) \(found?.locator?.pointer ?? "-")"
    #expect("\(found?.code.rawValue ?? "") \(place): \(found?.found ?? "read")" == item.outcome)
  }

  @Test func sixtyFourLevelsAreRead() throws {
    let text = String(repeating: "[", count: 64) + "1" + String(repeating: "]", count: 64)
    #expect(try JSONReader.read(Array(text.utf8), path: "f").elements?.count == 1)
  }

  @Test func keepsTheLineOfEveryValueAndTheOrderOfMembers() throws {
    let text = "\n{\"z\": 1,\n\"a\": [\n\"x\"\n, {}]}"
    let value = try JSONReader.read(Array(text.utf8), path: "f", line: 10)
    #expect(value.line == 11)
    #expect(value.members?.map(\.name) == ["z", "a"])
    #expect(value["z"]?.line == 11)
    #expect(value["a"]?.line == 12)
    #expect(value["a"]?.elements?.map(\.line) == [13, 14])
  }

  @Test(arguments: 0..<40) func agreesWithFoundation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let text = randomDocument(depth: 0, &generator)
      let value = try JSONReader.read(Array(text.utf8), path: "f")
      let other = try JSONSerialization.jsonObject(
        with: Data(text.utf8),
        options: .fragmentsAllowed
      )
      #expect(agree(value, other), "seed \(seed): \(text)")
      // What was written from the value reads as the value again.
      let again = try JSONReader.read(Array(JSONText.write(value).utf8), path: "f")
      #expect(agree(again, other), "seed \(seed): \(text)")
    }
  }

  @Test(arguments: 0..<40) func acceptsNothingThatFoundationRefuses(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var bytes = Array(randomDocument(depth: 0, &generator).utf8)
      let position = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.remove(at: position)
      case 1: bytes.insert(UInt8.random(in: 0..<128, using: &generator), at: position)
      default: bytes[position] = UInt8.random(in: 0..<128, using: &generator)
      }
      guard String(validating: bytes, as: UTF8.self) != nil,
        let value = try? JSONReader.read(bytes, path: "f"), fitsDouble(value)
      else { continue }
      let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(other != nil, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  // MARK: Random documents

  private func randomDocument(depth: Int, _ generator: inout SeededGenerator) -> String {
    let space = [" ", "", "\n", "\t\r\n"].randomElement(using: &generator) ?? ""
    let kinds = depth > 4 ? 4 : 6
    switch Int.random(in: 0..<kinds, using: &generator) {
    case 0: return space + (["null", "true", "false"].randomElement(using: &generator) ?? "null")
    case 1, 2: return space + randomNumber(&generator)
    case 3: return space + randomText(&generator)
    case 4:
      let elements = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
        randomDocument(depth: depth + 1, &generator)
      }
      return "\(space)[\(elements.joined(separator: ","))\(space)]"
    default:
      let members = (0..<Int.random(in: 0..<4, using: &generator)).map { number in
        "\(space)\"m\(number)\"\(space):\(randomDocument(depth: depth + 1, &generator))"
      }
      return "\(space){\(members.joined(separator: ","))\(space)}"
    }
  }

  private func randomNumber(_ generator: inout SeededGenerator) -> String {
    let whole = Int.random(in: -1_000_000...1_000_000, using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return String(whole)
    case 1: return "\(whole).\(Int.random(in: 0..<1000, using: &generator))"
    default: return "\(whole)e\(Int.random(in: -9...9, using: &generator))"
    }
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "é", "中", "😀", " ", #"\n"#, #"\\"#, #"\""#, #"\u00e9"#, #"\ud83d\ude00"#, "/",
    ]
    let text = (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }
    return "\"\(text.joined())\""
  }

  /// Whether every number fits a floating-point value, as Foundation demands and JSON does not.
  private func fitsDouble(_ value: EvidenceValue) -> Bool {
    switch value.content {
    case .number(let text): Double(text)?.isFinite == true
    case .array(let elements): elements.allSatisfy(fitsDouble)
    case .object(let members): members.allSatisfy { fitsDouble($0.value) }
    default: true
    }
  }

  private func agree(_ value: EvidenceValue, _ other: Any) -> Bool {
    switch value.content {
    case .null: other is NSNull
    case .bool(let flag): (other as? Bool) == flag
    case .number(let text): (other as? NSNumber)?.doubleValue == Double(text)
    case .string(let text): (other as? String) == text
    case .array(let elements):
      (other as? [Any]).map { others in
        others.count == elements.count && zip(elements, others).allSatisfy { agree($0, $1) }
      } ?? false
    case .object(let members):
      (other as? [String: Any]).map { others in
        others.count == members.count
          && members.allSatisfy { member in
            others[member.name].map { agree(member.value, $0) } ?? false
          }
      } ?? false
    }
  }
}
