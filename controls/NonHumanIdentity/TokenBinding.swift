import ControlTesting

/// Tokens that anyone could use who gets hold of them, or that were handed on as they are.
struct TokenBinding: Fold {
  static func isMember(_ issuance: Issuance, _ scope: Scope) -> Bool { issuance.result == .issued }

  mutating func observe(_ issuance: Issuance, _ scope: Scope) throws {
    switch issuance.boundTo {
    case .key?: break
    case .audience?, .instance?: try expect("audiences", issuance.audiences, .notEmpty)
    case .unbound?, nil:
      throw Deviation(
        "binding",
        expected: "key or audience",
        observed: issuance.boundTo?.rawValue ?? "not recorded"
      )
    }
    try expect(
      "forwarding",
      issuance.forwarding?.rawValue,
      .oneOf(["notForwarded", "exchange"])
    )
  }

  mutating func merge(_ later: TokenBinding) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    scope.records(Tool.self).compactMap { tool in
      switch (tool.status, tool.tokenForwarding) {
      case (.retired, _), (_, .notForwarded?), (_, .exchange?): nil
      case (_, nil) where tool.isServerOfOthers(in: scope): nil
      case (_, .passThrough?), (_, .unknown?), (_, nil):
        Deviation(
          "token forwarding of tool",
          expected: "one of notForwarded, exchange",
          observed: tool.tokenForwarding?.rawValue ?? "not recorded",
          record: tool
        )
      }
    }
  }
}

extension Tool {
  /// Whether the record is a server as a client's configuration names it, whose tools the registry
  /// holds one by one.
  ///
  /// Such a file has no place to say what becomes of a token. Each of the tools is judged by what the
  /// registry says of it, the server by nothing more.
  fileprivate func isServerOfOthers(in scope: Scope) -> Bool {
    guard id == server else { return false }
    let served = scope.all(Tool.self, where: \.server, is: server).filter { $0.id != id }
    return served.contains { $0.status != .retired }
  }
}
