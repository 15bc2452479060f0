import ControlTesting
import SuiteVocabulary

/// PRO-4: suppliers and agents against what was declared of them.
struct WorkedOutTiers {
  /// What deviates in the subject.
  static func deviations(_ scope: Scope) -> [Deviation] {
    let tools = Dictionary(
      scope.records(Tool.self).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let suppliers = scope.suppliersInUse
    let agents = scope.records(Agent.self).filter { $0.status != .retired }
    return nothingToJudge(suppliers, agents, scope)
      + suppliers.compactMap { deviation(of: $0, scope, tools) }
      + agents.compactMap { deviation(of: $0, scope, tools) }
  }

  private static func nothingToJudge(
    _ suppliers: [VendorRecord],
    _ agents: [Agent],
    _ scope: Scope
  ) -> [Deviation] {
    switch scope.subject.kind {
    case .vendor where suppliers.isEmpty:
      [Deviation("supplier", expected: "in the third-party register", observed: "none in use")]
    case .agentSystem where agents.isEmpty:
      [Deviation("agents", expected: "in the agent manifest", observed: "none in use")]
    default: []
    }
  }

  private static func deviation(
    of supplier: VendorRecord,
    _ scope: Scope,
    _ tools: [String: Tool]
  ) -> Deviation? {
    let found = SupplierTier(of: supplier, scope, tools: tools)
    if SupplierTier.rank(supplier.declaredTier) >= SupplierTier.rank(found.tier) { return nil }
    return Deviation(
      "declared tier",
      expected: "at least \(found.tier.rawValue): \(found.because)",
      observed: supplier.declaredTier.rawValue,
      record: supplier,
      path: found.path
    )
  }

  private static func deviation(
    of agent: Agent,
    _ scope: Scope,
    _ tools: [String: Tool]
  ) -> Deviation? {
    guard let node = scope.trust.node(agent.id, in: .actor) else { return nil }
    let found = scope.trust.autonomy(of: node, tools: tools)
    let declared = agent.autonomyClass
    if let declared, rank(declared) >= rank(found.class) { return nil }
    return Deviation(
      "declared autonomy",
      expected: "at least \(found.class.rawValue): \(found.because.first ?? "by its reach")",
      observed: declared?.rawValue ?? "not recorded",
      record: agent
    )
  }

  private static func rank(_ autonomy: Agent.AutonomyClass) -> Int {
    switch autonomy {
    case .assistive: 0
    case .supervised: 1
    case .bounded: 2
    case .autonomous: 3
    }
  }
}
