import ControlModel

/// Credentials that stand in the evidence of several subjects: what one proves of them, the other
/// does not prove again.
struct SharedCredentials {
  private let holders: [String: Set<String>]

  init(_ inventories: [Inventory]) {
    var holders: [String: Set<String>] = [:]
    for inventory in inventories {
      for credential in inventory.records(Credential.self) {
        holders[credential.id, default: []].insert(inventory.subject.id)
      }
    }
    self.holders = holders.filter { $0.value.count > 1 }
  }

  func figures(of inventory: Inventory) -> [Figure] {
    let own = inventory.subject.id
    var counts: [String: Int] = [:]
    for subjects in holders.values where subjects.contains(own) {
      for other in subjects where other != own { counts[other, default: 0] += 1 }
    }
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
    return [
      Figure(
        .dependence,
        "subjects with a credential of this one, and how many",
        words.isEmpty ? "none" : words.joined(separator: ", ")
      )
    ]
  }
}
