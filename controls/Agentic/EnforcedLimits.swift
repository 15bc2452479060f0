import ControlTesting

/// The limits that stop an agent, by the limit configuration.
struct EnforcedLimits {
  /// The sorts of limit that every agent needs.
  static let kinds: [Limit.Kind] = [.rate, .cost, .fanOut, .depth]

  private let limits: [Limit]

  /// Looks up an agent's limits.
  init(of agent: String, _ scope: Scope) {
    limits = scope.all(Limit.self, where: \.scope, is: agent).filter { limit in
      limit.scopeKind == .agent && limit.isEnforced
    }
  }

  /// The sorts of limit that the agent lacks.
  var missing: [Limit.Kind] {
    Self.kinds.filter { kind in !limits.contains { $0.kind == kind } }
  }

  /// The rates.
  var rates: [Limit] { limits.filter { $0.kind == .rate } }

  /// The strictest value of one sort, no more than the policy's.
  func value(_ kind: Limit.Kind, atMost policy: Double) -> Double {
    limits.filter { $0.kind == kind }.map(\.value).reduce(policy, min)
  }
}

extension Limit {
  /// Whether the limit holds somebody back, rather than only telling somebody else.
  ///
  /// A rate without its window limits nothing.
  var isEnforced: Bool {
    guard enabled, kind != .rate || window != nil else { return false }
    switch action {
    case .block, .throttle, .halt: return true
    case .escalate, .alert: return false
    }
  }
}
