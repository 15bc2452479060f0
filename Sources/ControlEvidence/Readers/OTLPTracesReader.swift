public import ControlModel

/// Reads OpenTelemetry traces of agents: OTLP in JSON, one export request or one on each line.
///
/// Spans that call a tool become tool calls, spans of an agent become runs; others only link them.
/// The GenAI conventions, OpenInference and OpenLLMetry are read, also mixed; what they leave to each
/// vendor is read by the table of ``OTLPSpan``. Of arguments and results, which may hold secrets, only
/// digests are kept, of messages nothing.
public struct OTLPTracesReader: EvidenceReader {
  /// What the collector's file exporter writes.
  public let format = EvidenceFormat(
    id: "otlp-traces",
    title: "OpenTelemetry traces (OTLP in JSON: GenAI conventions, OpenInference)",
    writtenBy: "the OpenTelemetry collector's file exporter",
    kinds: [.agentTrace]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document's first value is an export request with spans.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    document.roots.first?["resourceSpans"]?.value.elements != nil
  }

  /// Reads a call for each tool span and a run for each agent's span.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    var tree = OTLPSpanTree()
    for root in document.roots {
      do throws(Diagnostic) {
        try collect(root, into: &tree, &sink)
      } catch {
        sink.reject(error)
      }
    }
    tree.settle()
    var calls: Set<String> = []
    for (position, span) in tree.spans.enumerated() where span.operation != .other {
      do throws(Diagnostic) {
        switch span.operation {
        case .tool: sink.add(try call(position, in: tree, &calls))
        case .agent: sink.add(try run(position, in: tree))
        case .other: break
        }
      } catch {
        sink.reject(error)
      }
    }
  }

  private func collect(
    _ root: Cursor,
    into tree: inout OTLPSpanTree,
    _ sink: inout RecordSink
  ) throws(Diagnostic) {
    guard root["resourceSpans"] != nil else {
      // A collector may write its metrics and logs to the same file.
      if root["resourceMetrics"] != nil || root["resourceLogs"] != nil { return }
      throw root.malformed(found: "no resourceSpans", needed: "an export request of OTLP")
    }
    for resource in try root.list("resourceSpans") {
      let old = resource["scopeSpans"] == nil ? "instrumentationLibrarySpans" : "scopeSpans"
      for scope in try resource.list(old) {
        for cursor in try scope.list("spans") {
          do throws(Diagnostic) {
            try tree.add(try OTLPSpan(cursor))
          } catch {
            sink.reject(error)
          }
        }
      }
    }
  }

  private func call(
    _ position: Int,
    in tree: OTLPSpanTree,
    _ taken: inout Set<String>
  ) throws(Diagnostic) -> ToolCall {
    let span = tree.spans[position]
    let run = tree.runs[position] >= 0 ? tree.spans[tree.runs[position]] : nil
    guard let tool = span.tool else {
      throw span.cursor.malformed(found: "no gen_ai.tool.name", needed: "the tool that was called")
    }
    guard let agent = span.agent ?? run?.agent else {
      throw span.cursor.malformed(
        found: "no gen_ai.agent.id here or on a run above",
        needed: "the agent that called"
      )
    }
    // A retry carries the call's id again, and some frameworks count calls anew in each run.
    var id = span.first(of: AgentConventions.call) ?? span.key
    if !taken.insert(id).inserted { id += "@\(span.key)" }
    let version = agent == run?.agent ? run?["gen_ai.agent.version"] : nil
    return ToolCall(
      id: id,
      traceID: span.traceID,
      spanID: span.spanID,
      parentSpanID: span.parentSpanID,
      run: span["run.id"] ?? run?.runID ?? span.traceID,
      task: span["task.id"],
      request: span["request.id"],
      session: span.first(of: AgentConventions.session) ?? run?.first(of: AgentConventions.session),
      agent: agent,
      agentVersion: span["gen_ai.agent.version"] ?? version,
      actor: span["actor.id"],
      actorKind: span["actor.kind"].map { ToolCall.ActorKind(rawValue: $0) ?? .unknown },
      onBehalfOf: span.person,
      delegation: span["delegation.id"],
      delegationDepth: try span.number("delegation.depth").flatMap { Int(exactly: $0) },
      credential: span["credential.id"],
      issuance: span["issuance.id"],
      workloadEntry: span["workload.id"],
      instance: span["instance.id"],
      tool: tool,
      toolVersion: span["tool.version"],
      toolDigest: span["tool.digest"],
      action: tool,
      resource: span["resource"],
      resourceTenant: span["resource.tenant"],
      destination: span["destination"],
      dataClass: span["data.class"],
      argumentsDigest: span.digest(of: AgentConventions.arguments),
      resultDigest: span.digest(of: AgentConventions.result),
      retrievedEntries: span.texts("retrieved.entries"),
      sandbox: span["sandbox.id"],
      decision: span["decision.id"],
      approval: span["approval.id"],
      trigger: span["trigger"].flatMap(ToolCall.Trigger.init(rawValue:)),
      job: span["job.id"],
      impact: span["impact"].map { ToolCall.Impact(rawValue: $0) ?? .unknown },
      tenant: span["tenant"],
      environment: span["environment"],
      result: try span.result(),
      error: span.error,
      cost: try span.number("cost"),
      startedAt: try span.startedAt(),
      endedAt: try span.time("endTimeUnixNano"),
      locator: span.cursor.locator
    )
  }

  private func run(_ position: Int, in tree: OTLPSpanTree) throws(Diagnostic) -> AgentRun {
    let span = tree.spans[position]
    guard let agent = span.agent else {
      throw span.cursor.malformed(found: "no gen_ai.agent.id", needed: "the agent that ran")
    }
    let endedAt = try span.time("endTimeUnixNano")
    let outcome: AgentRun.Outcome =
      switch try span.result() {
      case .ok: endedAt == nil ? .running : .completed
      case .error, .denied: .failed
      case .unknown: .unknown
      }
    let above = tree.runs[position]
    return AgentRun(
      id: span.runID,
      agent: agent,
      agentVersion: span["gen_ai.agent.version"],
      parentRun: above >= 0 ? tree.spans[above].runID : nil,
      task: span["task.id"],
      request: span["request.id"],
      onBehalfOf: span.person,
      tenant: span["tenant"],
      environment: span["environment"],
      instructionsDigest: span["instructions.digest"],
      manifestDigest: span["manifest.digest"],
      model: span["gen_ai.request.model"],
      componentDigests: span.texts("component.digests"),
      callCount: tree.callCounts[position],
      fanOut: tree.fanOuts[position],
      depth: tree.depths[position],
      cost: try span.number("cost"),
      outcome: outcome,
      startedAt: try span.startedAt(),
      endedAt: endedAt.map { .at($0) } ?? .notRecorded,
      locator: span.cursor.locator
    )
  }
}

extension OTLPSpan {
  /// The id of an agent's run: its own where it has one, else the span's.
  fileprivate var runID: String { self["run.id"] ?? key }
}
