import ControlModel

/// The service accounts, users and secrets of one cluster, and what roles give to whom.
struct KubernetesActors {
  /// A service account.
  struct Account {
    let id: String
    let namespace: String
    let name: String
    let locator: Locator
    /// Whether a pod runs as it; `nil` where no pod of the cluster is in evidence.
    let isRunning: Bool?
  }

  /// A secret.
  struct Secret {
    let id: String
    let namespace: String
    let name: String
  }

  let cluster: String
  let accounts: [Account]
  /// The users that are no service accounts, in order of id.
  let users: [(id: String, name: String, locator: Locator)]
  /// The secrets; `nil` where none of the cluster is in evidence.
  let secrets: [Secret]?
  /// The rights by holder.
  let rights: [String: [Entitlement]]
  /// The rights by the role that they come from, as `ClusterRole/name`.
  let rightsByRole: [String: [Entitlement]]

  /// Sorts what an inventory holds of one cluster.
  init(_ cluster: String, _ rights: [Entitlement], _ inventory: Inventory) {
    self.cluster = cluster
    self.rights = Dictionary(grouping: rights, by: \.holder)
    rightsByRole = Dictionary(grouping: rights, by: \.policy)
    var accounts: [Account] = []
    var users: [String: (id: String, name: String, locator: Locator)] = [:]
    for identity in inventory.records(Identity.self) {
      guard let name = KubernetesName(identity.id), name.cluster == cluster else { continue }
      if let account = name.serviceAccount {
        accounts.append(
          Account(
            id: identity.id,
            namespace: account.namespace,
            name: account.name,
            locator: identity.locator,
            isRunning: identity.workloads.map { !$0.isEmpty }
          )
        )
      } else if !name.isGroup {
        users[identity.id] = (identity.id, name.plainName, identity.locator)
      }
    }
    let known = Set(accounts.map(\.id))
    // Who is bound may be described by no record of its own.
    for right in rights where !known.contains(right.holder) && users[right.holder] == nil {
      guard let name = KubernetesName(right.holder), !name.isGroup else { continue }
      if let account = name.serviceAccount {
        if accounts.contains(where: { $0.id == right.holder }) { continue }
        accounts.append(
          Account(
            id: right.holder,
            namespace: account.namespace,
            name: account.name,
            locator: right.locator,
            isRunning: nil
          )
        )
      } else {
        users[right.holder] = (right.holder, name.plainName, right.locator)
      }
    }
    self.accounts = accounts
    self.users = users.values.sorted { $0.id < $1.id }
    let prefix = "\(cluster)/"
    let secrets = inventory.records(SecretItem.self).compactMap { item -> Secret? in
      guard item.store == "kubernetes:\(cluster)", item.id.hasPrefix(prefix) else { return nil }
      let parts = item.id.dropFirst(prefix.count).split(separator: "/")
      guard parts.count == 3, parts[1] == "secret" else { return nil }
      return Secret(id: item.id, namespace: String(parts[0]), name: String(parts[2]))
    }
    self.secrets = secrets.isEmpty ? nil : secrets
  }
}
