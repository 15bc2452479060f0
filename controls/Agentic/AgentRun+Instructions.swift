import ControlTesting

extension AgentRun {
  /// Holds the instructions of the run to those that were approved for its agent when it began.
  func checkInstructions(_ scope: Scope) throws {
    guard let agent = scope.first(Agent.self, self.agent) else {
      throw Deviation(
        "agent",
        expected: "an agent of the agent manifest",
        observed: "\(self.agent), not in the agent manifest"
      )
    }
    guard let instructionsDigest else {
      throw Deviation("instructions", expected: "a digest", observed: "not recorded")
    }
    guard let approved = agent.instructionsDigest else {
      throw Deviation(
        "approved instructions",
        expected: "a digest in the agent manifest",
        observed: "not recorded"
      )
    }
    let history = InstructionHistory(of: agent, current: approved, scope)
    guard let doubt = history.doubt(about: instructionsDigest, at: startedAt) else { return }
    throw Deviation(
      "instructions",
      expected: "those approved and in force at \(startedAt)",
      observed: "\(instructionsDigest), \(doubt)"
    )
  }
}

/// Which instructions of an agent were in force when: the manifest's, and before them those that
/// approved changes brought.
///
/// Changes only ever widen what a run may have used; without them it is the manifest's digest alone,
/// from the manifest's approval on.
struct InstructionHistory {
  private let current: String
  private let approvedAt: Moment
  /// The changes of the instructions that went live.
  private let changes: [Change]
  private let scope: Scope

  /// Collects the changes of an agent's instructions.
  init(of agent: Agent, current: String, _ scope: Scope) {
    self.current = current
    approvedAt = agent.approvedAt
    changes = scope.changes(of: agent.id).filter { $0.kind == .prompt && $0.liveAt.instant != nil }
    self.scope = scope
  }

  /// Why instructions were not those in force at an instant, in words; `nil` where they were.
  func doubt(about digest: String, at instant: Instant) -> String? {
    let bringers = changes.filter { $0.deployedDigest == digest }
    let sound = bringers.filter { change in
      change.wasInForce(at: instant) && change.isApproved(scope)
    }
    if digest == current {
      if approvedAt.hasPassed(at: instant) || !sound.isEmpty { return nil }
      return "approved at: \(approvedAt)"
    }
    guard let live = sound.compactMap(\.liveAt.instant).max() else {
      return bringers.isEmpty ? "which nobody approved" : "of a change that was not in force"
    }
    let replaced = replacements(of: digest).filter { $0 > live && $0 <= instant }.min()
    return replaced.map { "replaced at \($0)" }
  }

  /// When other instructions than these came into force, as far as is known.
  private func replacements(of digest: String) -> [Instant] {
    let replacing = changes.filter { $0.deployedDigest != digest }.compactMap(\.liveAt.instant)
    let brought = changes.contains { $0.deployedDigest == current }
    return replacing + (brought ? [] : [approvedAt.instant].compactMap { $0 })
  }
}

extension Change {
  /// Whether the change was live and had not been taken back; who does not say whether it was taken
  /// back does not show that it was not.
  fileprivate func wasInForce(at instant: Instant) -> Bool {
    guard liveAt.hasPassed(at: instant) else { return false }
    switch revertedAt {
    case .never: return true
    case .at(let end): return end > instant
    case .notRecorded: return false
    }
  }
}
