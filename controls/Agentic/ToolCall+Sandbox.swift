import ControlTesting

extension ToolCall {
  /// Holds a call that ran code to the sandbox of its tool.
  ///
  /// That a call ran somewhere else, or that nobody wrote down where, is the way out.
  func checkSandbox(_ scope: Scope) throws {
    guard let tool = scope.first(Tool.self, self.tool) else {
      throw Deviation(
        "tool",
        expected: "a tool of the tool registry",
        observed: "\(self.tool), not in the tool registry"
      )
    }
    let own = try tool.recordedSandbox(scope)
    guard let sandbox else {
      throw Deviation("sandbox of the call", expected: own.id, observed: "not recorded")
    }
    if sandbox != own.id {
      throw Deviation(
        "sandbox of the call",
        expected: "\(own.id), the sandbox of \(tool.id)",
        observed: sandbox
      )
    }
  }
}
