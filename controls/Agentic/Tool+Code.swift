import ControlTesting

extension Tool {
  /// Whether the tool may run code: one about which nobody says that it does not, may.
  var mayRunCode: Bool { runsCode != false || effects?.contains(.execute) == true }
}

extension ToolCall {
  /// Whether the call may have run code; a tool that no registry knows may.
  func mayHaveRunCode(_ scope: Scope) -> Bool {
    scope.first(Tool.self, tool)?.mayRunCode ?? true
  }
}

extension Agent {
  /// Whether one of the agent's tools may run code; a tool that no registry knows may.
  func mayRunCode(_ scope: Scope) -> Bool {
    tools.contains { scope.first(Tool.self, $0)?.mayRunCode ?? true }
  }
}
