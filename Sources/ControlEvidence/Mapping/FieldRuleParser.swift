import ControlModel

/// Reads the rule of one field of a mapping file.
struct FieldRuleParser {
  let field: FieldDescription
  let path: String
  private(set) var problems: [Diagnostic] = []

  private static let sources = [
    "path", "column", "paths", "constant", "template", "join", "context",
  ]
  private static let keys =
    sources + [
      "by", "time", "zone", "words", "otherwise", "duration", "split", "never", "notRecorded",
      "default",
    ]
  private static let units = ["milliseconds", "seconds", "minutes", "hours", "days", "weeks"]

  init(field: FieldDescription, path: String) {
    self.field = field
    self.path = path
  }

  /// The rule; `nil` where it has no source that can be read.
  mutating func rule(_ entry: EvidenceValue) -> FieldRule? {
    if let text = FieldRule.text(entry), !text.isEmpty {
      var rule = FieldRule(field: field, source: .paths([ValuePath(text)]))
      finish(&rule, entry)
      return rule
    }
    guard let members = entry.members else {
      note(entry, "\(field.name): \(entry.typeName)", "a path, or a rule with its source")
      return nil
    }
    for member in members where !Self.keys.contains(member.name) {
      problems.append(
        .mapping(unknown: "key", member.name, among: Self.keys, at: member.value, path: path)
      )
    }
    let given = members.filter { Self.sources.contains($0.name) }
    guard given.count == 1, let member = given.first else {
      note(
        entry,
        "\(field.name): \(given.count) sources",
        "one of \(Self.sources.joined(separator: ", "))"
      )
      return nil
    }
    guard let source = source(member, by: entry["by"]) else { return nil }
    var rule = FieldRule(field: field, source: source)
    readModifiers(entry, into: &rule)
    finish(&rule, entry)
    return rule
  }

  // MARK: Sources

  private mutating func source(
    _ member: EvidenceValue.Member,
    by: EvidenceValue?
  ) -> FieldRule.Source? {
    let value = member.value
    if let by, member.name != "join" { note(by, "by without join", "join: a list of paths") }
    switch member.name {
    case "constant":
      guard FieldRule.text(value) != nil || value.elements != nil else {
        note(value, "\(field.name): \(value.typeName)", "a constant: a text, number or list")
        return nil
      }
      checkWords(value.elements ?? [value])
      return .constant(value)
    case "template":
      guard let parts = value.string.flatMap(Self.template) else {
        note(value, "\(field.name): a template that cannot be read", "text with {path} in it")
        return nil
      }
      return .template(parts)
    case "context":
      guard let word = value.string, let known = FieldRule.ContextValue(rawValue: word) else {
        problems.append(
          .mapping(
            unknown: "context",
            value.string ?? "",
            among: FieldRule.ContextValue.allCases.map(\.rawValue),
            at: value,
            path: path
          )
        )
        return nil
      }
      return .context(known)
    case "join": return .join(paths(value), by: by?.string ?? " ")
    case "paths": return .paths(paths(value))
    default: return .paths(paths(EvidenceValue(.array([value]), line: value.line)))
    }
  }

  private mutating func paths(_ value: EvidenceValue) -> [ValuePath] {
    let texts = (value.elements ?? []).compactMap { FieldRule.text($0) }.filter { !$0.isEmpty }
    if texts.isEmpty || texts.count != value.elements?.count {
      note(value, "\(field.name): \(value.typeName)", "paths, or names of columns")
    }
    return texts.map { ValuePath($0) }
  }

  /// Text with paths in braces; `nil` where a brace is left open.
  private static func template(_ text: String) -> [FieldRule.TemplatePart]? {
    var parts: [FieldRule.TemplatePart] = []
    var rest = text[...]
    while !rest.isEmpty {
      let fixed = rest.prefix { $0 != "{" && $0 != "}" }
      if !fixed.isEmpty { parts.append(.text(String(fixed))) }
      rest = rest[fixed.endIndex...]
      guard let brace = rest.popFirst() else { break }
      guard brace == "{", let end = rest.firstIndex(of: "}"), end > rest.startIndex else {
        return nil
      }
      parts.append(.path(ValuePath(String(rest[..<end]))))
      rest = rest[rest.index(after: end)...]
    }
    return parts
  }

  // MARK: Modifiers

  private mutating func readModifiers(_ entry: EvidenceValue, into rule: inout FieldRule) {
    if let value = entry["time"] { readTime(value, entry["zone"], into: &rule) }
    if entry["time"] == nil, let zone = entry["zone"] { note(zone, "a zone without time", "time") }
    if let value = entry["words"] {
      var words: [String: String] = [:]
      for member in value.members ?? [] { words[member.name] = FieldRule.text(member.value) }
      if words.isEmpty { note(value, value.typeName, "words: the format's with the field's") }
      checkWords((value.members ?? []).map(\.value))
      rule.words = words
    }
    if let value = entry["otherwise"] {
      if rule.words == nil { note(value, "otherwise without words", "words to translate") }
      checkWords([value])
      rule.otherwise = FieldRule.text(value)
    }
    if let value = entry["duration"] {
      if let unit = value.string, Self.units.contains(unit), field.type == .duration {
        rule.durationUnit = unit
      } else {
        let what = field.type == .duration ? "one of \(Self.units.joined(separator: ", "))" : "none"
        note(value, "\(field.name): duration \(clipped(value.string ?? ""))", what)
      }
    }
    if let value = entry["split"] {
      if case .list = field.type, let separator = value.string, !separator.isEmpty {
        rule.separator = separator
      } else {
        note(value, "\(field.name): split", "a text, for a field that is a list")
      }
    }
    rule.never = texts(entry["never"])
    rule.notRecorded = texts(entry["notRecorded"])
    if let value = entry["never"], field.type != .moment {
      note(value, "\(field.name): never", "a field that is a moment")
    }
    if let value = entry["default"] {
      checkWords(value.elements ?? [value])
      rule.standard = value
    }
  }

  private mutating func readTime(
    _ value: EvidenceValue,
    _ zone: EvidenceValue?,
    into rule: inout FieldRule
  ) {
    guard isTime else {
      return note(value, "\(field.name): time", "a field that is an instant or a moment")
    }
    do throws(TimeFormat.Problem) {
      rule.time = try TimeFormat(FieldRule.text(value) ?? "", zone: zone.flatMap(FieldRule.text))
    } catch {
      let names = ["rfc3339"] + TimeFormat.epochs.map(\.name)
      note(
        zone ?? value,
        "\(field.name): \(error.found)",
        "\(names.joined(separator: ", ")), or a pattern such as %Y-%m-%d %H:%M:%S with its zone: "
          + "UTC or an offset"
      )
    }
  }

  private mutating func texts(_ value: EvidenceValue?) -> [String] {
    guard let value else { return [] }
    if let text = FieldRule.text(value) { return [text] }
    let texts = (value.elements ?? []).compactMap { FieldRule.text($0) }
    if texts.isEmpty { note(value, value.typeName, "a text, or a list of texts") }
    return texts
  }

  private var isTime: Bool { field.type == .instant || field.type == .moment }

  /// Times without a format are RFC 3339, and numbers have no unit that could be guessed.
  private mutating func finish(_ rule: inout FieldRule, _ entry: EvidenceValue) {
    switch rule.source {
    case .constant, .context: return
    default: break
    }
    if isTime, rule.time == nil { rule.time = .rfc3339 }
  }

  /// Whether the words that a mapping gives to an enumeration are its words.
  private mutating func checkWords(_ values: [EvidenceValue]) {
    let known: [String]
    switch field.type {
    case .enumeration(let words), .list(.enumeration(let words)): known = words
    default: return
    }
    for value in values {
      guard let word = FieldRule.text(value), known.contains(word) else {
        problems.append(
          .mapping(
            unknown: "word of \(field.name)",
            FieldRule.text(value) ?? "",
            among: known,
            at: value,
            path: path
          )
        )
        continue
      }
    }
  }

  private mutating func note(_ value: EvidenceValue, _ found: String, _ needed: String) {
    problems.append(.mapping(found: found, needed: needed, at: value, path: path))
  }
}
