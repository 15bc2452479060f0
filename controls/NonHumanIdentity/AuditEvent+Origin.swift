import ControlTesting

extension AuditEvent {
  /// States that the event came from a network of workloads, by a client that is no person's.
  ///
  /// Networks are those of the policy and those of the actor's environment.
  ///
  /// - Throws: A ``Deviation`` where it did not, or where the log does not say.
  func expectWorkloadOrigin(in scope: Scope) throws {
    guard let identity = scope.first(Identity.self, actor) else {
      throw Deviation(
        "actor",
        expected: "in the identity inventory",
        observed: "\(actor), not in the identity inventory"
      )
    }
    try expect("source address", sourceAddress, .present)
    let own = scope.first(Environment.self, identity.environment)?.networks ?? []
    let networks = scope.policy.workloadNetworks + own
    if let sourceAddress, !networks.contains(where: { isWithin($0, sourceAddress) }) {
      throw Deviation(
        "source address",
        expected: "within \(networks.isEmpty ? "(none)" : networks.joined(separator: ", "))",
        observed: sourceAddress
      )
    }
    try expect("client", client, .present)
    let name = (client ?? "").lowercased()
    if let word = scope.policy.personClients.first(where: { name.contains($0.lowercased()) }) {
      throw Deviation(
        "client",
        expected: "no person's client",
        observed: "\(client ?? ""), for \(word)"
      )
    }
  }

  private func isWithin(_ network: String, _ address: String) -> Bool {
    if network == address { return true }
    return NetworkRange(network)?.contains(address) ?? false
  }
}
