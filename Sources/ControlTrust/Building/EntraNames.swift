import ControlModel

extension TrustGraphBuilder {
  /// Makes an application of Microsoft Entra and its service principal in the same tenant one actor.
  ///
  /// The application is the definition and holds credentials, the service principal acts and is
  /// granted rights; each has an object id, and both carry one `appId`. Sign-in activity names the
  /// `appId`, grants the service principal's id. Where two service principals of one tenant claim an
  /// `appId`, nothing is joined: that is a doubt. A service principal in another tenant is another
  /// actor.
  mutating func joinEntraObjects(of inventory: Inventory) {
    let identities = inventory.records(Identity.self).filter { $0.provider == "entra" }
    let applications = Dictionary(
      identities.filter { $0.kind == .app }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    if applications.isEmpty { return }
    var claims: [String: [Identity]] = [:]
    for principal in identities where principal.kind == .servicePrincipal {
      for alias in principal.aliases ?? []
      where applications[alias]?.account == principal.account {
        claims[alias, default: []].append(principal)
      }
    }
    for (appId, principals) in claims.sorted(by: { $0.key < $1.key }) {
      guard principals.count == 1, let principal = principals.first,
        let application = applications[appId]
      else { continue }
      let index = node(.actor, principal.id, principal.nodeKind)
      let tenant = principal.account
      let time = asOf
      alias(
        appId,
        of: index,
        because: "an application and its service principal carry one appId in tenant \(tenant)",
        principal.locator
      )
      // What acts is the service principal; who answers for the application answers for it.
      describe(index, principal.locator) { $0.kind = principal.nodeKind }
      change(index) { node in
        node.isLive =
          principal.status == .enabled && application.status == .enabled
          && !principal.endsAt.hasPassed(at: time) && !application.endsAt.hasPassed(at: time)
        node.owner = principal.owner ?? application.owner
        node.tenant = principal.tenant ?? application.tenant
        node.environment = principal.environment ?? application.environment
        node.account = tenant
        node.vendor = principal.vendor ?? application.vendor
      }
    }
  }
}
