import ControlFrameworks
import ControlModel
import ControlTesting

extension Command {
  /// Explains a control, a requirement, an outcome, a rule of the gate or an error code.
  static let explain = Command(
    name: "explain",
    summary: "explain a control, a requirement, an outcome, a rule of the gate or an error code",
    operands: "ID",
    operandCount: 1...8,
    options: [],
    discussion: """
      Requirements may be written as people write them: "NHI-03", "PR.AC-4", "GOVERN 1.6".
      """
  ) { session in
    // An id such as GOVERN 1.6 may come as two words.
    let word = session.arguments.operands.joined(separator: " ")
    guard let lines = explanation(of: word, session) else {
      let known =
        session.controls.map(\.description.id) + Diagnostic.Code.allCases.map(\.rawValue)
        + GateReason.Rule.allCases.map(\.rawValue) + EvidenceKind.all.map(\.kind.name)
      throw UsageProblem.unknown("id", word, among: known)
    }
    let wrapped = lines.flatMap { line in
      line.count <= session.console.width ? [line] : indented(line, session.console.width)
    }
    session.console.write(wrapped.joined(separator: "\n") + "\n")
    return .approve
  }

  private static func indented(_ line: String, _ width: Int) -> [String] {
    let label = line.prefix { $0 == " " }
    return Columns.wrapped(String(line.dropFirst(label.count)), width - label.count - 2)
      .enumerated().map { $0 == 0 ? label + $1 : label + "  " + $1 }
  }

  private static func explanation(of word: String, _ session: Session) -> [String]? {
    if let control = session.controls.first(where: {
      $0.description.id.lowercased() == word.lowercased()
    }) {
      return text(control)
    }
    if let code = Diagnostic.Code(rawValue: word) {
      return [code.rawValue, "  \(code.explanation)"]
    }
    if let rule = GateReason.Rule(rawValue: word) {
      return [rule.rawValue, "  \(rule.explanation)"]
    }
    if let kind = EvidenceKind.all.first(where: { $0.kind.name == word }) { return text(kind) }
    let resolution = CitationResolver.resolve(word)
    if resolution.requirements.isEmpty { return nil }
    return text(resolution, session)
  }

  private static func text(_ control: Control) -> [String] {
    let description = control.description
    var lines = [
      "\(description.id)  \(description.title)",
      "  suite      \(description.suite), written in \(description.source)",
      "  severity   \(description.severity.rawValue), \(description.mode.rawValue), "
        + "blocks from \(description.blocksFrom.rawValue)\(description.isHardGate ? ", hard gate" : "")",
      "  judges     \(description.population)",
    ]
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
      lines += ["\(item.requirement.id)  \(item.name)  (\(item.requirement.framework))"]
      if !item.text.isEmpty { lines.append("  says       \(item.text)") }
      lines.append("  reading    \(reading.note)")
      let controls = session.controls.map(\.description)
      let satisfying = controls.filter { $0.satisfies.contains(item.requirement) }
      let supporting = controls.filter { $0.supports.contains(item.requirement) }
      lines += satisfying.map { "  satisfied by \($0.id)  \($0.title)" }
      lines += supporting.map { "  supported by \($0.id)  \($0.title)" }
      if satisfying.isEmpty, supporting.isEmpty {
        lines.append("  uncovered: no control maps to it")
      }
    }
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
