import ControlModel

extension TrustGraphBuilder {
  /// What applications were consented to, and as whom they act.
  mutating func addGrantEdges(of inventory: Inventory) {
    for grant in inventory.records(Grant.self) {
      guard grant.works(at: asOf) else { continue }
      let client = node(.actor, grant.client, .identity)
      let scopes = grant.scopes.joined(separator: ", ")
      let right = node(.entitlement, grant.id, .entitlement)
      describe(right, grant.locator) { node in
        node.owner = grant.owner
        node.tenant = grant.tenant
        node.environment = grant.environment
        node.vendor = grant.vendor
      }
      func limit(_ edge: inout TrustEdge) {
        edge.since = grant.grantedAt
        edge.until = [grant.expiresAt.instant, grant.revokedAt.instant].compactMap { $0 }.min()
      }
      add(client, .grants, right, grant.locator) { edge in
        limit(&edge)
        edge.reason = "\(grant.kind.rawValue): \(scopes)"
      }
      add(right, .reaches, node(.resource, grant.resource, .resource), grant.locator, limit)
      if let person = grant.onBehalfOf {
        add(client, .mayAssume, node(.actor, person, .identity), grant.locator) { edge in
          limit(&edge)
          edge.reason = "on behalf of it, for \(scopes)"
        }
      }
      if let person = grant.consentedBy {
        add(node(.actor, person, .person), .consentsTo, right, grant.locator) { edge in
          limit(&edge)
          edge.isTraversable = false
        }
      }
    }
  }
}

extension Grant {
  /// Whether the consent held at an instant.
  func works(at instant: Instant) -> Bool {
    if expiresAt.hasPassed(at: instant) || revokedAt.hasPassed(at: instant) { return false }
    switch status {
    case .active, .unknown: return true
    case .revoked: return revokedAt.instant != nil
    case .expired: return expiresAt.instant != nil
    case .suspended: return false
    }
  }
}
