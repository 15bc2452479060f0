import ControlFrameworks
import ControlModel
import ControlTesting

extension Command {
  /// Explains a control, a requirement, an outcome, a rule of the gate or an error code.
  static let explain = Command(
    name: "explain",
    summary: "explain a control, a profile, a requirement, a rule of the gate or an error code",
    operands: "ID",
    operandCount: 1...8,
    options: CommandOption.frameworks,
    discussion: """
      Requirements may be written as people write them: "NHI-03", "PR.AC-4", "GOVERN 1.6".
      An item of a framework given with --framework is named by its own id.
      """
  ) { session in
    // An id such as GOVERN 1.6 may come as two words.
    let word = session.arguments.operands.joined(separator: " ")
    guard let lines = explanation(of: word, session) else {
      let known =
        session.controls.map(\.description.id) + session.profiles.map(\.name)
        + Diagnostic.Code.allCases.map(\.rawValue)
        + GateReason.Rule.allCases.map(\.rawValue) + EvidenceKind.all.map(\.kind.name)
        + session.frameworks.catalogs.flatMap { $0.items.map(\.requirement.id) }
      if Suggestion.nearest(to: word, among: known) != nil {
        throw UsageProblem.unknown("id", word, among: known)
      }
      throw UsageProblem(nothingKnown(word))
    }
    let wrapped = lines.flatMap { line in
      line.count <= session.console.width ? [line] : indented(line, session.console.width)
    }
    session.console.write(wrapped.joined(separator: "\n") + "\n")
    return .approve
  }

  /// A long line broken at blanks; the lines after the first start where its text starts.
  private static func indented(_ line: String, _ width: Int) -> [String] {
    let blanks = line.prefix { $0 == " " }.count
    // A label such as "  says       " keeps its column; a line without one is indented by two.
    let afterLabel = line.dropFirst(blanks).drop { $0 != " " }
    let gap = afterLabel.prefix { $0 == " " }.count
    let column = blanks > 0 && gap > 1 ? line.count - afterLabel.count + gap : blanks + 2
    let head = blanks > 0 && gap > 1 ? String(line.prefix(column)) : String(line.prefix(blanks))
    let lines = Columns.wrapped(String(line.dropFirst(head.count)), width - column)
    return lines.enumerated().map { offset, text in
      (offset == 0 ? head : String(repeating: " ", count: column)) + text
    }
  }

  private static func nothingKnown(_ word: String) -> String {
    let resolution = CitationResolver.resolve(word)
    let near = resolution.suggestions.map { "\($0.id) (\($0.framework))" }
    let hint =
      near.isEmpty
      ? "See controls list controls and controls list requirements."
      : "Near: \(near.joined(separator: ", "))."
    return "unknown id \"\(word)\": \(resolution.note.isEmpty ? "" : resolution.note + " ")\(hint)"
  }

  private static func explanation(of word: String, _ session: Session) -> [String]? {
    if let control = session.controls.first(where: {
      $0.description.id.lowercased() == word.lowercased()
    }) {
      return text(control)
    }
    if let profile = session.profiles.first(where: { $0.name == word.lowercased() }) {
      return text(profile, session)
    }
    if let code = Diagnostic.Code(rawValue: word) {
      return [code.rawValue, "  \(code.explanation)"]
    }
    if let rule = GateReason.Rule(rawValue: word) {
      return [rule.rawValue, "  \(rule.explanation)"]
    }
    if let kind = EvidenceKind.all.first(where: { $0.kind.name == word }) { return text(kind) }
    let own = session.frameworks.items(word)
    if !own.isEmpty { return own.flatMap { text($0, reading: nil, session) } }
    let resolution = CitationResolver.resolve(word)
    if resolution.requirements.isEmpty { return nil }
    return text(resolution, session)
  }

  private static func text(_ control: Control) -> [String] {
    let description = control.description
    var lines = ["\(description.id)  \(description.title)"]
    if !description.rationale.isEmpty { lines.append("  matters    \(description.rationale)") }
    lines += [
      "  suite      \(description.suite), written in \(description.source)",
      "  severity   \(description.severity.rawValue), \(description.mode.rawValue), "
        + "blocks from \(description.blocksFrom.rawValue)\(description.isHardGate ? ", hard gate" : "")",
      "  judges     \(description.population)",
    ]
    lines += description.asks.flatMap(text)
    lines += description.needs.map { need in
      "  needs      \(need.kinds.map(\.name).joined(separator: " or "))"
    }
    lines += control.parameters.map {
      "  limit      \($0.name): \($0.meaning) Default \($0.defaultValue) \($0.unit)"
    }
    lines += mappings("satisfies", description.satisfies, description)
    lines += mappings("supports", description.supports, description)
    lines.append("  mend       \(description.remedy)")
    return lines + description.references.map { "  read       \($0)" }
  }

  private static func text(_ statement: StatementAsked) -> [String] {
    let roles =
      statement.roles.isEmpty ? "who holds a role" : statement.roles.joined(separator: " or ")
    let duty = statement.duty.map { ", accountable for \($0)" } ?? ""
    let topics =
      statement.topics.isEmpty
      ? "any document" : "a document on \(statement.topics.joined(separator: " or "))"
    return [
      "  asks       \(statement.name): \"\(statement.claim)\"",
      "  signs      \(roles)\(duty), resting on \(topics); \(statement.maximumAge.name)"
        + (statement.unbrokenOver.map { ", unbroken over \($0.name)" } ?? ""),
    ]
  }

  /// A profile: what it decides, and its controls in the order of reading.
  private static func text(_ profile: Profile, _ session: Session) -> [String] {
    let titles = Dictionary(
      session.controls.map { ($0.description.id, $0.description.title) },
      uniquingKeysWith: { one, _ in one }
    )
    var lines = [
      "\(profile.name)  \(profile.title)",
      "  purpose    \(profile.purpose)",
      "  decides    \(profile.decides)",
      "  gate       \(profile.tier.rawValue): a control blocks it that blocks in this tier",
    ]
    for section in profile.sections {
      lines += ["", "  \(section.title): \(section.question)"]
      lines += section.controls.map { id in
        "    \(Help.padded(id, 8)) \(titles[id] ?? "(no suite has it, so it holds the profile)")"
      }
    }
    return lines
  }

  private static func mappings(
    _ verb: String,
    _ requirements: [RequirementID],
    _ control: ControlDescription
  ) -> [String] {
    requirements.map { requirement in
      let name = Catalogs.item(requirement)?.name ?? ""
      let why = control.rationales[requirement].map { " (\($0))" } ?? ""
      return "  \(Help.padded(verb, 10)) \(requirement.id) \(name)\(why)"
    }
  }

  private static func text(_ kind: EvidenceKindDescription) -> [String] {
    var lines = ["\(kind.kind.name)  \(kind.summary)", "  sources  \(kind.sources)"]
    for type in kind.recordTypes {
      lines.append("  record   \(type.recordName)")
      lines += type.fields.map { "    \($0.name)\($0.isOptional ? "?" : "")  \($0.type.words)" }
    }
    return lines
  }

  private static func text(_ resolution: Resolution, _ session: Session) -> [String] {
    var lines = resolution.note.isEmpty ? [] : ["note: \(resolution.note)"]
    for reading in resolution.readings {
      guard let item = Catalogs.item(reading.requirement) else { continue }
      // The note above says it already where there is one reading, or the first of several.
      let note = resolution.note.contains(reading.note) ? nil : reading.note
      if !lines.isEmpty { lines.append("") }
      lines += text(item, reading: note, session)
    }
    return lines
  }

  /// An official item: its name, what it says, who answers for it and what an answer takes.
  private static func text(
    _ item: CatalogItem,
    reading: String?,
    _ session: Session
  ) -> [String] {
    let name = item.name == item.requirement.id ? "" : "  \(item.name)"
    var lines = ["\(item.requirement.id)\(name)  (\(item.requirement.framework))"]
    if !item.text.isEmpty { lines.append("  says       \(item.text)") }
    if let explanation = item.explanation { lines.append("  means      \(explanation)") }
    if let reading { lines.append("  reading    \(reading)") }
    let entry = session.requirementMap.entry(for: item.requirement)
    lines += entry.through.map { "  through    \($0.id)  \(session.name(of: $0))" }
    lines += entry.satisfiedBy.map { "  satisfied  by \($0.id)  \($0.title)" }
    lines += entry.supportedBy.map { "  supported  by \($0.id)  \($0.title)" }
    if let rated = Assessability.of(item.requirement) {
      lines.append("  mode       \(rated.mode.rawValue): \(rated.mode.whatFilesShow)")
      lines.append("  asserts    \(rated.assertion)")
      lines.append("  evidence   \(rated.evidenceKinds.map(\.name).joined(separator: ", "))")
    }
    if entry.isUncovered { lines.append("  uncovered  no control maps to it") }
    return lines
  }
}

extension FieldDescription.FieldType {
  /// The type as help shows it.
  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .bool: "true or false"
    case .integer: "whole number"
    case .decimal: "number"
    case .instant: "RFC 3339 time"
    case .moment: "RFC 3339 time, never or notRecorded"
    case .duration: "duration such as 90 days"
    case .enumeration(let words): words.joined(separator: " | ")
    case .reference(let kind): "key of a \(kind) record"
    case .list(let element): "list of \(element.words)"
    }
  }
}
