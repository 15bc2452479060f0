import ControlTesting
import SuiteVocabulary

/// ASI01-2: each change of what an agent is told or may do by itself was approved by another person,
/// and the manifest shows no change that is not on record.
///
/// Holds nothing of the changes: the manifest is held to them when all were read.
struct GoalChanges: Fold {
  /// A change of instructions, abilities or tools is one whatever it names; other sorts are where
  /// they name an agent or a tool of the registers.
  static func isMember(_ change: Change, _ scope: Scope) -> Bool {
    guard change.mayBeLive(at: scope.asOf) else { return false }
    switch change.kind {
    case .prompt, .capability, .tool: return true
    case .detection, .policy, .model, .infrastructure, .configuration, .code, .workflow, .release:
      return scope.first(Agent.self, change.target) != nil
        || scope.first(Tool.self, change.target) != nil
    }
  }

  mutating func observe(_ change: Change, _ scope: Scope) throws { try change.checkApproval(scope) }

  mutating func merge(_ later: GoalChanges) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    scope.records(Agent.self).filter { $0.status != .retired }.compactMap { agent in
      do {
        try agent.checkLastChange(scope)
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        deviation.record = RecordReference(agent)
        return deviation
      }
    }
  }
}

extension Agent {
  /// Holds the agent's last change to its approval, or to an approved change that brought what the
  /// manifest now says.
  fileprivate func checkLastChange(_ scope: Scope) throws {
    guard let changedAt else {
      throw Deviation("last change", expected: "a time", observed: "not recorded")
    }
    if let approved = approvedAt.instant, approved <= scope.asOf, changedAt <= approved { return }
    let digests = [instructionsDigest, manifestDigest].compactMap { $0 }
    let explains = scope.changes(of: id).contains { change in
      change.deployedDigest.map(digests.contains) == true && change.liveAt.hasPassed(at: scope.asOf)
        && change.isApproved(scope)
    }
    if explains { return }
    throw Deviation(
      "last change",
      expected: "at or before the approval of the agent, or an approved change on record",
      observed: "at \(changedAt), the agent approved at: \(approvedAt)"
    )
  }
}
