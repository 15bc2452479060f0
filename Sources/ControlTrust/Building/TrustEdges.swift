import ControlModel

extension TrustGraphBuilder {
  /// Who is trusted to become whom.
  ///
  /// AWS asks two sides: the role must trust the caller, and the caller's own policies must allow
  /// `sts:AssumeRole`, unless the role trusts the caller by name within one account. Trust in a whole
  /// account is trust in those of its identities that may ask.
  mutating func addTrustEdges(of inventory: Inventory, _ authority: AuthorityIndex) {
    let relations = inventory.records(TrustRelation.self)
    if relations.isEmpty { return }
    let actors = Actors(inventory, authority)
    for relation in relations {
      let target = node(.actor, relation.target, .role)
      switch relation.principalKind {
      case .identity: trustIdentity(relation, target, actors)
      case .account: trustAccount(relation, target, actors)
      case .federated: trustIssuer(relation, target, inventory)
      case .service: trustOutside(relation, target, relation.principal)
      case .anyone: trustOutside(relation, target, TrustGraph.anyone)
      }
    }
    trustAnyone(actors)
  }

  private mutating func trustIdentity(
    _ relation: TrustRelation,
    _ target: Int,
    _ actors: Actors
  ) {
    let name = relation.trustedIdentity ?? relation.principal
    let start = node(.actor, name, .identity)
    let verdict = actors.verdict(name, assumes: relation.target, isNamed: true)
    become(start, target, relation, verdict)
    for member in actors.members(of: name) {
      let verdict = actors.verdict(member, assumes: relation.target, isNamed: true)
      become(node(.actor, member, .identity), target, relation, verdict, through: name)
    }
  }

  private mutating func trustAccount(
    _ relation: TrustRelation,
    _ target: Int,
    _ actors: Actors
  ) {
    let account = node(.actor, relation.principal, .vendor)
    describe(account, relation.locator) { $0.account = relation.principal }
    let known = actors.identities(of: relation.principal)
    add(account, .mayAssume, target, relation.locator) { edge in
      edge.describe(relation)
      edge.reason = "trust in the whole account"
      if known.isEmpty {
        edge.conditions.append("an identity of \(relation.principal), none of which is in evidence")
      } else {
        // The account is no actor: its identities are, each by its own policies.
        edge.isTraversable = false
      }
    }
    for name in known where name != relation.target {
      let verdict = actors.verdict(name, assumes: relation.target, isNamed: false)
      if !verdict.isOpen { continue }
      become(
        node(.actor, name, .identity),
        target,
        relation,
        verdict,
        through: relation.principal
      )
    }
  }

  /// Trust in tokens of an issuer: in the known identities that its subject pattern names, and else in
  /// an outside subject.
  private mutating func trustIssuer(
    _ relation: TrustRelation,
    _ target: Int,
    _ inventory: Inventory
  ) {
    if let known = relation.trustedIdentity {
      become(node(.actor, known, .identity), target, relation, .allowed(by: relation.id))
      return
    }
    let issuer = relation.issuer ?? relation.principal
    let subject = relation.subjectPattern.flatMap { $0.isEmpty ? nil : $0 }
    // A party outside: nobody here owns it.
    let start = node(.actor, subject.map { "\(issuer) \($0)" } ?? "anyone at \(issuer)", .vendor)
    describe(start, relation.locator) { $0.account = issuer }
    add(start, .mayAssume, target, relation.locator) { edge in
      edge.describe(relation)
      edge.conditions = relation.openConditions(beside: ["sub", "aud"])
      edge.reason = subject.map { "tokens for \($0)" } ?? "any token of the issuer"
    }
    guard let subject else { return }
    let pattern = PermissionPattern(subject)
    for entry in inventory.records(WorkloadEntry.self) where pattern.covers(.init(entry.name)) {
      become(node(.actor, entry.name, .identity), target, relation, .allowed(by: relation.id))
    }
  }

  private mutating func trustOutside(_ relation: TrustRelation, _ target: Int, _ name: String) {
    let start = node(.actor, name, .vendor)
    describe(start, relation.locator) { _ in }
    add(start, .mayAssume, target, relation.locator) { $0.describe(relation) }
  }

  /// What whoever asks may do, each known identity may: one step leads there.
  private mutating func trustAnyone(_ actors: Actors) {
    guard let anyone = existing(.actor, TrustGraph.anyone), let locator = nodes[anyone].locator
    else {
      return
    }
    for name in actors.all {
      add(node(.actor, name, .identity), .memberOf, anyone, locator) { $0.reason = "as anyone is" }
    }
  }

  private mutating func become(
    _ start: Int,
    _ target: Int,
    _ relation: TrustRelation,
    _ verdict: Verdict,
    through group: String? = nil
  ) {
    if !verdict.isOpen { return }
    add(start, .mayAssume, target, relation.locator) { edge in
      edge.describe(relation)
      edge.conditions = (edge.conditions + verdict.conditions).unique
      if let group { edge.reason = "through \(group)" }
    }
  }
}

extension TrustGraph {
  /// The name of the actor that stands for whoever asks.
  public static let anyone = "anyone"
}

extension TrustEdge {
  /// Takes over when and under which conditions a relation holds.
  fileprivate mutating func describe(_ relation: TrustRelation) {
    basis = Edge.Basis(rawValue: relation.basis.rawValue) ?? .declared
    since = relation.createdAt
    until = relation.expiresAt.instant
    conditions = relation.openConditions(beside: [])
  }
}

extension TrustRelation {
  /// The conditions that files cannot decide, without those on the named claims.
  fileprivate func openConditions(beside claims: Set<String>) -> [String] {
    (conditions ?? []).filter { condition in
      !claims.contains { claim in
        condition.hasPrefix("\(claim) ") || condition.contains(":\(claim) ")
      }
    }
  }
}

/// The identities of an inventory with what they may assume.
private struct Actors {
  let all: [String]
  private let byAccount: [String: [String]]
  private let accounts: [String: String]
  private let membersByGroup: [String: [String]]
  private let authority: AuthorityIndex
  private let authorities: [String: Authority]

  init(_ inventory: Inventory, _ authority: AuthorityIndex) {
    let identities = inventory.records(Identity.self)
    let acting = identities.filter { $0.kind != .group }
    all = acting.map(\.id)
    byAccount = Dictionary(grouping: acting, by: \.account).mapValues { $0.map(\.id) }
    accounts = Dictionary(acting.map { ($0.id, $0.account) }, uniquingKeysWith: { one, _ in one })
    self.authority = authority
    var members: [String: [String]] = [:]
    var authorities: [String: Authority] = [:]
    for identity in acting {
      for group in authority.groups(of: identity.id) {
        members[group, default: []].append(identity.id)
      }
      authorities[identity.id] = authority.authority(of: identity.id)
    }
    membersByGroup = members
    self.authorities = authorities
  }

  func identities(of account: String) -> [String] { byAccount[account] ?? [] }

  func members(of group: String) -> [String] { membersByGroup[group] ?? [] }

  /// Whether the caller's side lets it become a role.
  ///
  /// Only AWS asks the caller's side; elsewhere, and for a caller whose policies are in another
  /// account's export, the role's trust decides.
  func verdict(_ name: String, assumes role: String, isNamed: Bool) -> Verdict {
    guard role.hasPrefix("arn:aws"), let own = authorities[name], let account = accounts[name]
    else {
      return .allowed(by: role)
    }
    let verdict = own.decide("sts:AssumeRole", on: role)
    let isSameAccount =
      role.split(separator: ":", omittingEmptySubsequences: false).dropFirst(4)
      .first.map(String.init) == account
    switch verdict {
    case .notGranted where isNamed && isSameAccount,
      .unknown where isNamed && isSameAccount:
      return .allowed(by: role)
    default:
      return verdict
    }
  }
}
