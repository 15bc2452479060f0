import ControlTesting

extension Scope {
  /// Why an agent was not a registered one in use at an instant, in words; `nil` where it was.
  ///
  /// An agent is registered from its approval on, or from an onboarding on record: the manifest has
  /// only the last approval. A disabled one was in use at most until its entry was last changed.
  ///
  /// - Parameters:
  ///   - id: The agent's id.
  ///   - instant: When it acted.
  /// - Returns: The reason, or `nil`.
  func doubt(aboutAgent id: String, at instant: Instant) -> String? {
    guard let agent = first(Agent.self, id) else { return "not in the agent manifest" }
    if !agent.approvedAt.hasPassed(at: instant), !wasOnboarded(id, by: instant) {
      return "approved at: \(agent.approvedAt)"
    }
    switch agent.status {
    case .enabled:
      return agent.retiredAt.hasPassed(at: instant) ? "retired at \(agent.retiredAt)" : nil
    case .disabled:
      guard let changedAt = agent.changedAt else {
        return "disabled, since when is not recorded"
      }
      return changedAt <= instant ? "disabled since \(changedAt) at the latest" : nil
    case .retired:
      guard let retired = agent.retiredAt.instant else {
        return "retired, when is not recorded"
      }
      return retired <= instant ? "retired at \(retired)" : nil
    }
  }

  private func wasOnboarded(_ agent: String, by instant: Instant) -> Bool {
    all(LifecycleEvent.self, where: \.target, is: agent).contains { event in
      event.targetKind == .agent && event.event == .onboard && event.state == .done
        && event.effectiveAt <= instant
    }
  }
}
