import ControlModel

/// Scopes of OAuth that mean administration of what they are for.
///
/// Sources: the scope references of Google Workspace (`admin.directory`), GitHub (`admin:org`,
/// `administration`), Okta (`okta.….manage`), Slack (`admin`), Atlassian and Salesforce (`full`).
/// A scope to read is none, whatever its name.
enum AdministrativeScope {
  private static let patterns = [
    "admin", "admin:*", "admin.*", "*:admin", "*.admin", "*/admin", "site_admin",
    "administration:write", "organization_administration:write", "okta.*.manage",
    "https://www.googleapis.com/auth/admin.*", "full", "full_access", "owner",
  ].map(PermissionPattern.init)

  /// Whether a scope is one.
  static func contains(_ scope: String) -> Bool {
    let lower = scope.lowercased()
    if ["readonly", ":read", ".read", "_read"].contains(where: lower.hasSuffix) { return false }
    let asked = PermissionPattern(lower)
    if asked.isEverything { return true }
    return patterns.contains { asked.isWildcard ? $0.overlaps(asked) : $0.covers(asked) }
  }
}

extension TrustGraphBuilder {
  /// All power over what a grant is for, where a scope of it means administration.
  mutating func addAdministrativeScopes(of inventory: Inventory) {
    for grant in inventory.records(Grant.self) where grant.works(at: asOf) {
      let scopes = grant.scopes.filter(AdministrativeScope.contains)
      if scopes.isEmpty { continue }
      let power = administrator(of: grant.resource, grant.locator)
      add(node(.actor, grant.client, .identity), .grants, power, grant.locator) { edge in
        edge.since = grant.grantedAt
        edge.until = [grant.expiresAt.instant, grant.revokedAt.instant].compactMap { $0 }.min()
        edge.reason = "\(grant.kind.rawValue): \(scopes.joined(separator: ", "))"
        if grant.kind == .delegated {
          edge.conditions = ["an administrator is signed in to it"]
        }
      }
    }
  }
}
