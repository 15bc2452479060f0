import ControlModel

extension TrustGraphBuilder {
  /// Makes a node for each thing that a record describes, under all the names that evidence gives it.
  mutating func describeNodes(of inventory: Inventory) {
    for record in inventory.records(Agent.self) { describe(record) }
    joinEntraObjects(of: inventory)
    for record in inventory.records(Identity.self) { describe(record) }
    for record in inventory.records(WorkloadEntry.self) { describe(record) }
    for record in inventory.records(RoleHolder.self) { describe(record) }
    for record in inventory.records(Credential.self) { describe(record) }
    for record in inventory.records(SecretItem.self) { describe(record) }
    for record in inventory.records(Tool.self) { describe(record) }
    for record in inventory.records(Asset.self) { describe(record) }
    for record in inventory.records(VendorRecord.self) { describe(record) }
    for record in inventory.records(Node.self) { describe(record) }
    for record in inventory.records(Identity.self) { addAliases(of: record) }
  }

  private mutating func describe(_ record: Agent) {
    let time = asOf
    describe(node(.actor, record.id, .agent), record.locator) { node in
      node.kind = .agent
      node.isLive = record.status == .enabled && !record.retiredAt.hasPassed(at: time)
      node.owner = record.owner
      node.tenant = record.tenant
      node.environment = record.environment
      node.vendor = record.vendor
    }
  }

  private mutating func describe(_ record: Identity) {
    let time = asOf
    describe(node(.actor, record.id, record.nodeKind), record.locator) { node in
      node.kind = record.nodeKind
      node.isLive = record.status == .enabled && !record.endsAt.hasPassed(at: time)
      node.owner = record.owner
      node.tenant = record.tenant
      node.environment = record.environment
      node.account = record.account
      node.vendor = record.vendor
    }
  }

  private mutating func describe(_ record: WorkloadEntry) {
    let time = asOf
    describe(node(.actor, record.name, .identity), record.locator) { node in
      node.isLive = !record.expiresAt.hasPassed(at: time)
      node.owner = record.owner
      node.tenant = record.tenant
      node.environment = record.environment
      node.account = record.trustDomain
    }
  }

  private mutating func describe(_ record: RoleHolder) {
    describe(node(.actor, record.person, .person), record.locator) { node in
      node.owner = record.person
      node.isLive = record.status != .left
    }
  }

  private mutating func describe(_ record: VendorRecord) {
    describe(node(.actor, record.id, .vendor), record.locator) { node in
      node.owner = record.owner
      node.vendor = record.id
    }
  }

  private mutating func describe(_ record: Credential) {
    let time = asOf
    describe(node(.credential, record.id, .credential), record.locator) { node in
      node.isLive = record.works(at: time)
      node.owner = record.owner
      node.tenant = record.tenant
      node.environment = record.environment
    }
  }

  private mutating func describe(_ record: SecretItem) {
    let time = asOf
    describe(node(.secret, record.id, .secret), record.locator) { node in
      node.isLive = !record.deletedAt.hasPassed(at: time) && !record.expiresAt.hasPassed(at: time)
      node.owner = record.owner
      node.tenant = record.tenant
      node.environment = record.environment
    }
  }

  private mutating func describe(_ record: Tool) {
    describe(node(.tool, record.id, .tool), record.locator) { node in
      node.isLive = record.status == .enabled
      node.owner = record.owner
      node.tenant = record.tenant
      node.environment = record.environment
      node.vendor = record.vendor
    }
  }

  private mutating func describe(_ record: Asset) {
    let time = asOf
    let index = node(.resource, record.id, .resource)
    describe(index, record.locator) { node in
      node.isLive = !record.retiredAt.hasPassed(at: time)
      node.owner = record.owner
      node.tenant = record.tenant
      node.environment = record.environment
      node.account = record.account
      node.vendor = record.vendor
      node.sensitivity = record.sensitivity.flatMap { Node.Sensitivity(rawValue: $0.rawValue) }
    }
    for alias in record.aliases ?? [] {
      self.alias(alias, of: index, because: "an alias in the asset inventory", record.locator)
    }
  }

  private mutating func describe(_ record: Node) {
    let index = node(record.space, record.id, record.kind)
    describe(index, record.locator) { node in
      node.isAdministrator = record.administrator == true
      node.owner = record.owner
      node.tenant = record.tenant
      node.environment = record.environment
      node.vendor = record.vendor
      node.sensitivity = record.sensitivity
    }
    let reason = record.mergeReason ?? "an alias in the imported graph"
    for alias in record.aliases ?? [] {
      self.alias(alias, of: index, because: reason, record.locator)
    }
  }

  private mutating func addAliases(of record: Identity) {
    let index = node(.actor, record.id, record.nodeKind)
    for alias in record.aliases ?? [] {
      self.alias(alias, of: index, because: "an alias in the identity's record", record.locator)
    }
  }
}

extension Identity {
  /// What sort of node the identity is.
  var nodeKind: TrustNode.Kind {
    switch kind {
    case .role, .group: .role
    case .person: .person
    case .agent: .agent
    case .user, .serviceAccount, .servicePrincipal, .managedIdentity, .app, .oauthClient,
      .workload, .bot, .root:
      .identity
    }
  }
}

extension Credential {
  /// Whether the credential could be used at an instant.
  ///
  /// A revoked one could until its revocation, where that is recorded.
  func works(at instant: Instant) -> Bool {
    if let createdAt, instant < createdAt { return false }
    if expiresAt.hasPassed(at: instant) || revokedAt.hasPassed(at: instant) { return false }
    switch status {
    case .active, .unknown: return true
    case .revoked, .deleted: return revokedAt.instant != nil
    case .expired: return expiresAt.instant != nil
    case .inactive: return false
    }
  }
}

extension Node {
  /// The space in which the imported node's name counts.
  var space: TrustNode.Space {
    switch kind {
    case .agent, .identity, .role, .vendor, .person, .tenant, .environment: .actor
    case .tool: .tool
    case .credential: .credential
    case .secret: .secret
    case .entitlement: .entitlement
    case .resource: .resource
    }
  }
}
