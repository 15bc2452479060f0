import ControlModel

extension TrustGraphBuilder {
  /// Who has which credential or secret at hand, and whom it proves.
  mutating func addCredentialEdges(of inventory: Inventory) {
    for credential in inventory.records(Credential.self) { addEdges(of: credential) }
    for secret in inventory.records(SecretItem.self) { addEdges(of: secret) }
    for certificate in inventory.records(Certificate.self) { addEdges(of: certificate) }
  }

  private mutating func addEdges(of credential: Credential) {
    let start = node(.credential, credential.id, .credential)
    let identity = node(.actor, credential.identity, .identity)
    let basis = Edge.Basis(rawValue: credential.basis.rawValue) ?? .declared
    add(start, .authenticatesAs, identity, credential.locator) { edge in
      edge.basis = basis
      edge.since = credential.createdAt
      edge.until = credential.expiresAt.instant
      if credential.boundTo == .key { edge.conditions = ["the caller has the bound key"] }
      if credential.boundTo == .network { edge.conditions = ["the caller is in the bound network"] }
    }
    for holder in credential.holders ?? [] {
      add(node(.actor, holder, .identity), .holds, start, credential.locator) { $0.basis = basis }
    }
    if let secret = credential.storedIn {
      add(node(.secret, secret, .secret), .holds, start, credential.locator) { $0.basis = basis }
    }
    own(credential.owner, start, credential.locator)
  }

  private mutating func addEdges(of secret: SecretItem) {
    let start = node(.secret, secret.id, .secret)
    let basis = Edge.Basis(rawValue: secret.basis.rawValue) ?? .declared
    if let credential = secret.credential {
      add(start, .holds, node(.credential, credential, .credential), secret.locator) {
        $0.basis = basis
      }
    } else if let identity = secret.identity {
      add(start, .authenticatesAs, node(.actor, identity, .identity), secret.locator) {
        $0.basis = basis
      }
    }
    for reader in ((secret.readers ?? []) + (secret.consumers ?? [])).unique {
      add(node(.actor, reader, .identity), .holds, start, secret.locator) { edge in
        edge.basis = basis
        edge.reason = "may read it"
      }
    }
    for agent in secret.agents ?? [] {
      add(node(.actor, agent, .agent), .holds, start, secret.locator) { $0.basis = basis }
    }
    own(secret.owner, start, secret.locator)
  }

  private mutating func addEdges(of certificate: Certificate) {
    guard let credential = certificate.credential, let identity = certificate.identity else {
      return
    }
    let end = [certificate.expiresAt.instant, certificate.revokedAt.instant].compactMap { $0 }.min()
    add(
      node(.credential, credential, .credential),
      .authenticatesAs,
      node(.actor, identity, .identity),
      certificate.locator
    ) { edge in
      edge.since = certificate.validFrom
      edge.until = end
      edge.reason = "certificate of \(certificate.subjectName)"
    }
  }
}
