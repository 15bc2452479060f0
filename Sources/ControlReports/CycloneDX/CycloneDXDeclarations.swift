import ControlModel

/// The declarations of a CycloneDX document: who assessed what, and what came of it.
struct CycloneDXDeclarations {
  let report: Report

  private var subjects: [SubjectResult] { report.results.subjects }

  /// Writes the members of the declarations.
  func write(to writer: inout JSONWriter) {
    writer.member("assessors", ["assessor:controls"]) {
      $0.member("bom-ref", $1)
      $0.member("thirdParty", false)
      $0.object("organization") { $0.member("name", "The organisation that ran controls") }
    }
    let rows = subjects.map { subject in
      (subject: subject, standings: subject.requirements.filter { $0.standing != .uncovered })
    }
    writer.member("attestations", rows) { writer, row in
      let subject = row.subject
      let reasons = subject.blockingReasons.map { " \($0.text.sentence)" }.joined()
      writer.member(
        "summary",
        "\(subject.subject.name): \(subject.decision.rawValue) for \(subject.tier.rawValue).\(reasons)"
      )
      writer.member("assessor", "assessor:controls")
      writer.member("map", row.standings) { write($1, of: subject, to: &$0) }
    }
    writer.member("claims", report.verdicts) { write(claim: $1, to: &$0) }
    writer.member("evidence", report.verdicts.lazy.flatMap(entries)) {
      write(evidence: $1, to: &$0)
    }
    writer.object("targets") {
      $0.member("services", subjects) { writer, subject in
        writer.member("bom-ref", target(subject))
        writer.member("name", subject.subject.name)
        writer.member("description", "\(subject.subject.kind.label) \(subject.subject.id)")
      }
    }
  }

  private func write(
    _ standing: RequirementResult,
    of subject: SubjectResult,
    to writer: inout JSONWriter
  ) {
    writer.member("requirement", CycloneDXAttestations.reference(standing.requirement))
    let ids = standing.standing == .assessed ? standing.satisfiedBy : standing.supportedBy
    let passed = Set(subject.controls.filter { $0.outcome == .pass }.map(\.control))
    let ran = Set(subject.controls.map(\.control))
    writer.member("claims", ids.filter(passed.contains).map { claim(subject, $0) })
    writer.member(
      "counterClaims",
      ids.filter { ran.contains($0) && !passed.contains($0) }.map { claim(subject, $0) }
    )
    writer.object("conformance") {
      $0.member("score", standing.isMet ? 1 : 0)
      $0.member(
        "rationale",
        standing.standing == .assessed
          ? "The controls that satisfy it: \(standing.outcome.label)."
          : "Controls contribute to it and none satisfies it: \(standing.outcome.label)."
      )
    }
  }

  private func write(claim verdict: Verdict, to writer: inout JSONWriter) {
    writer.member("bom-ref", claim(verdict.subject, verdict.control.id))
    writer.member("target", target(verdict.subject))
    writer.member("predicate", verdict.control.title)
    writer.member("reasoning", verdict.sentence)
    let all = entries(verdict)
    let against = verdict.result.outcome == .pass ? [] : all.map(\.reference)
    writer.member("evidence", verdict.result.outcome == .pass ? all.map(\.reference) : [])
    writer.member("counterEvidence", against)
  }

  /// A piece of evidence: the population of a control, or one finding.
  private struct Entry {
    let reference: String
    let verdict: Verdict
    let finding: Finding?
  }

  private func entries(_ verdict: Verdict) -> [Entry] {
    let head = "evidence:\(verdict.subject.subject.id):\(verdict.control.id)"
    return [Entry(reference: head, verdict: verdict, finding: nil)]
      + verdict.result.findings.enumerated().map {
        Entry(reference: "\(head):\($0 + 1)", verdict: verdict, finding: $1)
      }
  }

  private func write(evidence entry: Entry, to writer: inout JSONWriter) {
    let finding = entry.finding
    writer.member("bom-ref", entry.reference)
    writer.member("propertyName", finding?.attribute ?? "population")
    let waiver = finding?.waiver.map { " [waived by \($0)]" } ?? ""
    let unjudged = entry.verdict.result.unjudged.map(\.sentence)
    writer.member(
      "description",
      finding.map { $0.sentence + waiver }
        ?? ([entry.verdict.sentence] + unjudged).joined(separator: "; ")
    )
    let places = finding?.locator.map { [$0.description] } ?? entry.verdict.result.evidence
    writer.optional("data", finding == nil ? places : places.prefix(1).map { $0 }) {
      writer,
      place in
      writer.member("name", place)
      writer.object("contents") {
        $0.object("attachment") {
          $0.member("contentType", "text/plain")
          $0.member("content", finding.map { "record \($0.record)" } ?? "evidence file \(place)")
        }
      }
    }
    writer.member("created", report.results.asOf.description)
    let expiry = entry.verdict.waiver(finding?.waiver)?.expiresAt
    writer.optional("expires", expiry?.description)
  }

  private func target(_ subject: SubjectResult) -> String { "subject:\(subject.subject.id)" }

  private func claim(_ subject: SubjectResult, _ control: String) -> String {
    "claim:\(subject.subject.id):\(control)"
  }
}
