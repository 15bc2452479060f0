import ControlAssessment
import ControlEvidence
import ControlFrameworks
import ControlModel
import ControlReports
import ControlTesting

extension Command {
  /// Shows why a control or requirement stands where it does for a subject, down to the evidence.
  static let why = Command(
    name: "why",
    summary: "show why a control or requirement stands where it does, down to the evidence",
    operands: "SUBJECT ID",
    operandCount: 2...2,
    options: CommandOption.assessment + CommandOption.frameworks,
    discussion: "ID is a control (NHI7-2) or a requirement (NHI7:2025, PR.AA-01, GOVERN 1.6)."
  ) { session in
    let name = session.arguments.operands[0]
    let names = try session.subjectNames()
    guard names.contains(name) else { throw UsageProblem.unknown("subject", name, among: names) }
    let plan = try session.plan()
    let wanted = try controls(session.arguments.operands[1], in: plan, session)
    let inventories = try session.inventories(plan.policy).filter { $0.subject.id == name }
    let results = await Assessment.run(
      plan,
      over: inventories,
      toolVersion: ControlsCommand.version
    )
    guard let subject = results.subjects.first else { return .hold }
    let folder = EvidenceFolder(path: "\(session.evidence.path)/\(name)")
    for control in wanted {
      guard let result = subject.controls.first(where: { $0.control == control.id }) else {
        continue
      }
      session.console.write(text(control, result, folder))
    }
    return .approve
  }

  private static func controls(
    _ word: String,
    in plan: AssessmentPlan,
    _ session: Session
  ) throws -> [ControlDescription] {
    let all = plan.controls.map(\.description)
    if let control = all.first(where: { $0.id.lowercased() == word.lowercased() }) {
      return [control]
    }
    let requirements = session.requirements(word)
    let map = RequirementMap(controls: all, links: plan.links)
    let wanted = Set(
      requirements.flatMap { requirement in
        let entry = map.entry(for: requirement)
        return (entry.satisfiedBy + entry.supportedBy).map(\.id)
      }
    )
    if !wanted.isEmpty { return all.filter { wanted.contains($0.id) } }
    if let requirement = requirements.first {
      throw UsageProblem("no control maps to \(requirement.id); see controls list requirements")
    }
    throw UsageProblem.unknown("control or requirement", word, among: all.map(\.id))
  }

  private static func text(
    _ control: ControlDescription,
    _ result: ControlResult,
    _ folder: EvidenceFolder
  ) -> String {
    var lines = [
      "\(result.outcome.label.uppercased())  \(control.id)  \(control.title)",
      "  judged   \(result.population.count) of \(result.population.total) \(result.population.recordType) records",
    ]
    lines += result.reasons.map { "  because  \($0)" }
    if !result.evidence.isEmpty {
      lines.append("  evidence \(result.evidence.joined(separator: ", "))")
    }
    for finding in result.findings {
      lines += ["", "  \(finding.record): \(finding.attribute)"]
      lines.append("    expected \(finding.expected)")
      lines.append("    observed \(finding.observed)")
      lines += finding.path.map { "    chain    \($0)" }
      if let waiver = finding.waiver { lines.append("    waived   by \(waiver)") }
      if let locator = finding.locator {
        lines.append("    seen at  \(locator)")
        if !locator.digest.isEmpty { lines.append("    sha256   \(locator.digest)") }
        lines += excerpt(locator, folder).map { "    | \($0)" }
      }
    }
    if result.findingCount > result.findings.count {
      lines.append("  and \(result.findingCount - result.findings.count) more")
    }
    for problem in result.unjudged { lines.append("\(problem)") }
    if result.failedCount > 0 { lines += ["", "  mend     \(control.remedy)"] }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// The lines of evidence around a place, without what may be a secret.
  private static func excerpt(_ locator: Locator, _ folder: EvidenceFolder) -> [String] {
    guard let line = locator.line,
      let packed = try? folder.bytes(of: locator.path),
      let bytes = try? FileText.utf8(packed, path: locator.path),
      case let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false),
      lines.indices.contains(line - 1)
    else { return [] }
    // In a table or a log the record is the line; elsewhere it goes on below.
    let isWholeLine = [".csv", ".jsonl", ".ndjson", ".gz"].contains { locator.path.hasSuffix($0) }
    return lines[(line - 1)..<min(isWholeLine ? line : line + 5, lines.count)].enumerated().map {
      offset,
      bytes in
      let text = visible(
        SecretShape.withheld(Redaction.redact(String(decoding: bytes, as: UTF8.self)))
      )
      let clipped = text.count > 160 ? text.prefix(159) + "…" : text[...]
      return "\(line + offset)  \(clipped)"
    }
  }
}
