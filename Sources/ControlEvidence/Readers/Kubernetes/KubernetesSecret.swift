import ControlModel

/// A secret of Kubernetes: what is known of it, never what is in it.
///
/// Neither `data` nor the annotation of `kubectl apply`, which repeats it, is ever looked at.
struct KubernetesSecret {
  private let object: KubernetesObject
  private let cluster: KubernetesCluster
  private let id: String

  init(_ object: KubernetesObject, _ cluster: KubernetesCluster) {
    self.object = object
    self.cluster = cluster
    id = cluster.object("secret", object.name, in: object.namespace)
  }

  /// The account whose token the secret is; `nil` for another secret.
  private var tokenHolder: String? {
    guard object.cursor["type"]?.text == "kubernetes.io/service-account-token" else { return nil }
    return object.mark("kubernetes.io/service-account.name")
      .map { cluster.serviceAccount($0, in: object.namespace ?? "") }
  }

  /// The secret as an item of a store.
  func item(_ pods: KubernetesPods) throws(Diagnostic) -> SecretItem {
    SecretItem(
      id: id,
      store: "kubernetes:\(cluster.name)",
      credential: tokenHolder.map { _ in "\(id)/token" },
      identity: tokenHolder,
      consumers: pods.consumers(of: object.name, in: object.namespace ?? ""),
      owner: object.mark("owner"),
      tenant: object.mark("tenant"),
      environment: object.mark("environment"),
      plaintext: false,
      basis: .configured,
      createdAt: try object.createdAt(),
      expiresAt: .never,
      deletedAt: .never,
      locator: object.cursor.locator
    )
  }

  /// The token of a service account, which has no end; `nil` for another secret.
  func credential() throws(Diagnostic) -> Credential? {
    guard let holder = tokenHolder else { return nil }
    return Credential(
      id: "\(id)/token",
      identity: holder,
      kind: .token,
      status: object.mark("kubernetes.io/legacy-token-invalid-since") == nil ? .active : .inactive,
      lifetimeClass: .static,
      storedIn: id,
      managedBy: .customer,
      boundTo: .unbound,
      owner: object.mark("owner"),
      tenant: object.mark("tenant"),
      environment: object.mark("environment"),
      basis: .configured,
      createdAt: try object.createdAt(),
      rotatedAt: .never,
      expiresAt: .never,
      lastUsedAt: lastUse,
      locator: object.cursor.locator
    )
  }

  /// The day of the last use, which the cluster keeps as a label in UTC.
  private var lastUse: Moment {
    guard let day = object.mark("kubernetes.io/legacy-token-last-used") else { return .notRecorded }
    return Instant(rfc3339: "\(day)T00:00:00Z").map { .at($0) } ?? .notRecorded
  }
}
