import ControlModel

/// One answer of Cedar, with its question.
struct CedarAnswer {
  private let element: Cursor
  private let request: Cursor
  private let response: Cursor

  /// Takes an element of a log.
  init(_ element: Cursor) {
    self.element = element
    request = element["request"] ?? element
    response = element["response"] ?? element["answer"] ?? element
  }

  /// The word of the decision, where it is one of Cedar's.
  var effectWord: String? {
    response["decision"]?.value.string.flatMap { word in
      ["allow", "deny"].contains(word.lowercased()) ? word.lowercased() : nil
    }
  }

  /// Whether the answer has what Cedar adds to its decision.
  var hasDiagnostics: Bool {
    response["diagnostics"]?.value.members != nil || response["determiningPolicies"] != nil
  }

  /// The answer as a decision.
  ///
  /// - Throws: ``Diagnostic`` where it lacks the question, the time or the decision.
  func decision(in context: EvidenceContext) throws(Diagnostic) -> PolicyDecision {
    guard let word = effectWord else {
      throw response.malformed(found: "no decision", needed: "Allow or Deny")
    }
    let errors = try errors()
    let asked = request["context"]
    return PolicyDecision(
      id: identifier,
      engine: "cedar",
      bundleRevision: (element["policySetRevision"] ?? element["revision"])?.text,
      principal: try name("principal"),
      onBehalfOf: Self.reference(asked?["onBehalfOf"]),
      session: asked?["session"]?.text,
      task: asked?["task"]?.text,
      request: (element["requestId"] ?? element["request_id"])?.text,
      action: try name("action"),
      resource: try name("resource"),
      inputs: asked?.value.members?.map(\.name).sorted(),
      inputsDigest: asked.map { CanonicalJSON.digest(of: $0.value) },
      tenant: asked?["tenant"]?.text,
      environment: asked?["environment"]?.text,
      effect: word == "deny" ? .deny : errors.isEmpty ? .allow : .error,
      reasons: reasons,
      errors: errors.isEmpty ? nil : errors,
      latency: try response["metrics"]?.integer("authz_duration_micros").map { .microseconds($0) },
      decidedAt: try decidedAt(context),
      locator: element.locator
    )
  }

  /// The answer's own id, or else its place.
  private var identifier: String {
    let names = ["id", "correlation_id", "correlationId", "requestId", "request_id"]
    for holder in [element, response] {
      for name in names {
        if let text = holder[name]?.text, !text.isEmpty { return text }
      }
    }
    return element.locator.description
  }

  private func name(_ part: String) throws(Diagnostic) -> String {
    guard let name = CedarName(request[part]) else {
      throw element.malformed(
        found: "no \(part)",
        needed: "the \(part) that was asked about, as in User::\"alice\""
      )
    }
    return name.text
  }

  private static func reference(_ cursor: Cursor?) -> String? {
    CedarName(cursor)?.text ?? cursor?.text
  }

  private var reasons: [String]? {
    let diagnostics = response["diagnostics"]
    let reasons =
      (diagnostics?["reason"] ?? diagnostics?["reasons"])?.texts
      ?? response["determiningPolicies"]?.elements.compactMap { $0["policyId"]?.text }
    return reasons?.isEmpty == true ? nil : reasons
  }

  /// The errors: texts, or objects with a text.
  private func errors() throws(Diagnostic) -> [String] {
    let list = response["diagnostics"]?["errors"] ?? response["errors"]
    return (list?.elements ?? []).map { error in
      (error["error"] ?? error["errorDescription"] ?? error["message"])?.text ?? error.text
        ?? "error"
    }
  }

  private func decidedAt(_ context: EvidenceContext) throws(Diagnostic) -> Instant {
    for name in ["time", "timestamp", "decidedAt"] {
      if let instant = try element.instant(name) { return instant }
    }
    // An answer without a time was at the latest given when it was collected.
    guard let collectedAt = context.collectedAt else {
      throw element.malformed(
        found: "no time of the answer",
        needed: "time, timestamp or decidedAt, or collectedAt in manifest.json"
      )
    }
    return collectedAt
  }
}
