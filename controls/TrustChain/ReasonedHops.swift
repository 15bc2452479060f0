import ControlTesting
import SuiteVocabulary

/// TRU-2: each hop by which an agent acts as somebody says why, on whose word and until when.
///
/// Ways that first change rights are left out: NHI5-3 judges those.
struct ReasonedHops: Fold {
  private var agents = AgentList()

  static func isMember(_ agent: Agent, _ scope: Scope) -> Bool { agent.status == .enabled }

  mutating func observe(_ agent: Agent, _ scope: Scope) throws {
    agents.note(agent)
    try expect("identity", agent.runsAs ?? agent.workloadEntry, .present)
  }

  mutating func merge(_ later: ReasonedHops) { agents.merge(later.agents) }

  func deviations(_ scope: Scope) -> [Deviation] {
    var judged: Set<TrustEdge> = []
    return agents.deviations(scope) { ways in
      ways.steps.filter { step in step.letsActAs && judged.insert(step).inserted }
        .compactMap { step in
          let proof = scope.record(proving: step)
          do {
            try scope.expectReasoned(step, proof)
            return nil
          } catch {
            var deviation = Deviation(thrown: error)
            deviation.record = proof.map { RecordReference($0) }
            deviation.path = ways.path(along: step)
            return deviation
          }
        }
    }
  }
}

extension TrustEdge {
  /// Whether whoever takes the step acts as its end.
  fileprivate var letsActAs: Bool {
    switch kind {
    case .runsAs, .authenticatesAs, .mayAssume, .delegatesTo, .memberOf: true
    case .uses, .holds, .grants, .consentsTo, .reaches, .owns: false
    }
  }
}

/// What a record says of a hop: why, approved by what, until when.
private struct Grounds {
  /// Why it exists; `nil`: the approval says so.
  var reason: String?
  /// The approval's id.
  var approval: String?
  /// What the approval may be of.
  var targets: [String]
  /// When it ends; not recorded: the approval's end is its end.
  var end = Moment.notRecorded
}

extension Scope {
  fileprivate func expectReasoned(
    _ step: TrustEdge,
    _ proof: (any EvidenceRecord)?
  ) throws {
    guard let proof, let grounds = grounds(of: proof, step) else {
      throw Deviation(
        "record of the hop",
        expected: "one with a reason, an approval and an end",
        observed: "none on record"
      )
    }
    let approval = try expectApproval(grounds.approval, of: grounds.targets)
    try expect("reason", grounds.reason ?? approval.reason, .notEmpty)
    // An approval that ends takes the hop with it, as long as it is held to.
    let ends = [grounds.end, approval.expiresAt].compactMap(\.instant)
    guard let end = ends.min(), end > asOf else {
      throw Deviation(
        "end",
        expected: "after \(asOf)",
        observed: ends.min()?.description ?? "never, by the hop and by its approval"
      )
    }
  }

  private func grounds(of proof: any EvidenceRecord, _ step: TrustEdge) -> Grounds? {
    switch proof {
    case let agent as Agent:
      return Grounds(reason: agent.purpose, approval: agent.approval, targets: [agent.id])
    case let tool as Tool:
      let approval = first(ProcurementApproval.self, tool.approval)
      // One approval may be of several tools, by its list.
      let isListed = approval?.approvedTools?.contains(tool.id) ?? false
      return Grounds(
        approval: tool.approval,
        targets: [tool.id] + (isListed ? [approval?.target].compactMap { $0 } : [])
      )
    case let identity as Identity:
      return Grounds(
        reason: identity.purpose,
        approval: identity.approval,
        // What was approved may be the agent that the identity stands for.
        targets: [identity.id] + (identity.agents ?? []),
        end: identity.endsAt
      )
    case let credential as Credential:
      let identity = first(Identity.self, credential.identity)
      return Grounds(
        reason: identity?.purpose,
        approval: identity?.approval,
        targets: [credential.identity, credential.id],
        end: credential.expiresAt
      )
    case let secret as SecretItem:
      let identity = first(Identity.self, secret.identity)
      return Grounds(
        reason: identity?.purpose,
        approval: identity?.approval,
        targets: [secret.identity ?? secret.id, secret.id],
        end: secret.expiresAt
      )
    case let entry as WorkloadEntry:
      let identity = first(Identity.self, entry.identity ?? entry.name)
      return Grounds(
        reason: identity?.purpose,
        approval: identity?.approval,
        targets: [entry.identity ?? entry.name, entry.name],
        end: entry.expiresAt
      )
    case let delegation as Delegation:
      return Grounds(
        reason: delegation.reason,
        approval: delegation.approval,
        targets: [delegation.id, delegation.from, delegation.to],
        end: delegation.expiresAt
      )
    case let relation as TrustRelation:
      return Grounds(
        reason: relation.reason,
        approval: relation.approval,
        targets: [relation.id, relation.target],
        end: relation.expiresAt
      )
    case let grant as Grant:
      return Grounds(
        reason: grant.purpose,
        approval: grant.approval,
        targets: [grant.id, grant.client],
        end: grant.expiresAt
      )
    case let edge as Edge:
      return Grounds(
        reason: edge.reason,
        approval: edge.approval,
        targets: [edge.id],
        end: edge.untilAt
      )
    default: return nil
    }
  }
}
