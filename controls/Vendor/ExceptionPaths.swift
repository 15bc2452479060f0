import ControlTesting
import SuiteVocabulary

/// EXC-2: what may run by exception alone, and whether a live exception names it.
struct ExceptionPaths {
  private let scope: Scope
  private var found = DeviationList()

  /// What deviates in the subject.
  static func deviations(_ scope: Scope) -> [Deviation] {
    var check = ExceptionPaths(scope: scope)
    check.checkAgents()
    check.checkIdentities()
    check.checkApprovals()
    return check.found.all
  }

  private init(scope: Scope) { self.scope = scope }

  /// Agents that hand work to others, and agents that a supplier runs.
  private mutating func checkAgents() {
    let graph = scope.trust
    for agent in scope.records(Agent.self) where agent.status != .retired {
      let names = [agent.id, agent.system].compactMap { $0 }
      if let vendor = agent.vendor {
        require(names, "automation run by \(vendor)", agent)
      }
      guard let node = graph.node(agent.id, in: .actor) else { continue }
      let handOffs = graph.edges(from: node).map { graph.edges[$0] }.filter {
        $0.kind == .delegatesTo && Following.open.takes($0)
      }
      guard let first = handOffs.first else { continue }
      require(
        names,
        "a pipeline of agents, to \(graph.nodes[first.to].id)",
        agent,
        path: [graph.words(of: first)]
      )
    }
  }

  /// Software that a supplier controls, and integrations that are marked as old.
  private mutating func checkIdentities() {
    let marks = scope.policy.legacyMarks.map { $0.lowercased() }
    for identity in scope.records(Identity.self) where identity.status != .deleted {
      if identity.kind == .person || identity.kind == .group { continue }
      if identity.controller == .vendor {
        require([identity.id], "automation run by \(identity.vendor ?? "a supplier")", identity)
      }
      let tags = (identity.tags ?? []).map { $0.lowercased() }
      if tags.contains(where: { tag in marks.contains { tag.contains($0) } }) {
        require([identity.id], "a legacy integration", identity)
      }
    }
  }

  /// Grants to machines that a person let through by hand.
  private mutating func checkApprovals() {
    for approval in scope.records(ProcurementApproval.self)
    where approval.kind == .access && approval.automated != true
      && approval.doubt(at: scope.asOf) == nil
    {
      guard let machine = machine(of: approval) else { continue }
      require(
        approval.target == machine
          ? [machine, approval.id] : [approval.target, approval.id, machine],
        "a machine grant approved by hand, to \(machine)",
        approval
      )
    }
  }

  /// The machine that an approval of access lets in, or `nil` where there is none.
  ///
  /// What no register knows may be a machine.
  private func machine(of approval: ProcurementApproval) -> String? {
    let holder: String? =
      switch approval.targetKind {
      case .grant: scope.first(Grant.self, approval.target)?.client
      case .entitlement: scope.first(Entitlement.self, approval.target)?.holder
      case .delegation: scope.first(Delegation.self, approval.target)?.to
      case .product, .vendor, .tool, .agent, .flow, .pilot: nil
      }
    switch approval.targetKind {
    case .grant, .entitlement, .delegation: break
    case .product, .vendor, .tool, .agent, .flow, .pilot: return nil
    }
    guard let holder else { return approval.target }
    return scope.identity(called: holder)?.kind == .person ? nil : holder
  }

  private mutating func require(
    _ names: [String],
    _ what: String,
    _ record: any EvidenceRecord,
    path: [String] = []
  ) {
    let exceptions = names.flatMap { scope.exceptions(naming: $0) }
    if exceptions.contains(where: { $0.isWholeAndLive(at: scope.asOf) }) { return }
    let last = exceptions.first
    found.append(
      Deviation(
        "exception for \(what)",
        expected: "a live exception that names \(names.joined(separator: " or "))",
        observed: last.map {
          "\($0.id), \($0.state.rawValue), end \($0.expiresAt), "
            + "retired by \($0.retiredBy ?? "nobody")"
        } ?? "none on record",
        record: record,
        path: path
      )
    )
  }
}
