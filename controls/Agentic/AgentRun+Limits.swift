import ControlTesting

extension AgentRun {
  /// Holds the run's fan-out, depth and cost to the stricter of the policy's limits and the agent's
  /// enforced ones.
  ///
  /// What the trace does not record cannot have stayed within a limit.
  func checkSize(_ scope: Scope) throws {
    let limits = EnforcedLimits(of: agent, scope)
    try check(
      "fan-out",
      fanOut,
      "calls",
      limits.value(.fanOut, atMost: Double(scope.policy.maximumFanOut))
    )
    try check(
      "depth",
      depth,
      "hops",
      limits.value(.depth, atMost: Double(scope.policy.maximumDepth))
    )
    let most = limits.value(.cost, atMost: scope.policy.maximumCostPerTask)
    guard let cost, cost >= 0, cost <= most else {
      throw Deviation(
        "cost",
        expected: "at most \(most) units",
        observed: cost.map { "\($0) units" } ?? "not recorded"
      )
    }
  }

  private func check(_ attribute: String, _ value: Int?, _ unit: String, _ limit: Double) throws {
    guard let value, value >= 0, Double(value) <= limit else {
      throw Deviation(
        attribute,
        expected: "at most \(limit.plainWords) \(unit)",
        observed: value.map { "\($0) \(unit)" } ?? "not recorded"
      )
    }
  }
}

/// How fast the calls of one run followed each other, by the trace.
struct CallRate {
  /// When the calls started, in any order.
  let starts: [Instant]
  /// How many calls the run itself counts; `nil`: not recorded.
  let counted: Int?

  /// What deviates from the stricter of the policy's limit and the agent's enforced ones, if anything.
  ///
  /// Calls that the run counts and the trace lacks may have passed one.
  func deviation(of agent: String, _ scope: Scope) -> Deviation? {
    guard let counted else {
      return Deviation("calls", expected: "a count by the run", observed: "not recorded")
    }
    guard counted == starts.count else {
      return Deviation(
        "calls",
        expected: "\(counted) calls in the trace, as the run counts",
        observed: "\(starts.count) calls"
      )
    }
    let starts = starts.sorted()
    var rates = [(most: Double(scope.policy.maximumCallsPerMinute), window: Duration.minutes(1))]
    rates += EnforcedLimits(of: agent, scope).rates.map { ($0.value, $0.window ?? .zero) }
    for rate in rates {
      let peak = starts.peak(within: rate.window)
      if Double(peak) <= rate.most { continue }
      return Deviation(
        "rate",
        expected: "at most \(rate.most.plainWords) calls in any \(rate.window.words)",
        observed: "\(peak) calls in \(rate.window.words)"
      )
    }
    return nil
  }
}

extension Double {
  /// A whole number without its fraction.
  fileprivate var plainWords: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
