public import ControlModel

/// Reads the decision log of Open Policy Agent: what it posts to a service, or its console's lines.
///
/// What an input holds is up to whoever asks; ``OPAInput`` lists where principal, action and resource
/// are looked for. An absent result is *undefined*, which is not allowed. A decision whose principal,
/// action, resource or result was masked is rejected: masking took away what a judge needs. Drop rules
/// and rate limits leave no trace, so the log is never complete by itself.
public struct OPADecisionLogReader: EvidenceReader {
  /// The decision log.
  public let format = EvidenceFormat(
    id: "opa-decision-log",
    title: "Open Policy Agent decision log",
    writtenBy: "opa run --server with decision_logs, to a service or the console",
    kinds: [.policyDecisionLog]
  )

  /// Creates the reader.
  public init() {}

  /// Whether one of the first values is a decision: the console logs other things beside them.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    document.roots.prefix(200).lazy.flatMap { $0.elements.prefix(1) }.contains(
      where: Self.isDecision
    )
  }

  /// Reads a decision for each event.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard !document.roots.isEmpty else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON",
        needed: "a decision log as an array, or one decision a line",
        remedy: "export the log as JSON"
      )
    }
    for element in document.elements {
      // Other lines of the console have a message and no decision.
      if element["decision_id"] == nil, element["msg"] != nil,
        element["msg"]?.text != "Decision Log"
      {
        continue
      }
      sink.attempt { (sink) throws(Diagnostic) in sink.add(try Self.decision(element)) }
    }
  }

  private static func isDecision(_ element: Cursor) -> Bool {
    element["decision_id"]?.text != nil && element["timestamp"] != nil
      && (element["path"] != nil || element["query"] != nil || element["labels"] != nil)
  }

  private static func decision(_ element: Cursor) throws(Diagnostic) -> PolicyDecision {
    let masked = (element["erased"]?.texts ?? []) + (element["masked"]?.texts ?? [])
    let input = OPAInput(element["input"], masked: masked)
    let path = (element["path"] ?? element["query"])?.text ?? ""
    guard let decidedAt = try element.instant("timestamp") else {
      throw element.malformed(found: "no timestamp", needed: "the time of the decision")
    }
    let outcome = try OPAOutcome(element, path: path, masked: masked)
    return PolicyDecision(
      id: try element.required("decision_id"),
      engine: "opa",
      enforcementPoint: element["labels"]?["id"]?.text,
      bundleRevision: revision(element),
      principal: try input.required(.principal, in: element),
      agent: input[.agent],
      onBehalfOf: input[.onBehalfOf],
      credential: input[.credential],
      session: input[.session],
      task: input[.task],
      request: element["req_id"]?.text ?? input[.request],
      traceID: element["trace_id"]?.text,
      action: try input.required(.action, in: element),
      tool: input[.tool],
      resource: try input.required(.resource, in: element),
      resourceTenant: input[.resourceTenant],
      inputs: input.names,
      inputsDigest: masked.isEmpty
        ? element["input"].map { CanonicalJSON.digest(of: $0.value) } : nil,
      tenant: input[.tenant],
      environment: input[.environment],
      effect: outcome.effect,
      reasons: outcome.reasons,
      errors: outcome.errors,
      latency: try element["metrics"]?.integer("timer_server_handler_ns").map { .nanoseconds($0) },
      maskedPaths: masked.isEmpty ? nil : masked,
      decidedAt: decidedAt,
      locator: element.locator
    )
  }

  /// The revision of the one bundle, or `name=revision` of each, in order of name.
  private static func revision(_ element: Cursor) -> String? {
    let bundles = (element["bundles"]?.members ?? []).compactMap { name, bundle in
      bundle["revision"]?.text.map { (name: name, revision: $0) }
    }.sorted { $0.name < $1.name }
    if bundles.count == 1 { return bundles[0].revision }
    if bundles.isEmpty { return element["revision"]?.text }
    return bundles.map { "\($0.name)=\($0.revision)" }.joined(separator: " ")
  }
}
