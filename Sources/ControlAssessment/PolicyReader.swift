public import ControlFrameworks
public import ControlModel

/// Reads the policy file.
///
/// Unknown keys are errors: a typing error must not loosen a limit.
public struct PolicyReader {
  private let path: String
  private let parameters: [PolicyParameter]
  private let catalogs: [Catalog]
  var policy = Policy()
  private var problems: [Diagnostic] = []

  /// Reads a policy.
  ///
  /// - Parameters:
  ///   - root: The file's content.
  ///   - path: The file's path, for messages.
  ///   - parameters: The parameters that the controls declare; those of statements are always known.
  ///   - catalogs: The frameworks whose items may be mandatory.
  /// - Returns: The policy and what was wrong with the file; it may be used only where that is empty.
  public static func read(
    _ root: EvidenceValue,
    path: String,
    parameters: [PolicyParameter],
    catalogs: [Catalog]
  ) -> (policy: Policy, problems: [Diagnostic]) {
    var reader = PolicyReader(path: path, parameters: parameters, catalogs: catalogs)
    reader.readAll(root)
    return (reader.policy, reader.problems)
  }

  private init(path: String, parameters: [PolicyParameter], catalogs: [Catalog]) {
    self.path = path
    self.parameters = parameters + PolicyParameter.ofStatements.filter { !parameters.contains($0) }
    self.catalogs = catalogs
  }

  private mutating func readAll(_ root: EvidenceValue) {
    let sections = members(
      of: root,
      among: [
        "version", "parameters", "evidence", "waivers", "findings", "tiers", "trustedKeys", "seal",
      ]
    )
    guard root["version"]?.integer == 1 else {
      return note(root["version"] ?? root, "no version 1", "version: 1", .policyMalformed)
    }
    for (name, value) in sections {
      switch name {
      case "parameters": readParameters(value)
      case "evidence": readEvidence(value)
      case "waivers": readWaivers(value)
      case "findings":
        for (_, kept) in members(of: value, among: ["kept"]) {
          if let count = positive(kept) { policy.keptFindings = count }
        }
      case "tiers": readTiers(value)
      case "trustedKeys": readKeys(value)
      default: break
      }
    }
    // After the keys, wherever in the file it stands: it names them.
    for (name, value) in sections where name == "seal" { readSeal(value) }
  }

  // MARK: Sections

  private mutating func readParameters(_ section: EvidenceValue) {
    for (name, entry) in members(of: section, among: parameters.map(\.name)) {
      guard let parameter = parameters.first(where: { $0.name == name }) else { continue }
      var written = entry
      if entry.members != nil {
        for (key, value) in members(of: entry, among: ["value", "source"]) where key == "source" {
          policy.sources[name] = value.string
        }
        written = entry["value"] ?? entry
      }
      if let value = value(written, like: parameter.defaultValue) {
        policy.values[name] = value
      } else {
        note(
          written,
          written.typeName,
          "\(name): \(parameter.defaultValue.typeName)",
          .policyMalformed
        )
      }
    }
  }

  private func value(_ written: EvidenceValue, like model: PolicyValue) -> PolicyValue? {
    switch model {
    case .duration: return written.string.flatMap { Duration(words: $0) }.map { .duration($0) }
    case .integer: return written.integer.map { .integer($0) }
    case .decimal:
      guard case .number(let text) = written.content, let number = Double(text) else { return nil }
      return .decimal(number)
    case .list:
      guard let elements = written.elements else { return nil }
      let names = elements.compactMap(\.string)
      return names.count == elements.count ? .list(names) : nil
    }
  }

  private mutating func readEvidence(_ section: EvidenceValue) {
    for (name, value) in members(of: section, among: ["maximumAge", "kinds"]) {
      if name == "maximumAge" {
        if let age = duration(value) { policy.defaultMaximumEvidenceAge = age }
        continue
      }
      for (kind, age) in members(of: value, among: EvidenceKind.all.map(\.kind.name)) {
        if let age = duration(age) { policy.maximumEvidenceAges[EvidenceKind(kind)] = age }
      }
    }
  }

  private mutating func readWaivers(_ section: EvidenceValue) {
    for (name, value) in members(of: section, among: ["maximumDuration", "maximumRecords"]) {
      if name == "maximumDuration" {
        if let longest = duration(value) { policy.maximumWaiverDuration = longest }
      } else if let most = positive(value) {
        policy.maximumWaiverRecords = most
      }
    }
  }

  private mutating func readTiers(_ section: EvidenceValue) {
    for (name, value) in members(of: section, among: Tier.allCases.map(\.rawValue)) {
      guard let tier = Tier(rawValue: name) else { continue }
      for (_, list) in members(of: value, among: ["mandatory"]) {
        var requirements: [RequirementID] = []
        for element in list.elements ?? [] { requirements += self.requirements(element) }
        policy.mandatory[tier] = requirements
      }
    }
  }

  /// A qualified id names one item; a framework's id alone names all of its items that are no groups.
  private mutating func requirements(_ element: EvidenceValue) -> [RequirementID] {
    let text = element.string ?? ""
    if let catalog = catalogs.first(where: { $0.framework.name == text }) {
      return catalog.items.filter {
        !$0.kind.isGroup && $0.parent == nil || $0.kind == .subcategory
      }
      .map(\.requirement)
    }
    if let id = RequirementID(qualified: text),
      let catalog = catalogs.first(where: { $0.framework == id.framework })
    {
      if catalog[id.id] != nil { return [id] }
      let near = Suggestion.nearest(to: id.id, among: catalog.items.map(\.requirement.id))
      note(
        element,
        "\"\(text)\"",
        near.map { "an item of \(catalog.title), such as \(id.framework.name):\($0)" }
          ?? "an item of \(catalog.title)",
        .policyUnknownKey
      )
      return []
    }
    let names = catalogs.map(\.framework.name)
    let near = Suggestion.nearest(to: String(text.prefix { $0 != ":" }), among: names)
    note(
      element,
      "\"\(text)\"",
      "framework:id with a framework out of \(near ?? names.joined(separator: ", "))",
      .policyUnknownKey
    )
    return []
  }

  // MARK: Values

  mutating func members(
    of value: EvidenceValue,
    among known: [String]
  ) -> [(String, EvidenceValue)] {
    guard let members = value.members else {
      if !value.isNull { note(value, value.typeName, "keys and values", .policyMalformed) }
      return []
    }
    for member in members where !known.contains(member.name) {
      let near = Suggestion.nearest(to: member.name, among: known)
      note(
        member.value,
        "the key \"\(member.name)\"",
        near.map { "a known key, such as \($0)" } ?? "one of \(known.joined(separator: ", "))",
        .policyUnknownKey
      )
    }
    return members.filter { known.contains($0.name) }.map { ($0.name, $0.value) }
  }

  private mutating func duration(_ value: EvidenceValue) -> Duration? {
    if let duration = value.string.flatMap({ Duration(words: $0) }) { return duration }
    note(value, value.typeName, "a duration such as 90 days", .policyMalformed)
    return nil
  }

  private mutating func positive(_ value: EvidenceValue) -> Int? {
    if let number = value.integer, number > 0 { return number }
    note(value, value.typeName, "a whole number above zero", .policyMalformed)
    return nil
  }

  mutating func note(
    _ value: EvidenceValue,
    _ found: String,
    _ needed: String,
    _ code: Diagnostic.Code
  ) {
    problems.append(
      Diagnostic(
        code,
        at: Locator(path: path, line: value.line > 0 ? value.line : nil),
        found: found,
        needed: needed,
        remedy: "mend the policy file"
      )
    )
  }
}
