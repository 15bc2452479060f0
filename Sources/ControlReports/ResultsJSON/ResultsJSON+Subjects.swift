import ControlModel

extension ResultsJSON {
  /// Writes everything that came of the assessment for one subject.
  static func write(_ result: SubjectResult, to writer: inout JSONWriter) {
    let subject = result.subject
    writer.member("id", subject.id)
    writer.member("name", subject.name)
    writer.member("kind", subject.kind.rawValue)
    writer.member("owner", subject.owner)
    writer.member("criticality", subject.criticality)
    writer.member("tenants", subject.tenants)
    writer.member("tierSought", subject.tier.rawValue)
    writer.member("tier", result.tier.rawValue)
    writer.member("decision", result.decision.rawValue)
    writer.member("exitCode", Int(result.decision.exitCode))
    writer.member("readiness", result.readiness.rawValue)
    writer.member("reasons", result.reasons) { write($1, to: &$0) }
    writer.member("profiles", result.profiles) { write($1, to: &$0) }
    writer.member("coreProofs", result.coreProofs) { writer, proof in
      writer.member("proof", proof.proof.rawValue)
      writer.member("outcome", proof.outcome.rawValue)
      writer.member("controls", proof.controls)
    }
    writer.member("controls", result.controls) { write($1, to: &$0) }
    writer.member("requirements", result.requirements) { write($1, to: &$0) }
    writer.member("evidence", result.files) { write($1, to: &$0) }
    writer.member("diagnostics", result.diagnostics) { write($1, to: &$0) }
    writer.member("waivers", result.waivers) { write($1, to: &$0) }
    writer.member("waiverFindings", result.waiverFindings) { writer, finding in
      writer.member("waiver", finding.waiver)
      writer.member("problem", finding.problem.rawValue)
      writer.member("text", finding.text)
      writer.member("voids", finding.voids)
    }
    // The two members that may be left out: a horizon that nobody asked for, and a graph that was
    // not made.
    if let horizon = result.horizon { writer.member("horizon", horizon) { write($1, to: &$0) } }
    if let picture = result.picture { writer.member("trust", picture) { write($1, to: &$0) } }
  }

  /// Writes a reason of the gate.
  static func write(_ reason: GateReason, to writer: inout JSONWriter) {
    writer.member("effect", reason.effect.rawValue)
    writer.member("rule", reason.rule.rawValue)
    writer.member("control", reason.control)
    writer.member("requirement", reason.requirement) { write($1, to: &$0) }
    writer.member("text", reason.text)
  }

  private static func write(_ requirement: RequirementID, to writer: inout JSONWriter) {
    writer.member("framework", requirement.framework.name)
    writer.member("id", requirement.id)
  }

  private static func write(_ result: RequirementResult, to writer: inout JSONWriter) {
    write(result.requirement, to: &writer)
    writer.member("standing", result.standing.rawValue)
    writer.member("outcome", result.outcome.rawValue)
    writer.member("isMet", result.isMet)
    writer.member("satisfiedBy", result.satisfiedBy)
    writer.member("supportedBy", result.supportedBy)
    writer.member("through", result.through) { write($1, to: &$0) }
    writer.member("modes", result.modes.raw)
    writer.member("failedCount", result.failedCount)
    writer.member("populationCount", result.populationCount)
    writer.member("isClaimedOnly", result.isClaimedOnly)
  }

  private static func write(_ file: EvidenceFile, to writer: inout JSONWriter) {
    writer.member("path", file.path)
    writer.member("state", file.state.rawValue)
    writer.member("sha256", file.digest.isEmpty ? nil : file.digest)
    writer.member("sizeInBytes", file.sizeInBytes)
    writer.member("format", file.format)
    if let mapping = file.mappingDigest { writer.member("mappingSha256", mapping) }
    writer.member("kinds", file.kinds.map(\.name))
    writer.member("recordCount", file.recordCount)
    writer.member("rejectedCount", file.rejectedCount)
    writer.member("completeness", file.completeness.rawValue)
    writer.member("sourceClass", file.sourceClass?.rawValue)
    writer.member("sourceSystem", file.sourceSystem)
    writer.member("command", file.command)
    writer.member("collector", file.collector)
    writer.member("collectedAt", file.collectedAt?.description)
    if let time = file.effectiveAt { writer.member("effectiveAt", time.description) }
    writer.member("periodStartedAt", file.periodStartedAt?.description)
    writer.member("periodEndedAt", file.periodEndedAt?.description)
    writer.member("diagnostics", file.diagnostics) { write($1, to: &$0) }
  }

  private static func write(_ waiver: Waiver, to writer: inout JSONWriter) {
    writer.member("id", waiver.id)
    writer.member("control", waiver.control)
    writer.member("subject", waiver.subject)
    writer.member("records", waiver.records)
    writer.member("reason", waiver.reason)
    writer.member("owner", waiver.owner)
    writer.member("approver", waiver.approver)
    writer.member("compensatingControl", waiver.compensatingControl)
    writer.member("startsAt", waiver.startsAt.description)
    writer.member("expiresAt", waiver.expiresAt.description)
  }
}
