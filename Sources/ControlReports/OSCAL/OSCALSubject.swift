import ControlModel

/// One subject's part of OSCAL assessment results.
struct OSCALSubject {
  let report: Report
  let subject: SubjectResult
  /// When each evidence file was collected, by path.
  let times: [String: Instant]

  private var results: AssessmentResults { report.results }

  /// An identifier of a part of this subject's result.
  private func id(_ kind: String, _ verdict: Verdict? = nil, _ index: Int = 0) -> String {
    results.id("oscal", subject.subject.id, kind, verdict?.control.id ?? "", String(index))
  }

  /// Writes the members of the result.
  func write(to writer: inout JSONWriter) {
    let verdicts = report.verdicts(of: subject)
    writer.member("uuid", id("result"))
    writer.member(
      "title",
      oscal("\(subject.subject.name): \(subject.decision.rawValue) for \(subject.tier.rawValue)")
    )
    let reasons = subject.blockingReasons.map { " \($0.text.sentence)" }.joined()
    writer.member("description", oscal("\(subject.decision.meaning.sentence)\(reasons)"))
    writer.member("start", results.asOf.description)
    writer.member("end", results.asOf.description)
    writer.member(
      "props",
      [
        ("subject", subject.subject.id), ("tier", subject.tier.rawValue),
        ("decision", subject.decision.rawValue), ("readiness", subject.readiness.rawValue),
      ]
    ) { OSCALResults.property($1, to: &$0) }
    writer.object("local-definitions") {
      $0.member("components", [subject.subject]) { write(component: $1, to: &$0) }
    }
    writer.object("reviewed-controls") {
      $0.member("control-selections", [verdicts]) { writer, verdicts in
        writer.member("description", "The controls of the suites that ran.")
        writer.optional("include-controls", verdicts) {
          $0.member("control-id", oscalToken($1.control.id))
        }
      }
    }
    // Each control has at least one observation; the lists are made as they are written.
    if !verdicts.isEmpty {
      writer.member("observations", verdicts.lazy.flatMap(observations)) {
        write(observation: $1, to: &$0)
      }
    }
    let risky = verdicts.filter { !$0.result.findings.isEmpty }
    if !risky.isEmpty {
      writer.member("risks", risky.lazy.flatMap(risks)) { write(risk: $1, to: &$0) }
    }
    writer.optional("findings", verdicts) { write(finding: $1, to: &$0) }
  }

  private func write(component subject: Subject, to writer: inout JSONWriter) {
    writer.member("uuid", id("component"))
    writer.member("type", subject.kind == .vendor ? "service" : "system")
    writer.member("title", oscal(subject.name))
    writer.member(
      "description",
      oscal("\(subject.kind.label) \(subject.id), owner \(subject.owner)")
    )
    writer.object("status") { $0.member("state", "other") }
  }

  private struct Observed {
    let verdict: Verdict
    let index: Int
    let finding: Finding?
  }

  /// One observation for each finding, and one of the population for each control.
  private func observations(_ verdict: Verdict) -> [Observed] {
    [Observed(verdict: verdict, index: 0, finding: nil)]
      + verdict.result.findings.enumerated().map {
        Observed(verdict: verdict, index: $0 + 1, finding: $1)
      }
  }

  private func write(observation: Observed, to writer: inout JSONWriter) {
    let (verdict, finding) = (observation.verdict, observation.finding)
    writer.member("uuid", id("observation", verdict, observation.index))
    writer.member("title", oscal("\(verdict.control.id) \(verdict.control.title)"))
    let unjudged = verdict.result.unjudged.map(\.sentence)
    let text = finding?.sentence ?? ([verdict.sentence] + unjudged).joined(separator: "; ")
    writer.member("description", oscal(text))
    if let finding {
      let waiver = finding.waiver.map { [("waiver", $0)] } ?? []
      let properties = [
        ("record-type", finding.recordType), ("record", finding.record),
        ("attribute", finding.attribute), ("expected", finding.expected),
        ("observed", finding.observed),
      ]
      writer.member("props", properties + waiver) { OSCALResults.property($1, to: &$0) }
    }
    let method = verdict.control.mode == .attested ? ["INTERVIEW"] : ["EXAMINE"]
    writer.member("methods", verdict.control.mode == .hybrid ? method + ["INTERVIEW"] : method)
    writer.member("types", [finding == nil ? "control-objective" : "finding"])
    writer.member("subjects", [subject.subject]) {
      $0.member("subject-uuid", id("component"))
      $0.member("type", "component")
      $0.member("title", oscal($1.name))
    }
    let paths = verdict.result.evidence
    if let locator = finding?.locator {
      writer.member("relevant-evidence", [locator]) { write(evidence: $1, to: &$0) }
    } else if finding == nil {
      writer.optional("relevant-evidence", paths) { write(evidence: Locator(path: $1), to: &$0) }
    }
    let known = (finding?.locator.map { [$0.path] } ?? paths).compactMap { times[$0] }.min()
    writer.member("collected", (known ?? results.asOf).description)
    if known == nil { writer.member("remarks", "The time of collection is not recorded.") }
  }

  private func write(evidence locator: Locator, to writer: inout JSONWriter) {
    writer.member("href", uriPath("\(subject.subject.id)/\(locator.path)"))
    writer.member("description", oscal(locator.description))
    let digest = subject.files.first { $0.path == locator.path }?.digest ?? ""
    let shown = locator.digest.isEmpty ? digest : locator.digest
    if !shown.isEmpty {
      writer.member("props", [("sha256", shown)]) { OSCALResults.property($1, to: &$0) }
    }
  }

  /// What deviates and is not waived, and what each waiver covers, as risks of a control.
  private struct Risk {
    let verdict: Verdict
    let index: Int
    let waiver: String?
  }

  private func risks(_ verdict: Verdict) -> [Risk] {
    let open = verdict.openFindings.isEmpty ? [] : [Risk(verdict: verdict, index: 0, waiver: nil)]
    let waivers = Set(verdict.result.findings.compactMap(\.waiver)).sorted()
    return open + waivers.enumerated().map { Risk(verdict: verdict, index: $0 + 1, waiver: $1) }
  }

  private func write(risk: Risk, to writer: inout JSONWriter) {
    let verdict = risk.verdict
    writer.member("uuid", id("risk", verdict, risk.index))
    writer.member("title", oscal("Not true: \(verdict.control.title)"))
    let waiver = verdict.waiver(risk.waiver)
    writer.member("description", oscal(waiver.map { "Waived: \($0.reason)" } ?? verdict.sentence))
    writer.member("statement", "Severity \(verdict.control.severity.rawValue).")
    if let name = risk.waiver {
      writer.member("props", [("waiver", name)]) { OSCALResults.property($1, to: &$0) }
    }
    writer.member("status", risk.waiver == nil ? "open" : "deviation-approved")
    if let waiver {
      writer.member("mitigating-factors", [waiver]) {
        $0.member("uuid", id("mitigation", verdict, risk.index))
        $0.member("description", oscal($1.compensatingControl))
      }
      writer.member("deadline", waiver.expiresAt.description)
    }
    writer.member("remediations", [verdict.control]) {
      $0.member("uuid", id("remediation", verdict, risk.index))
      $0.member("lifecycle", "recommendation")
      $0.member("title", "Remedy")
      $0.member("description", oscal($1.remedy))
    }
    let related = verdict.result.findings.enumerated().filter { $1.waiver == risk.waiver }
    writer.member("related-observations", related.map(\.offset)) {
      $0.member("observation-uuid", id("observation", verdict, $1 + 1))
    }
  }

  private func write(finding verdict: Verdict, to writer: inout JSONWriter) {
    writer.member("uuid", id("finding", verdict))
    writer.member("title", oscal("\(verdict.control.id) \(verdict.control.title)"))
    writer.member("description", oscal(verdict.sentence))
    let mapped =
      verdict.control.satisfies.map { ("satisfies", $0.description) }
      + verdict.control.supports.map { ("supports", $0.description) }
    writer.member("props", [("outcome", verdict.result.outcome.rawValue)] + mapped) {
      OSCALResults.property($1, to: &$0)
    }
    writer.object("target") {
      $0.member("type", "objective-id")
      $0.member("target-id", oscalToken(verdict.control.id))
      $0.object("status") { write(status: verdict.result.outcome, to: &$0) }
    }
    writer.member("related-observations", observations(verdict)) {
      $0.member("observation-uuid", id("observation", $1.verdict, $1.index))
    }
    let risks = risks(verdict)
    writer.optional("related-risks", risks) {
      $0.member("risk-uuid", id("risk", $1.verdict, $1.index))
    }
  }

  private func write(status outcome: Outcome, to writer: inout JSONWriter) {
    writer.member("state", outcome == .pass ? "satisfied" : "not-satisfied")
    switch outcome {
    case .pass: writer.member("reason", "pass")
    case .fail: writer.member("reason", "fail")
    default: writer.member("reason", "other")
    }
    if outcome != .pass { writer.member("remarks", "Outcome: \(outcome.label).") }
  }
}
