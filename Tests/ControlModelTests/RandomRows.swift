import ControlModel
import ControlTestingSupport

/// Random rows of record types.
struct RandomRows {
  var fields: RandomFields

  init(seed: UInt64) { fields = RandomFields(seed: seed, badOneIn: 2) }

  /// A row with all mandatory fields and some of the others.
  mutating func row(_ layout: RecordLayout) -> RandomRow {
    var values: [RandomRow.Value?] = []
    for (number, field) in layout.fields.enumerated() {
      values.append(field.isOptional && fields.chance(2) ? nil : value(number, layout))
    }
    let pointers = ["/7", nil, "/a/0", "/records/12", "row 3", "/x/007", "", "/99999999999", "5"]
    let place = Locator(
      path: ["a.json", "b/c.csv", ""][fields.number(3)],
      digest: ["", "d1", "d2"][fields.number(3)],
      line: [nil, 0, 1, 7, 4_000_000_000][fields.number(5)],
      pointer: pointers[fields.number(pointers.count)]
    )
    return RandomRow(layout: layout, values: values, place: place)
  }

  private mutating func value(_ number: Int, _ layout: RecordLayout) -> RandomRow.Value {
    let words = layout.words[number].count
    switch layout.shapes[number] {
    case .text: return .text(fields.text())
    case .bool: return .bool(fields.chance(2))
    case .integer:
      return .integer([Int.min, Int.max, 0, -1, fields.number(1 << 40)][fields.number(5)])
    case .decimal:
      return .decimal([0, -0.0, 1.5, -1e300, .leastNonzeroMagnitude][fields.number(5)])
    case .instant: return .instant(fields.instant())
    case .moment:
      return .moment([.never, .notRecorded, .at(fields.instant())][fields.number(3)])
    case .duration:
      let limit = 1 << 32
      let seconds = [0, 1, -1, limit - 1, limit, -limit, 1 - limit, Int.max, Int.min]
      let parts = [0, 1, 999_999_999, 1_000_000_000, 999_999_999_999_999_999]
      let whole = seconds[fields.number(seconds.count)]
      let part = parts[fields.number(parts.count)]
      return .duration(
        Duration(
          secondsComponent: Int64(whole),
          attosecondsComponent: Int64(whole < 0 ? -part : part)
        )
      )
    case .word: return .word(fields.number(words))
    case .texts: return .texts((0..<fields.number(4)).map { _ in fields.text() })
    case .words: return .words((0..<fields.number(4)).map { _ in fields.number(words) })
    }
  }
}

/// The values of one row.
struct RandomRow {
  enum Value: Hashable {
    case text(String)
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case instant(Instant)
    case moment(Moment)
    case duration(Duration)
    case word(Int)
    case texts([String])
    case words([Int])
  }

  let layout: RecordLayout
  let values: [Value?]
  let place: Locator

  /// Sets the fields in a random order.
  func write(into builder: inout RecordBlockBuilder, shuffledBy random: inout RandomFields) {
    builder.beginRow(at: place)
    for (number, value) in values.enumerated().shuffled(using: &random.generator) {
      switch value {
      case nil: break
      case .text(let text): builder.setText(number, text)
      case .bool(let value): builder.setBool(number, value)
      case .integer(let value): builder.setInteger(number, value)
      case .decimal(let value): builder.setDecimal(number, value)
      case .instant(let value): builder.setInstant(number, value)
      case .moment(let value): builder.setMoment(number, value)
      case .duration(let value): builder.setDuration(number, value)
      case .word(let ordinal): builder.setWord(number, ordinal: ordinal)
      case .texts(let texts):
        builder.beginList()
        for text in texts { builder.addText(text.utf8Span.span) }
        builder.endList(number)
      case .words(let ordinals):
        builder.beginList()
        for ordinal in ordinals { builder.addWord(number, ordinal: ordinal) }
        builder.endList(number)
      }
    }
  }

  /// The fields in which a record differs from the row, and `locator`.
  func differences(from record: any EvidenceRecord) -> [String] {
    var names: [String] = []
    for (number, field) in layout.fields.enumerated() where !isSame(number, record.row) {
      names.append(field.name)
    }
    if record.locator != place { names.append("locator") }
    return names
  }

  private func isSame(_ number: Int, _ row: RecordRow) -> Bool {
    let found = row.value(number)
    switch values[number] {
    case nil: return layout.shapes[number] == .moment ? row.slot(number) == nil : found == nil
    case .text(let text): return (found as? String).map { Array($0.utf8) } == Array(text.utf8)
    case .bool(let value): return found as? Bool == value
    case .integer(let value): return found as? Int == value
    case .decimal(let value): return (found as? Double)?.bitPattern == value.bitPattern
    case .instant(let value): return found as? Instant == value
    case .moment(let value): return found as? Moment == value
    case .duration(let value): return found as? Duration == value
    case .word(let ordinal): return found as? String == layout.words[number][ordinal]
    case .texts(let texts): return found as? [String] == texts
    case .words(let ordinals):
      return found as? [String] == ordinals.map { layout.words[number][$0] }
    }
  }
}

extension RoleHolder {
  /// A holder for tests of tables and indices.
  static func named(
    _ person: String,
    team: String? = nil,
    authority: [String]? = nil
  ) -> RoleHolder {
    RoleHolder(
      person: person,
      role: "owner",
      scope: "all",
      kind: .person,
      team: team,
      authority: authority,
      party: .customer,
      status: .active,
      locator: Locator(path: "roles.json")
    )
  }
}
