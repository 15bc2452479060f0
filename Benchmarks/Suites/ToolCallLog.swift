import ControlTesting

/// W2: what agents did, held against who they are, what they may do and who allowed it.
public let toolCallLog = ControlSuite(
  "ToolCallLog",
  .supports(.asi(2), .asi(3)),
  .severity(.high),
  .blocks(from: .pilot),
  .appliesTo(.agentSystem)
) {
  Control(
    "LOG-1",
    "Every call has an accountable actor",
    .needs(.nhiInventory),
    .remedy("Give the agent an identity of its own with an owner.")
  ) { (call: ToolCall, scope) in
    try expect("actor", call.actor, .present)
    guard let actor = scope.first(Identity.self, call.actor) else {
      throw Deviation(
        "actor",
        expected: "in the identity inventory",
        observed: "\(call.actor ?? "")"
      )
    }
    try expect("owner of the actor", actor.owner, .present)
  }

  Control(
    "LOG-2",
    "Every call is to a tool that the agent may use",
    .needs(.agentManifest),
    .remedy("Block the tool for this agent, or have it approved.")
  ) { (call: ToolCall, scope) in
    guard let agent = scope.first(Agent.self, call.agent) else {
      throw Deviation("agent", expected: "in the agent manifest", observed: call.agent)
    }
    try expect("tools of the agent", agent.tools, .contains(call.tool))
  }

  Control(
    "LOG-3",
    "No credential is used after it was revoked",
    .needs(.iamCredentialReport),
    .remedy("Make the gateway refuse revoked credentials.")
  ) { (call: ToolCall, scope) in
    guard let credential = scope.first(Credential.self, call.credential) else {
      throw Deviation(
        "credential",
        expected: "in the credential report",
        observed: call.credential ?? "not recorded"
      )
    }
    if let end = credential.revokedAt.instant {
      try expect("use of the credential", call.startedAt, .before(end))
    }
  }

  Control(
    "LOG-4",
    "No call reaches into another tenant",
    .remedy("Bind the session to its tenant.")
  ) { (call: ToolCall, _) in
    guard let tenant = call.tenant else {
      throw Deviation("tenant", expected: "present", observed: "not recorded")
    }
    try expect("tenant of the resource", call.resourceTenant, .equal(tenant))
  }

  Control(
    "LOG-5",
    "Every call of a high-impact tool that was let through was allowed before",
    .needs(.toolRegistry, .policyDecisionLog),
    .remedy("Route the tool through the decision point."),
    among: { (call: ToolCall, scope) in
      call.result != .denied && scope.first(Tool.self, call.tool)?.highImpact != false
    }
  ) { call, scope in
    guard let decision = scope.first(PolicyDecision.self, call.decision) else {
      throw Deviation(
        "decision",
        expected: "in the decision log",
        observed: call.decision ?? "not recorded"
      )
    }
    try expect("effect of the decision", decision.effect, .equal(.allow))
    try expect("time of the decision", decision.decidedAt, .atMost(call.startedAt))
  }

  Control(
    "LOG-6",
    "Every credential is used by one agent only",
    .needs(.iamCredentialReport),
    .remedy("Issue each agent a credential of its own."),
    fold: CredentialReuse.self
  )
}
