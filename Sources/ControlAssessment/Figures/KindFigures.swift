import ControlModel

/// Which kinds of workload and which clouds there is evidence of; the others are not covered.
enum KindFigures {
  static func all(of inventory: Inventory) -> [Figure] {
    let jobs = inventory.records(Issuance.self).count { $0.task != nil }
    let counts = [
      ("pipelines", inventory.records(Pipeline.self).count),
      ("agents", inventory.records(Agent.self).count),
      ("integrations by grant", inventory.records(Grant.self).count),
      ("short-lived jobs, by credentials issued for a task", jobs),
    ]
    var providers: [String: Int] = [:]
    for identity in inventory.records(Identity.self) {
      providers[identity.provider, default: 0] += 1
    }
    let clouds = providers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return counts.map { Figure(.kinds, $0.0, $0.1 == 0 ? "not covered" : String($0.1)) } + [
      Figure(
        .kinds,
        "identities by provider",
        clouds.isEmpty ? "not covered" : clouds.joined(separator: ", ")
      )
    ]
  }
}
