import ControlModel

/// Writes random rows of a record type as JSON: in any order and spacing, with escapes, members that
/// no field knows, and now and then something wrong.
struct RandomRow {
  var random: SeededRandom
  /// How often, in percent, a row gets something that a reader must refuse, or that is unusual.
  var trouble: Int
  /// Whether blanks may hold line feeds.
  var allowsLineFeed = false

  init(seed: UInt64, trouble: Int = 10) {
    random = SeededRandom(seed: seed)
    self.trouble = trouble
  }

  /// Whether something unusual of a probability in percent happens: never where there is no trouble.
  private mutating func unusual(_ percent: Int) -> Bool { trouble > 0 && random.chance(percent) }

  /// A row.
  mutating func row(of fields: [FieldDescription]) -> [UInt8] {
    var members: [String] = []
    for field in fields where !field.isOptional || random.chance(40) {
      members.append(
        text(field.name, plain: !unusual(1)) + blank() + ":" + blank() + value(field.type)
      )
    }
    for _ in 0..<random.below(4) {
      let name = !unusual(20) ? "extra\(random.below(30))" : "ключ\(random.below(3))"
      members.append(text(name, plain: !unusual(30)) + blank() + ":" + blank() + anything(depth: 0))
    }
    if random.chance(60) { members.shuffle(using: &random) }
    if random.chance(trouble) { spoil(&members, fields) }
    let comma = blank() + "," + blank()
    var bytes = Array(("{" + blank() + members.joined(separator: comma) + blank() + "}").utf8)
    if random.chance(trouble) { spoil(&bytes) }
    return bytes
  }

  private mutating func spoil(_ members: inout [String], _ fields: [FieldDescription]) {
    switch random.below(5) {
    case 0: if let member = members.randomElement(using: &random) { members.append(member) }
    case 1: if !members.isEmpty { members.remove(at: random.below(members.count)) }
    case 2: members.append("\"record\":\"\(random.one(of: ["Other", "", "ToolCall"]))\"")
    case 3: members.append("\"records\":[]")
    default:
      members.append(text(random.one(of: fields).name, plain: true) + ":" + anything(depth: 0))
    }
  }

  private mutating func spoil(_ bytes: inout [UInt8]) {
    let place = random.below(bytes.count)
    switch random.below(4) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(random.one(of: Array("\"\\{}[],:0e.-+ \u{1}\t".utf8)), at: place)
    case 2: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    default: bytes.removeSubrange(place...)
    }
    // Lines are cut at line feeds before anything else is looked at.
    if !allowsLineFeed { bytes.removeAll { $0 == 0x0A } }
    if bytes.isEmpty { bytes = Array("{".utf8) }
  }

  private mutating func value(_ type: FieldDescription.FieldType) -> String {
    if random.chance(4) { return "null" }
    if random.chance(trouble / 4) { return anything(depth: 0) }
    switch type {
    case .text, .reference: return random.chance(90) ? text(phrase(), plain: false) : number()
    case .bool: return random.one(of: ["true", "false"])
    case .integer: return unusual(10) ? number() : String(random.below(100_000) - 50_000)
    case .decimal: return number()
    case .instant: return "\"\(time())\""
    case .moment: return "\"\(random.one(of: ["never", "notRecorded", time(), time()]))\""
    case .duration:
      let count = random.below(400)
      return
        "\"\(count) \(random.one(of: ["day", "days", "hours", "second", "millisecond", "weeks"]))\""
    case .enumeration(let words):
      return text(unusual(4) ? phrase() : random.one(of: words), plain: !unusual(3))
    case .list(let element):
      let elements = (0..<random.below(4)).map { _ in value(element) }
      return "[" + blank() + elements.joined(separator: blank() + "," + blank()) + blank() + "]"
    }
  }

  private mutating func time() -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var text = "\(unusual(5) ? 1600 + random.below(800) : 2020 + random.below(8))-"
    text += two(1 + random.below(12)) + "-" + two(1 + random.below(unusual(5) ? 33 : 28))
    text += unusual(3) ? random.one(of: ["t", " ", "_"]) : "T"
    text += two(random.below(unusual(2) ? 30 : 24)) + ":" + two(random.below(60)) + ":"
    text += two(random.below(unusual(2) ? 64 : 60))
    if random.chance(30) { text += "." + String(random.next()).prefix(1 + random.below(12)) }
    text += random.one(
      of: ["Z", "Z", "Z", "+02:00", "-11:30"] + (unusual(20) ? ["z", "+24:00", ""] : [])
    )
    return text
  }

  private mutating func number() -> String {
    var text = random.one(of: ["", "", "-"])
    text += random.one(
      of: ["0", "7", "12", "999999", "4503599627370497", "123456789012345678901"]
        + (unusual(10) ? ["01"] : [])
    )
    if random.chance(40) {
      text +=
        ".\(random.one(of: ["0", "5", "25", "000123", "3333333333333333"] + (unusual(10) ? [""] : [])))"
    }
    if random.chance(20) {
      text +=
        random.one(of: ["e", "E"]) + random.one(of: ["", "+", "-"])
        + random.one(of: ["0", "3", "22", "23"] + (unusual(10) ? [""] : []))
    }
    return text
  }

  private mutating func phrase() -> String {
    let parts = [
      "agent", "a", "", "\"id\":\"no\"", "\\", "/", "é", "日本", "🙂", "}", "{", ",", "\n", "\u{1}",
      "-",
      "spiffe://corp.example/agent/00412", "12345678", "ignore this: \"tool\":\"x\"", "\u{7F}", "K",
    ]
    return (0..<1 + random.below(4)).map { _ in random.one(of: parts) }.joined()
  }

  /// A text in quotes; a plain one has only the escapes it needs.
  private mutating func text(_ string: String, plain: Bool) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      guard mustEscape || (!plain && random.chance(2)) else {
        text.unicodeScalars.append(scalar)
        continue
      }
      if scalar == "\"" || scalar == "\\", random.chance(70) {
        text += "\\" + String(scalar)
      } else if scalar == "\n", random.chance(70) {
        text += "\\n"
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: random.chance(50))
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    if random.chance(trouble / 8) {
      text += random.one(of: ["\\ud800", "\\udc00\\ud800", "\\x", "\\u12", "\\u00ZZ", "\u{2}"])
    }
    return text + "\""
  }

  private mutating func anything(depth: Int) -> String {
    switch random.below(depth > 3 ? 5 : 8) {
    case 0:
      return random.one(of: ["true", "false", "null"] + (unusual(20) ? ["nul", "True"] : []))
    case 1: return number()
    case 2...4: return text(phrase(), plain: false)
    case 5:
      let elements = (0..<random.below(4)).map { _ in anything(depth: depth + 1) }
      return "[" + blank() + elements.joined(separator: blank() + ",") + "]"
    default:
      let members = (0..<random.below(4)).map { index in
        let name = !unusual(10) ? "m\(index)" : "m\(random.below(3))"
        return "\"\(name)\"" + blank() + ":" + anything(depth: depth + 1)
      }
      return "{" + blank() + members.joined(separator: ",") + "}"
    }
  }

  private mutating func blank() -> String {
    if random.chance(92) { return "" }
    return random.one(of: [" ", "\t", "  ", "\r"] + (allowsLineFeed ? ["\n", "\n  "] : []))
  }
}
