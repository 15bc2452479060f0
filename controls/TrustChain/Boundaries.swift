import ControlTesting
import SuiteVocabulary

/// TRU-8: each agent's chain says where its identity boundary is, and each hop across a boundary has an
/// owner on both sides.
struct Boundaries: Fold {
  private var agents = AgentList()

  static func isMember(_ agent: Agent, _ scope: Scope) -> Bool { agent.status == .enabled }

  mutating func observe(_ agent: Agent, _ scope: Scope) { agents.note(agent) }

  mutating func merge(_ later: Boundaries) { agents.merge(later.agents) }

  func deviations(_ scope: Scope) -> [Deviation] {
    var judged: Set<TrustEdge> = []
    return agents.deviations(scope) { ways in
      let steps = ways.steps.filter { $0.kind != .reaches && judged.insert($0).inserted }
      return Self.start(of: ways, scope)
        + steps.flatMap { step in
          Self.crossing(step, ways, scope).map { deviation in
            var deviation = deviation
            deviation.record = scope.record(proving: step).map { RecordReference($0) }
            deviation.path = ways.path(along: step)
            return deviation
          }
        }
    }
  }

  /// The boundary within which the agent itself is known: the trust domain of its workload entry, or the
  /// account of its identity.
  private static func start(of ways: AgentWays, _ scope: Scope) -> [Deviation] {
    let names = [ways.agent.workloadEntry, ways.agent.runsAs].compactMap { $0 }
    let isStated = names.contains { name in
      scope.first(Identity.self, name) != nil
        || !scope.all(WorkloadEntry.self, where: \.name, is: name).isEmpty
    }
    if isStated { return [] }
    return [
      Deviation(
        "identity boundary of \(ways.agent.id)",
        expected: "the trust domain or account of its identity",
        observed: names.first.map { "\($0), not on record" } ?? "not recorded"
      )
    ]
  }

  private static func crossing(
    _ step: TrustEdge,
    _ ways: AgentWays,
    _ scope: Scope
  ) -> [Deviation] {
    let delegation = scope.record(proving: step) as? Delegation
    let crossing = Crossing(step, delegation, ways.graph, scope)
    var found: [Deviation] = []
    if let delegation, (delegation.identityBoundary ?? "").isEmpty {
      found.append(
        Deviation(
          "identity boundary of \(delegation.id)",
          expected: "stated",
          observed: "not recorded"
        )
      )
    }
    guard let border = crossing.border else { return found }
    for (side, owner) in crossing.owners where !scope.isAnswering(owner) {
      found.append(
        Deviation(
          "owner of \(side), at the crossing \(border)",
          expected: "somebody active in the role register",
          observed: owner ?? "not recorded"
        )
      )
    }
    return found
  }
}

/// A hop between two units, tenants or parties, with who answers on each side.
private struct Crossing {
  /// What is crossed, in words; `nil` where both ends are on one side.
  let border: String?
  /// The name of each end with its owner.
  let owners: [(String, String?)]

  init(_ step: TrustEdge, _ delegation: Delegation?, _ graph: TrustGraph, _ scope: Scope) {
    let (from, to) = (graph.nodes[step.from], graph.nodes[step.to])
    owners = [
      (from.id, delegation?.fromOwner ?? scope.owner(of: from)),
      (to.id, delegation?.toOwner ?? scope.owner(of: to)),
    ]
    border = Self.border(
      of: [
        ("tenant", delegation?.fromTenant ?? from.tenant, delegation?.toTenant ?? to.tenant),
        ("unit", scope.unit(from.environment), scope.unit(to.environment)),
      ],
      parties: (from.vendor, to.vendor)
    )
  }

  private static func border(
    of sides: [(String, String?, String?)],
    parties: (String?, String?)
  ) -> String? {
    // No supplier is a party too: one's own.
    if parties.0 != parties.1 {
      return "from \(parties.0 ?? "the own organisation") to \(parties.1 ?? "the own organisation")"
    }
    for (what, from, to) in sides {
      if let from, let to, from != to { return "from \(what) \(from) to \(what) \(to)" }
    }
    return nil
  }
}

extension Scope {
  /// The owner of a node, else of the identity or supplier behind it.
  fileprivate func owner(of node: TrustNode) -> String? {
    if let owner = node.owner { return owner }
    if node.space == .credential {
      return first(Identity.self, first(Credential.self, node.id)?.identity)?.owner
    }
    return first(VendorRecord.self, node.vendor)?.owner
  }

  /// The business unit of an environment; `nil` where nobody recorded one.
  fileprivate func unit(_ environment: String?) -> String? {
    first(Environment.self, environment)?.businessUnit
  }

  /// Whether somebody of either party answers now.
  fileprivate func isAnswering(_ owner: String?) -> Bool {
    all(RoleHolder.self, where: \.person, is: owner).contains {
      $0.status == .active && !$0.endsAt.hasPassed(at: asOf)
    }
  }
}
