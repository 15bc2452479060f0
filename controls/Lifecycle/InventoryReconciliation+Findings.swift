import ControlTesting
import SuiteVocabulary

extension InventoryReconciliation {
  func deviations(_ scope: Scope) -> [Deviation] {
    unlistedIdentities(scope) + unlistedAgents(scope) + unknownCredentials(scope)
      + unissuedCredentials(scope) + kinds.deviations(scope) + counts.deviations(scope)
  }

  /// Identities that something shows and the inventory lacks, where those are more than the policy
  /// leaves.
  private func unlistedIdentities(_ scope: Scope) -> [Deviation] {
    let software = identities.all.filter { !scope.isPerson($0.key) }
    if software.isEmpty {
      return [
        Deviation("identities in use", expected: "at least one seen", observed: "none seen")
      ]
    }
    let unlisted = software.filter { scope.inventoried($0.key) == nil }
    // Names that stand for one identity count once.
    let known = Set(software.compactMap { scope.inventoried($0.key)?.id }).count
    let total = known + unlisted.count
    if Double(known) >= scope.policy.minimumInventoryCoverage * Double(total) { return [] }
    return unlisted.map { name, seen in
      var deviation = Deviation(
        "identity",
        expected: "in the identity inventory",
        observed: "\(name), not in it; seen in \(seen.words); "
          + "\(known) of \(total) identities in use are in it"
      )
      deviation.record = seen.first
      return deviation
    }
  }

  private func unlistedAgents(_ scope: Scope) -> [Deviation] {
    agents.all.filter { scope.first(Agent.self, $0.key) == nil }.map { name, seen in
      var deviation = Deviation(
        "agent",
        expected: "in the agent manifest",
        observed: "\(name), not in it; seen in \(seen.words)"
      )
      deviation.record = seen.first
      return deviation
    }
  }

  private func unknownCredentials(_ scope: Scope) -> [Deviation] {
    credentials.all.compactMap { id, seen in
      if isIssued(id, nil) || scope.first(Credential.self, id) != nil { return nil }
      var deviation = Deviation(
        "credential",
        expected: "in the credential report, or on record as issued",
        observed: "\(id), in neither; seen in \(seen.words)"
      )
      deviation.record = seen.first
      return deviation
    }
  }

  private func unissuedCredentials(_ scope: Scope) -> [Deviation] {
    shortLived.all.compactMap { id, credential in
      if isIssued(id, credential.issuance) { return nil }
      var deviation = Deviation(
        "issuance of the credential",
        expected: "on record, for one that is short-lived",
        observed: credential.issuance.map { "\($0), not among the issuances" } ?? "none"
      )
      deviation.record = credential.record
      return deviation
    }
  }
}

extension Scope {
  /// Whether a name is a person's, by the inventory or the role register.
  fileprivate func isPerson(_ name: String) -> Bool {
    if let identity = inventoried(name) { return identity.kind == .person }
    return all(RoleHolder.self, where: \.person, is: name).contains { $0.kind == .person }
  }
}
