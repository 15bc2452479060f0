import ControlModel

/// Reads the YAML of a mapping file strictly: an unknown key is an error, and all errors are told.
struct MappingParser {
  let path: String
  let digest: String
  private(set) var problems: [Diagnostic] = []

  private static let keys = [
    "version", "format", "title", "writtenBy", "kind", "record", "container", "detect", "rows",
    "keep", "partial", "fields",
  ]

  init(path: String, digest: String) {
    self.path = path
    self.digest = digest
  }

  /// The mapping, or `nil` where its kind or record type cannot be known.
  mutating func mapping(_ root: EvidenceValue) -> EvidenceMapping? {
    let sections = members(root, among: Self.keys)
    func section(_ name: String) -> EvidenceValue? { sections.first { $0.name == name }?.value }
    if root["version"]?.integer != EvidenceMapping.version {
      note(root["version"] ?? root, "no version \(EvidenceMapping.version)", "version: 1")
    }
    let id = format(root)
    guard let (kind, type) = kindAndType(root) else { return nil }
    let rules = rules(section("fields") ?? EvidenceValue(.null, line: root.line), type)
    return EvidenceMapping(
      path: path,
      digest: digest,
      format: EvidenceFormat(
        id: id,
        title: section("title")?.string ?? id,
        writtenBy: section("writtenBy")?.string ?? "not stated",
        kinds: [kind]
      ),
      recordType: type,
      container: section("container").flatMap { container($0) },
      detection: section("detect").map { detection($0) },
      rows: section("rows").flatMap { valuePath($0) },
      filters: section("keep").map { filters($0) } ?? [],
      partial: section("partial").flatMap { valuePath($0) },
      rules: rules
    )
  }

  // MARK: What it is

  private mutating func format(_ root: EvidenceValue) -> String {
    let id = root["format"]?.string ?? ""
    let isPlain = id.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
    }
    if id.isEmpty || id.count > 64 || !isPlain {
      note(
        root["format"] ?? root,
        id.isEmpty ? "no format" : "the format \"\(clipped(id))\"",
        "format: an id of small letters, digits and dashes"
      )
    } else if EvidenceReaders.formats.contains(where: { $0.id == id }) {
      note(root["format"] ?? root, "the format \(id), which has a reader", "an id of its own")
    }
    return id
  }

  private mutating func kindAndType(
    _ root: EvidenceValue
  ) -> (EvidenceKind, any EvidenceRecord.Type)? {
    let names = EvidenceKind.all.map(\.kind.name)
    let name = root["kind"]?.string ?? ""
    guard let kind = EvidenceKind.all.first(where: { $0.kind.name == name }) else {
      noteUnknown(root["kind"] ?? root, "kind", name, names)
      return nil
    }
    guard let wanted = root["record"] else { return kind.recordTypes.first.map { (kind.kind, $0) } }
    let type = kind.recordTypes.first { $0.recordName == wanted.string }
    if type == nil {
      noteUnknown(wanted, "record", wanted.string ?? "", kind.recordTypes.map { $0.recordName })
    }
    return type.map { (kind.kind, $0) }
  }

  private mutating func container(_ value: EvidenceValue) -> EvidenceMapping.Container? {
    if let container = value.string.flatMap({ EvidenceMapping.Container(rawValue: $0) }) {
      return container
    }
    let known = EvidenceMapping.Container.allCases.map(\.rawValue)
    noteUnknown(value, "container", value.string ?? "", known)
    return nil
  }

  private mutating func detection(_ value: EvidenceValue) -> EvidenceMapping.Detection {
    var detection = EvidenceMapping.Detection()
    for member in members(value, among: ["has", "equals"]) {
      if member.name == "has" {
        for element in list(member.value) {
          if let path = valuePath(element) { detection.has.append(path) }
        }
        continue
      }
      for pair in member.value.members ?? [] {
        guard let text = FieldRule.text(pair.value) else {
          note(pair.value, pair.value.typeName, "a text")
          continue
        }
        detection.equals.append((ValuePath(pair.name), text))
      }
    }
    if detection.has.isEmpty, detection.equals.isEmpty {
      note(value, "nothing to recognise the format by", "has: a list of paths, or equals")
    }
    return detection
  }

  private mutating func filters(_ value: EvidenceValue) -> [EvidenceMapping.RowFilter] {
    list(value).compactMap { entry in
      let known = members(entry, among: ["path", "column", "in", "notIn", "present"])
      guard let path = (entry["path"] ?? entry["column"]).flatMap({ valuePath($0) }) else {
        note(entry, "a condition without a path", "path: where the value stands")
        return nil
      }
      let tests = known.filter { !["path", "column"].contains($0.name) }
      guard tests.count == 1, let test = tests.first else {
        note(entry, "\(tests.count) conditions on one path", "one of in, notIn and present")
        return nil
      }
      if test.name == "present" {
        guard let flag = test.value.bool else {
          note(test.value, test.value.typeName, "true or false")
          return nil
        }
        return .init(path: path, test: .present(flag))
      }
      let words = list(test.value).compactMap { FieldRule.text($0) }
      return .init(path: path, test: test.name == "in" ? .oneOf(words) : .noneOf(words))
    }
  }

  // MARK: Fields

  private mutating func rules(
    _ value: EvidenceValue,
    _ type: any EvidenceRecord.Type
  ) -> [FieldRule] {
    guard value.members != nil else {
      note(value, "no fields", "fields: with a rule for each field of \(type.recordName)")
      return []
    }
    let entries = members(value, among: type.fields.map(\.name))
    var rules: [FieldRule] = []
    for field in type.fields {
      if let entry = entries.first(where: { $0.name == field.name })?.value {
        var parser = FieldRuleParser(field: field, path: path)
        if let rule = parser.rule(entry) { rules.append(rule) }
        problems += parser.problems
      } else if !field.isOptional {
        note(
          value,
          "no rule for \(field.name)",
          "one: a record of \(type.recordName) cannot do without it"
        )
      }
    }
    return rules
  }

  // MARK: Values

  private mutating func valuePath(_ value: EvidenceValue) -> ValuePath? {
    guard let text = FieldRule.text(value), !text.isEmpty else {
      note(value, value.typeName, "a path, or the name of a column")
      return nil
    }
    return ValuePath(text)
  }

  private mutating func list(_ value: EvidenceValue) -> [EvidenceValue] {
    if let elements = value.elements { return elements }
    note(value, value.typeName, "a list")
    return []
  }

  private mutating func members(
    _ value: EvidenceValue,
    among known: [String]
  ) -> [EvidenceValue.Member] {
    guard let members = value.members else {
      note(value, value.typeName, "keys and values")
      return []
    }
    for member in members where !known.contains(member.name) {
      noteUnknown(member.value, "key", member.name, known)
    }
    return members.filter { known.contains($0.name) }
  }

  private mutating func noteUnknown(
    _ value: EvidenceValue,
    _ what: String,
    _ word: String,
    _ known: [String]
  ) {
    problems.append(
      Diagnostic.mapping(unknown: what, word, among: known, at: value, path: path)
    )
  }

  private mutating func note(_ value: EvidenceValue, _ found: String, _ needed: String) {
    problems.append(.mapping(found: found, needed: needed, at: value, path: path))
  }
}

extension Diagnostic {
  /// Something in a mapping file that is not as it must be.
  static func mapping(
    found: String,
    needed: String,
    at value: EvidenceValue,
    path: String
  ) -> Diagnostic {
    Diagnostic(
      .evidenceMappingMalformed,
      at: Locator(path: path, line: value.line > 0 ? value.line : nil),
      found: found,
      needed: needed,
      remedy: "mend the mapping file; Documentation/mapping-files.md has its form"
    )
  }

  /// A word in a mapping file that nothing has as its name.
  static func mapping(
    unknown what: String,
    _ word: String,
    among known: [String],
    at value: EvidenceValue,
    path: String
  ) -> Diagnostic {
    let near = Suggestion.nearest(to: word, among: known)
    let all = known.prefix(30).joined(separator: ", ") + (known.count > 30 ? ", …" : "")
    return mapping(
      found: word.isEmpty ? "no \(what)" : "the \(what) \"\(clipped(word))\"",
      needed: near.map { "a known \(what), such as \($0)" } ?? "one of \(all)",
      at: value,
      path: path
    )
  }
}
