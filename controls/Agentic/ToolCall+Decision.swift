import ControlTesting

extension ToolCall {
  /// Looks up the decision that allowed the call: made for this identity, tool and resource, before
  /// the call and not long before it.
  ///
  /// - Parameters:
  ///   - limit: The longest time from the decision to the call.
  ///   - scope: Where to look.
  /// - Returns: The decision.
  /// - Throws: A ``Deviation`` where there is none, or where it does not fit the call.
  func allowDecision(within limit: Duration, _ scope: Scope) throws -> PolicyDecision {
    guard let id = self.decision else {
      throw Deviation("decision", expected: "an allow decision", observed: "not recorded")
    }
    guard let decision = scope.first(PolicyDecision.self, id) else {
      throw Deviation(
        "decision",
        expected: "an allow decision",
        observed: "\(id), not in the decision log"
      )
    }
    try expect("effect of the decision", decision.effect, .equal(.allow))
    try expect("tool of the decision", decision.tool, .equal(tool))
    guard let actor else {
      throw Deviation("actor", expected: "present", observed: "not recorded")
    }
    try expect("principal of the decision", decision.principal, .equal(actor))
    guard let resource else {
      throw Deviation("resource", expected: "present", observed: "not recorded")
    }
    try expect("resource of the decision", decision.resource, .equal(resource))
    try checkEarlier("decision", at: decision.decidedAt, within: limit)
    return decision
  }

  /// Holds a decision or approval to a moment before the call, and not long before it.
  func checkEarlier(_ what: String, at instant: Instant, within limit: Duration) throws {
    let age = startedAt.duration(since: instant)
    if age < .zero {
      throw Deviation(
        "time of the \(what)",
        expected: "before the call",
        observed: "\((.zero - age).words) after the call"
      )
    }
    try expect("age of the \(what)", age, .atMost(limit))
  }
}

extension PolicyDecision {
  /// Holds the decision to a point outside the model: one that has a name of its own and evaluates
  /// a policy bundle that was live.
  func checkPoint(isNot agent: String, _ scope: Scope) throws {
    guard let enforcementPoint else {
      throw Deviation(
        "enforcement point",
        expected: "a point outside the model",
        observed: "not recorded"
      )
    }
    if enforcementPoint == agent {
      throw Deviation(
        "enforcement point",
        expected: "a point outside the model",
        observed: "\(enforcementPoint), the agent itself"
      )
    }
    guard let bundle = scope.first(PolicyBundle.self, self.bundle) else {
      throw Deviation(
        "policy of the decision",
        expected: "a policy bundle on record",
        observed: self.bundle.map { "\($0), not among the policy bundles" } ?? "not recorded"
      )
    }
    guard bundle.liveAt.hasPassed(at: decidedAt) else {
      throw Deviation(
        "policy of the decision",
        expected: "live at the decision at \(decidedAt)",
        observed: "live at: \(bundle.liveAt)"
      )
    }
    switch bundle.retiredAt {
    case .never: return
    case .at(let end) where end >= decidedAt: return
    default:
      throw Deviation(
        "policy of the decision",
        expected: "not retired before the decision at \(decidedAt)",
        observed: "retired at: \(bundle.retiredAt)"
      )
    }
  }
}
