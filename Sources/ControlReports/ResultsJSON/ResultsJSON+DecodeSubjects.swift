import ControlModel

extension ResultsJSON {
  /// Reads everything that came of the assessment for one subject.
  static func subject(_ node: ResultsNode) throws(Diagnostic) -> SubjectResult {
    let subject = Subject(
      id: try node.string("id"),
      name: try node.string("name"),
      kind: try node.word("kind"),
      tier: try node.word("tierSought"),
      owner: try node.string("owner"),
      criticality: try node.optionalString("criticality"),
      tenants: try node.strings("tenants")
    )
    var judged = SubjectResult(
      subject: subject,
      tier: try node.word("tier"),
      decision: try node.word("decision"),
      readiness: try node.word("readiness"),
      reasons: try node.array("reasons", reason),
      coreProofs: try node.array("coreProofs") { node throws(Diagnostic) in
        CoreProofResult(
          proof: try node.word("proof"),
          outcome: try node.word("outcome"),
          controls: try node.strings("controls")
        )
      },
      controls: try node.array("controls") { node throws(Diagnostic) in
        try result(node, of: subject.id)
      },
      requirements: try node.array("requirements", standing),
      files: try node.array("evidence", file),
      diagnostics: try node.array("diagnostics", diagnostic),
      waivers: try node.array("waivers", waiver),
      waiverFindings: try node.array("waiverFindings") { node throws(Diagnostic) in
        WaiverFinding(
          waiver: try node.string("waiver"),
          problem: try node.word("problem"),
          text: try node.string("text"),
          voids: try node.bool("voids")
        )
      }
    )
    judged.horizon = try horizon(of: node)
    judged.profiles = try node.added("profiles", profileResult)
    judged.picture = try picture(of: node)
    return judged
  }

  /// Reads a reason of the gate.
  static func reason(_ node: ResultsNode) throws(Diagnostic) -> GateReason {
    GateReason(
      try node.word("effect"),
      try node.word("rule"),
      control: try node.optionalString("control"),
      requirement: try node.optional("requirement", requirement),
      text: try node.string("text")
    )
  }

  private static func standing(_ node: ResultsNode) throws(Diagnostic) -> RequirementResult {
    var result = RequirementResult(uncovered: try requirement(node))
    result.standing = try node.word("standing")
    result.outcome = try node.word("outcome")
    result.satisfiedBy = try node.strings("satisfiedBy")
    result.supportedBy = try node.strings("supportedBy")
    result.modes = try node.array("modes") { node throws(Diagnostic) in try node.word() }
    result.failedCount = try node.integer("failedCount")
    result.populationCount = try node.integer("populationCount")
    result.isClaimedOnly = try node.bool("isClaimedOnly")
    result.through = try node.added("through", requirement)
    guard try node.bool("isMet") == result.isMet else {
      throw node.problem("an isMet that standing and outcome do not give", "\(result.isMet)")
    }
    return result
  }

  private static func file(_ node: ResultsNode) throws(Diagnostic) -> EvidenceFile {
    var file = EvidenceFile(path: try node.string("path"), state: try node.word("state"))
    file.digest = try node.optionalString("sha256") ?? ""
    file.sizeInBytes = try node.integer("sizeInBytes")
    file.format = try node.optionalString("format")
    if node.value["mappingSha256"] != nil {
      file.mappingDigest = try node.optionalString("mappingSha256")
    }
    file.kinds = try node.strings("kinds").map { EvidenceKind($0) }
    file.recordCount = try node.integer("recordCount")
    file.rejectedCount = try node.integer("rejectedCount")
    file.completeness = try node.word("completeness")
    file.sourceClass = try node.optional("sourceClass") { node throws(Diagnostic) in
      try node.word()
    }
    file.sourceSystem = try node.optionalString("sourceSystem")
    file.command = try node.optionalString("command")
    file.collector = try node.optionalString("collector")
    file.collectedAt = try node.optionalInstant("collectedAt")
    if node.value["effectiveAt"] != nil {
      file.effectiveAt = try node.optionalInstant("effectiveAt")
    }
    file.periodStartedAt = try node.optionalInstant("periodStartedAt")
    file.periodEndedAt = try node.optionalInstant("periodEndedAt")
    file.diagnostics = try node.array("diagnostics", diagnostic)
    return file
  }

  private static func waiver(_ node: ResultsNode) throws(Diagnostic) -> Waiver {
    Waiver(
      id: try node.string("id"),
      control: try node.string("control"),
      subject: try node.string("subject"),
      records: try node.strings("records"),
      reason: try node.string("reason"),
      owner: try node.string("owner"),
      approver: try node.string("approver"),
      compensatingControl: try node.string("compensatingControl"),
      startsAt: try node.instant("startsAt"),
      expiresAt: try node.instant("expiresAt")
    )
  }
}
