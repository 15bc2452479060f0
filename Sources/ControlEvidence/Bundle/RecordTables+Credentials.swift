import ControlModel

extension RecordTables {
  /// Joins the records that describe one credential in several files: what one export knows of its
  /// age and another of its last use.
  ///
  /// Only records with the same id, kind and identity are one credential. What one leaves open
  /// another fills; the later last use holds, and a credential that one source calls active can be
  /// used, whatever another says.
  ///
  /// - Complexity: O(*n*) in the number of credentials.
  mutating func mergeCredentials() {
    merge(Credential.self, by: Key.init) { whole, other, _ in
      whole = whole.completed(by: other)
    }
  }

  private struct Key: Hashable {
    let id: String
    let kind: Credential.Kind
    let identity: String

    init(_ credential: Credential) {
      id = credential.id
      kind = credential.kind
      identity = credential.identity
    }
  }
}

extension Credential {
  /// This description with its gaps filled by another.
  fileprivate func completed(by other: Credential) -> Credential {
    Credential(
      id: id,
      identity: identity,
      kind: kind,
      status: other.status == .active || status == .unknown ? other.status : status,
      lifetimeClass: lifetimeClass ?? other.lifetimeClass,
      issuance: issuance ?? other.issuance,
      storedIn: storedIn ?? other.storedIn,
      holders: holders ?? other.holders,
      managedBy: managedBy ?? other.managedBy,
      boundTo: boundTo ?? other.boundTo,
      multiFactor: multiFactor ?? other.multiFactor,
      scopes: scopes ?? other.scopes,
      owner: owner ?? other.owner,
      tenant: tenant ?? other.tenant,
      environment: environment ?? other.environment,
      hint: hint ?? other.hint,
      basis: basis,
      createdAt: [createdAt, other.createdAt].compactMap { $0 }.min(),
      rotatedAt: rotatedAt.joined(with: other.rotatedAt),
      expiresAt: lasting(expiresAt, other.expiresAt),
      lastUsedAt: lastUsedAt.joined(with: other.lastUsedAt),
      revokedAt: revokedAt == .notRecorded ? other.revokedAt : revokedAt,
      locator: locator
    )
  }

  /// The end that lets the credential live longer, so that no source shortens it by a word.
  private func lasting(_ first: Moment, _ second: Moment) -> Moment {
    switch (first, second) {
    case (.never, _), (_, .never): .never
    case (.at(let one), .at(let two)): .at(max(one, two))
    case (.notRecorded, _): second
    case (.at, .notRecorded): first
    }
  }
}
