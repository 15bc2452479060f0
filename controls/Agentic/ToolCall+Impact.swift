import ControlTesting

extension Tool {
  /// Whether a call of the tool may do harm: one about which nobody says that it cannot, may.
  var mayHaveHighImpact: Bool { destructive != .no || highImpact != false }
}

extension ToolCall {
  /// Whether the call may have done harm.
  ///
  /// It did not where the registry says that its tool cannot and the trace does not contradict it.
  func mayHaveHighImpact(_ scope: Scope) -> Bool {
    switch impact {
    case .destructive, .financial, .external: return true
    case .read, .write, .unknown, nil: break
    }
    return scope.first(Tool.self, tool)?.mayHaveHighImpact ?? true
  }
}
