import ControlTesting

/// ASI04-3: each tool is what was approved, by the registry, by what its server shows and by what
/// agents called; and each agent in the trace is of the approved version.
///
/// Of the trace it holds one entry for each tool or agent and each version or digest that is not
/// the approved one.
struct ToolDrift: Fold {
  /// Something in the trace that is not as approved.
  private struct Stray: Hashable, Codable {
    let attribute: String
    let approved: String
    /// What the trace shows; `nil`: not recorded.
    let seen: String?
  }

  private var strays = Sightings<Stray, RecordReference>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, scope in
        guard let tool = scope.approvedTool(call.tool),
          !tool.approvedAt.isAfter(call.startedAt)
        else { return }
        if let version = tool.version {
          state.note("version of \(tool.id)", version, call.toolVersion, by: call)
        }
        if let digest = tool.digest, let seen = call.toolDigest {
          state.note("digest of \(tool.id)", digest, seen, by: call)
        }
      },
      Watched(AgentRun.self) { state, run, scope in
        guard let agent = scope.first(Agent.self, run.agent),
          !agent.approvedAt.isAfter(run.startedAt)
        else { return }
        state.note("version of \(agent.id)", agent.version, run.agentVersion, by: run)
      },
    ]
  }

  /// A server whose tools are registered one by one is approved with them.
  static func isMember(_ tool: Tool, _ scope: Scope) -> Bool { tool.needsRenewal(scope) }

  mutating func observe(_ tool: Tool, _ scope: Scope) throws {
    guard let approved = scope.approvedTool(tool.id), approved.locator != tool.locator else {
      return try tool.checkApprovedState(scope)
    }
    try tool.checkUnchanged(since: approved)
  }

  private mutating func note(
    _ attribute: String,
    _ approved: String,
    _ seen: String?,
    by record: any EvidenceRecord
  ) {
    if seen == approved { return }
    strays.note(
      Stray(attribute: attribute, approved: approved, seen: seen),
      RecordReference(record)
    )
  }

  mutating func merge(_ later: ToolDrift) { strays.merge(later.strays) }

  func deviations(_ scope: Scope) -> [Deviation] {
    strays.all.map { stray, record in
      var deviation = Deviation(
        stray.attribute,
        expected: "\(stray.approved), as approved",
        observed: stray.seen ?? "not recorded"
      )
      deviation.record = record
      return deviation
    }
  }
}

extension Scope {
  /// The registry's own entry of a tool, rather than what somebody observed of it.
  func approvedTool(_ id: String) -> Tool? {
    guard let first = first(Tool.self, id) else { return nil }
    if first.basis != .observed { return first }
    return all(Tool.self, where: \.id, is: id).first { $0.basis != .observed } ?? first
  }
}

extension Tool {
  /// Holds the registry's entry to an approval, and to saying what was approved.
  fileprivate func checkApprovedState(_ scope: Scope) throws {
    guard approvedAt.hasPassed(at: scope.asOf) else {
      throw Deviation("approval", expected: "a time in the past", observed: "\(approvedAt)")
    }
    try expect("approved version", version, .present)
    try expect("digest of the approved description", descriptionDigest, .present)
  }

  /// Holds what was observed of a tool to the registry's entry of it.
  fileprivate func checkUnchanged(since approved: Tool) throws {
    try check("version", version, approved.version)
    try check("digest of the description", descriptionDigest, approved.descriptionDigest)
    if approved.schemaDigest != nil {
      try check("digest of the schema", schemaDigest, approved.schemaDigest)
    }
    if approved.digest != nil { try check("digest", digest, approved.digest) }
  }

  private func check(_ attribute: String, _ seen: String?, _ approved: String?) throws {
    guard let approved else {
      throw Deviation(
        attribute,
        expected: "one that was approved",
        observed: "not recorded in the registry"
      )
    }
    if seen == approved { return }
    throw Deviation(
      attribute,
      expected: "\(approved), as approved",
      observed: seen ?? "not recorded"
    )
  }
}

extension Moment {
  /// Whether it came after an instant; never and not recorded did not.
  fileprivate func isAfter(_ instant: Instant) -> Bool {
    self.instant.map { $0 > instant } ?? false
  }
}
