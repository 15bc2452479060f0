import ControlModel

/// Finds the nodes that the resources of statements stand for.
///
/// A pattern is one node however many statements name it, with a step to each known asset that it
/// covers: the number of steps grows with patterns and assets, not with statements.
struct ResourceTargets {
  private let accounts: [String: String]
  /// The names of the assets in lower case, in order, with the assets' ids.
  private let assets: [(name: String, id: String)]
  private var done: Set<String> = []

  /// Indexes the assets and the accounts of identities.
  ///
  /// - Complexity: O(*n* log *n*) in the assets.
  init(_ inventory: Inventory) {
    accounts = Dictionary(
      inventory.records(Identity.self).map { ($0.id, $0.account) },
      uniquingKeysWith: { first, _ in first }
    )
    assets = inventory.records(Asset.self).flatMap { asset in
      ([asset.id] + (asset.aliases ?? [])).map { (name: $0.lowercased(), id: asset.id) }
    }.sorted { $0.name < $1.name }
  }

  /// The account of a holder, or `nil` where no identity says.
  func account(of holder: String) -> String? { accounts[holder] }

  /// The node of a resource as a statement names it.
  mutating func node(
    of resource: String,
    _ account: String?,
    _ locator: Locator,
    _ builder: inout TrustGraphBuilder
  ) -> Int {
    let pattern = PermissionPattern(resource)
    if !pattern.isWildcard { return builder.node(.resource, resource, .resource) }
    // `*` means everything of the holder's own account, so it is a node of that account.
    let id = pattern.isEverything ? "everything in \(account ?? "the account")" : resource
    let index = builder.node(.resource, id, .resource)
    guard done.insert(id).inserted else { return index }
    builder.describe(index, locator) { $0.account = account }
    for asset in matching(pattern) {
      builder.add(index, .reaches, builder.node(.resource, asset, .resource), locator) {
        $0.reason = "covered by \(resource)"
      }
    }
    return index
  }

  /// The ids of the assets that a pattern covers, each once.
  private func matching(_ pattern: PermissionPattern) -> [String] {
    let prefix = pattern.fixedPrefix
    var low = 0
    var high = assets.count
    while low < high {
      let middle = (low + high) / 2
      if assets[middle].name < prefix { low = middle + 1 } else { high = middle }
    }
    var found: [String] = []
    while low < assets.count, assets[low].name.hasPrefix(prefix) {
      if pattern.covers(PermissionPattern(assets[low].name)) { found.append(assets[low].id) }
      low += 1
    }
    return found.unique
  }
}
