import ControlTesting

/// ASI02-7: in a tier that needs a person's consent no tool runs without asking, and a destructive
/// one asks every time.
///
/// The registry's rule counts, not the manifest's list of tools to ask about: what an agent promises
/// does not hold it. The manifest shows which tools the registry says nothing about.
struct ToolConsent: Fold {
  static func isMember(_ tool: Tool, _ scope: Scope) -> Bool { tool.status != .retired }

  mutating func observe(_ tool: Tool, _ scope: Scope) throws {
    if scope.tierMayRunUnasked { return }
    // A tool without a statement is destructive by the default of the Model Context Protocol.
    let allowed: [Tool.Consent] =
      tool.destructive == .no ? [.always, .askOnce, .never] : [.always, .never]
    try expect("consent", tool.consent, .oneOf(allowed))
  }

  mutating func merge(_ later: ToolConsent) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    if scope.tierMayRunUnasked { return [] }
    let agents = scope.records(Agent.self).filter { $0.status != .retired }
    if agents.isEmpty {
      return [
        Deviation(
          "agents",
          expected: "at least one in the agent manifest",
          observed: "none in the agent manifest"
        )
      ]
    }
    return agents.flatMap { agent in
      agent.tools.filter { scope.first(Tool.self, $0) == nil }.map { tool in
        Deviation(
          "consent for \(tool)",
          expected: "stated in the tool registry",
          observed: "\(tool), not in the tool registry",
          record: agent
        )
      }
    }
  }
}

extension Scope {
  /// Whether the policy lets tools run unasked in the tier that is sought.
  fileprivate var tierMayRunUnasked: Bool { policy.autoApprovalTiers.contains(tier.rawValue) }
}
