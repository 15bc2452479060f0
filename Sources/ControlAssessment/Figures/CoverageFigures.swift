import ControlModel

/// Inventoried and joined against seen.
enum CoverageFigures {
  static func all(of inventory: Inventory) -> [Figure] {
    let identities = inventory.records(Identity.self)
    let known = Set(identities.map(\.id)).union(identities.flatMap { $0.aliases ?? [] })
    let credentials = inventory.records(Credential.self)
    let entitlements = inventory.records(Entitlement.self)
    let seen = Set(credentials.map(\.identity)).union(entitlements.map(\.holder))
      .union(inventory.records(Usage.self).map(\.identity))
      .union(inventory.records(AuditEvent.self).filter { $0.actorKind != .person }.map(\.actor))
    let joined = credentials.count { known.contains($0.identity) }
    let owned = identities.count { $0.owner != nil }
    let grants = inventory.records(Grant.self)
    let vendors = Set(inventory.records(VendorRecord.self).map(\.id))
    let registered = grants.count { $0.vendor.map(vendors.contains) ?? false }
    return [
      Figure(
        .coverage,
        "identities seen in credentials, rights, use and logs that the inventory holds",
        Figures.share(seen.count { known.contains($0) }, of: seen.count)
      ),
      Figure(
        .coverage,
        "credentials that join an identity of the inventory",
        Figures.share(joined, of: credentials.count)
      ),
      Figure(
        .coverage,
        "identities with an owner",
        Figures.share(owned, of: identities.count)
      ),
      Figure(
        .coverage,
        "third-party grants that lead to a registered supplier",
        Figures.share(registered, of: grants.count)
      ),
    ]
  }
}
