import ControlTesting
import SuiteVocabulary

/// The tier of a supplier worked out from what it does, holds and reaches.
///
/// - *control plane*: it brokers access or actions, has a privileged identity, or can become an
///   administrator.
/// - *high*: it sees prompts or models, gets customers' or confidential data, or reaches a secret or
///   credential of production, or an agent that acts by itself.
/// - *medium*: it reaches anything of production, or any agent.
/// - *low*: none of it.
///
/// What is not recorded counts as if it were so: a supplier is low when that was shown.
struct SupplierTier {
  private(set) var tier = VendorRecord.DeclaredTier.low
  /// What makes it so, in words, and the steps that lead there.
  private(set) var because = "nothing of production is in reach"
  private(set) var path: [String] = []

  init(of supplier: VendorRecord, _ scope: Scope, tools: [String: Tool]) {
    takeAbilities(supplier)
    takeData(supplier, scope)
    takeReach(supplier, scope, tools)
  }

  /// The tier's place in the order; what nobody classified is below all.
  static func rank(_ tier: VendorRecord.DeclaredTier) -> Int {
    switch tier {
    case .unclassified: 0
    case .low: 1
    case .medium: 2
    case .high: 3
    case .controlPlane: 4
    }
  }

  private mutating func raise(
    to tier: VendorRecord.DeclaredTier,
    _ reason: @autoclosure () -> String,
    _ steps: @autoclosure () -> [String] = []
  ) {
    if Self.rank(tier) <= Self.rank(self.tier) { return }
    self.tier = tier
    because = reason()
    path = steps()
  }

  private mutating func takeAbilities(_ supplier: VendorRecord) {
    let abilities: [(Bool?, VendorRecord.DeclaredTier, String)] = [
      (supplier.brokersAccess, .controlPlane, "brokers access"),
      (supplier.brokersActions, .controlPlane, "brokers actions"),
      (supplier.inspectsPrompts, .high, "inspects prompts"),
      (supplier.monitorsModels, .high, "monitors models"),
    ]
    for (ability, tier, words) in abilities where ability != false {
      raise(to: tier, ability == true ? "it \(words)" : "not recorded whether it \(words)")
    }
  }

  private mutating func takeData(_ supplier: VendorRecord, _ scope: Scope) {
    guard let classes = supplier.dataClasses else {
      return raise(to: .high, "not recorded which data it gets")
    }
    for id in classes {
      guard let dataClass = scope.first(DataClass.self, id) else {
        raise(to: .high, "it gets \(id), which is not in the data register")
        continue
      }
      switch (dataClass.category, dataClass.sensitivity) {
      case (.customerContent, _), (.personalData, _), (.prompt, _), (.modelOutput, _),
        (.memory, _), (.secret, _), (_, .confidential), (_, .restricted), (_, nil):
        raise(to: .high, "it gets \(id)")
      case (_, .internal): raise(to: .medium, "it gets \(id)")
      case (_, .public): continue
      }
    }
  }

  private mutating func takeReach(_ supplier: VendorRecord, _ scope: Scope, _ tools: [String: Tool])
  {
    for identity in scope.all(Identity.self, where: \.vendor, is: supplier.id)
    where identity.status != .deleted && identity.privileged == true {
      raise(to: .controlPlane, "its identity \(identity.id) is privileged")
    }
    let graph = scope.trust
    for start in graph.nodes.indices
    where graph.nodes[start].vendor == supplier.id && graph.nodes[start].space == .actor {
      if graph.nodes[start].isLive { take(start, start, [], graph, tools, scope) }
      let reach = graph.reach(from: start)
      for end in reach.nodes {
        take(end, start, reach.path(to: end).map(graph.words), graph, tools, scope)
      }
    }
  }

  private mutating func take(
    _ end: Int,
    _ start: Int,
    _ steps: [String],
    _ graph: TrustGraph,
    _ tools: [String: Tool],
    _ scope: Scope
  ) {
    let node = graph.nodes[end]
    if node.isAdministrator {
      return raise(to: .controlPlane, "it can become \(node.id)", steps)
    }
    if node.kind == .agent {
      let autonomy = graph.autonomy(of: end, tools: tools).class
      let acts = autonomy == .bounded || autonomy == .autonomous
      return raise(
        to: acts ? .high : .medium,
        "it reaches agent \(node.id), \(autonomy.rawValue)",
        steps
      )
    }
    let place = scope.place(node.environment)
    if place.environmentClass == .nonProduction { return }
    let words =
      place.environmentClass == .production ? " of production" : ", environment \(place.words)"
    switch node.kind {
    case .secret, .credential:
      raise(to: .high, "it reaches \(node.kind.rawValue) \(node.id)\(words)", steps)
    case .identity, .role, .resource, .tool:
      raise(to: .medium, "it reaches \(node.kind.rawValue) \(node.id)\(words)", steps)
    case .agent, .entitlement, .tenant, .environment, .vendor, .person: return
    }
  }
}
