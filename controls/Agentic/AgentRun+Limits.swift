import ControlTesting

extension AgentRun {
  /// Holds the run to the stricter of the policy's limits and the agent's enforced ones.
  ///
  /// What the trace does not record cannot have stayed within a limit, and calls that the run
  /// counts and the trace lacks may have passed one.
  func checkLimits(_ scope: Scope) throws {
    let limits = EnforcedLimits(of: agent, scope)
    try expect("task", task, .present)
    try checkRate(limits, scope)
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
        expected: "at most \(Self.words(limit)) \(unit)",
        observed: value.map { "\($0) \(unit)" } ?? "not recorded"
      )
    }
  }

  private func checkRate(_ limits: EnforcedLimits, _ scope: Scope) throws {
    let starts = scope.all(ToolCall.self, where: \.run, is: id).map(\.startedAt).sorted()
    guard let callCount else {
      throw Deviation("calls", expected: "a count by the run", observed: "not recorded")
    }
    guard callCount == starts.count else {
      throw Deviation(
        "calls",
        expected: "\(callCount) calls in the trace, as the run counts",
        observed: "\(starts.count) calls"
      )
    }
    var rates = [(most: Double(scope.policy.maximumCallsPerMinute), window: Duration.minutes(1))]
    rates += limits.rates.map { ($0.value, $0.window ?? .zero) }
    for rate in rates {
      let peak = Self.peak(of: starts, within: rate.window)
      if Double(peak) <= rate.most { continue }
      throw Deviation(
        "rate",
        expected: "at most \(Self.words(rate.most)) calls in any \(rate.window.words)",
        observed: "\(peak) calls in \(rate.window.words)"
      )
    }
  }

  /// The most instants in any stretch of time, its end left out; the instants in order.
  private static func peak(of instants: [Instant], within window: Duration) -> Int {
    var peak = 0
    var first = 0
    for (index, instant) in instants.enumerated() {
      while instant.duration(since: instants[first]) >= window && first < index { first += 1 }
      peak = max(peak, index - first + 1)
    }
    return peak
  }

  /// A whole number without its fraction.
  private static func words(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
