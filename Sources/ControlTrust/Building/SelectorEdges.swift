import ControlModel

extension TrustGraphBuilder {
  /// Whom a SPIFFE id's selectors let have it: the service accounts of Kubernetes that they name.
  ///
  /// `k8s:ns` and `k8s:sa` name an account, in whichever cluster the entry's parent runs; what else
  /// they ask of a workload is on condition. An entry with a namespace alone takes in each account
  /// of it.
  mutating func addSelectorEdges(of inventory: Inventory) {
    let entries = inventory.records(WorkloadEntry.self).filter { !$0.expiresAt.hasPassed(at: asOf) }
    if entries.isEmpty { return }
    var accounts: [String: [(id: String, cluster: String, name: String)]] = [:]
    var clusters: Set<String> = []
    for identity in inventory.records(Identity.self) {
      guard let name = KubernetesName(identity.id), let account = name.serviceAccount else {
        continue
      }
      clusters.insert(name.cluster)
      accounts[account.namespace, default: []].append((identity.id, name.cluster, account.name))
    }
    for entry in entries {
      let selectors = SelectorNames(entry.selectors)
      guard let namespace = selectors.namespace else { continue }
      for account in accounts[namespace] ?? [] {
        if let wanted = selectors.account, wanted != account.name { continue }
        let end = node(.actor, entry.name, .identity)
        add(node(.actor, account.id, .identity), .authenticatesAs, end, entry.locator) { edge in
          edge.reason = "its pods match \(selectors.words)"
          edge.conditions = selectors.others.map { "the pod matches \($0)" }
          if clusters.count > 1 {
            edge.conditions.append(
              "\(entry.parent ?? "the parent") is a node of \(account.cluster)"
            )
          }
        }
      }
    }
  }
}

/// The selectors of a workload entry, by what they ask.
private struct SelectorNames {
  private(set) var namespace: String?
  private(set) var account: String?
  /// What is asked beside namespace and account.
  private(set) var others: [String] = []

  init(_ selectors: [String]) {
    for selector in selectors {
      if selector.hasPrefix("k8s:ns:") {
        namespace = String(selector.dropFirst("k8s:ns:".count))
      } else if selector.hasPrefix("k8s:sa:") {
        account = String(selector.dropFirst("k8s:sa:".count))
      } else {
        others.append(selector)
      }
    }
  }

  var words: String {
    [namespace.map { "k8s:ns:\($0)" }, account.map { "k8s:sa:\($0)" }].compactMap { $0 }
      .joined(separator: ", ")
  }
}
