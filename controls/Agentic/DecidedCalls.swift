import ControlTesting

/// ASI02-2: each call that was let through has an allow decision, made just before it for it alone.
struct DecidedCalls: Fold {
  private var decisions = SingleUse()

  static func isMember(_ call: ToolCall, _ scope: Scope) -> Bool { call.wasLetThrough }

  mutating func observe(_ call: ToolCall, _ scope: Scope) throws {
    if let decision = call.decision { decisions.note(decision, usedBy: call) }
    let decision = try call.allowDecision(within: scope.policy.maximumDecisionAge, scope)
    try decision.checkPoint(isNot: call.agent, scope)
  }

  mutating func merge(_ later: DecidedCalls) { decisions.merge(later.decisions) }

  func deviations(_ scope: Scope) -> [Deviation] { decisions.reuses(of: "decision") }
}

/// ASI03-3: each privileged step was decided again at the moment of use.
///
/// A step is privileged unless the registry says that its tool is neither destructive nor of high
/// impact: a tool that is unknown, or about which nobody stated it, counts as privileged.
struct ReauthorizedSteps: Fold {
  private var decisions = SingleUse()

  static func isMember(_ call: ToolCall, _ scope: Scope) -> Bool {
    guard call.wasLetThrough else { return false }
    return scope.first(Tool.self, call.tool)?.mayHaveHighImpact ?? true
  }

  mutating func observe(_ call: ToolCall, _ scope: Scope) throws {
    if let decision = call.decision { decisions.note(decision, usedBy: call) }
    _ = try call.allowDecision(within: scope.policy.reauthorizationWindow, scope)
  }

  mutating func merge(_ later: ReauthorizedSteps) { decisions.merge(later.decisions) }

  func deviations(_ scope: Scope) -> [Deviation] { decisions.reuses(of: "decision") }
}
