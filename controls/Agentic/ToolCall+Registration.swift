import ControlTesting

extension ToolCall {
  /// Whether the call may have had an effect: anything but a recorded refusal.
  var wasLetThrough: Bool { result != .denied }

  /// Holds the call to what the tool registry and the agent manifest allow.
  ///
  /// Both lists must name the other side: the agent its tools, the registry the agents of the tool.
  /// A denial in the manifest wins over both.
  func checkRegistration(_ scope: Scope) throws {
    guard let agent = scope.first(Agent.self, self.agent) else {
      throw Deviation(
        "agent",
        expected: "an agent of the agent manifest",
        observed: "\(self.agent), not in the agent manifest"
      )
    }
    guard let tool = scope.first(Tool.self, self.tool) else {
      throw Deviation(
        "tool",
        expected: "a tool of the tool registry",
        observed: "\(self.tool), not in the tool registry"
      )
    }
    try expect("status of the tool", tool.status, .equal(.enabled))
    guard tool.approvedAt.hasPassed(at: startedAt) else {
      throw Deviation(
        "approval of the tool",
        expected: "at or before the call at \(startedAt)",
        observed: tool.approvedAt.description
      )
    }
    try checkVersion(against: tool)
    try checkAllowance(of: agent, for: tool)
    try checkScope(of: agent, and: tool)
  }

  /// Compares the version in the trace with the registered one; neither may be missing.
  private func checkVersion(against tool: Tool) throws {
    guard let registered = tool.version else {
      throw Deviation(
        "registered version",
        expected: "a version in the tool registry",
        observed: "not recorded"
      )
    }
    try expect("version of the tool", toolVersion, .equal(registered))
  }

  /// Looks the tool up in the agent's lists, and the agent in the tool's.
  private func checkAllowance(of agent: Agent, for tool: Tool) throws {
    if let denied = agent.deniedTools, denied.contains(tool.id) {
      throw Deviation(
        "denied tools of the agent",
        expected: "without \(tool.id)",
        observed: denied.joined(separator: ", ")
      )
    }
    try expect("tools of the agent", agent.tools, .contains(tool.id))
    try expect("agents allowed to use the tool", tool.allowedAgents, .contains(agent.id))
  }

  /// Compares the tool's scopes with the agent's, and the resource with the tool's.
  private func checkScope(of agent: Agent, and tool: Tool) throws {
    guard let granted = agent.scopes else {
      throw Deviation("scopes of the agent", expected: "present", observed: "not recorded")
    }
    try expect("scopes of the tool", tool.scopes, .subset(of: granted))
    guard let resources = tool.resources else {
      throw Deviation("resources of the tool", expected: "present", observed: "not recorded")
    }
    try expect("resource", resource, .oneOf(resources))
  }
}
