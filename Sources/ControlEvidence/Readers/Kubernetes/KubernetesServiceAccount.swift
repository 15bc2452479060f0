import ControlModel

/// A service account, and the identities of clouds that its annotations name.
struct KubernetesServiceAccount {
  private let object: KubernetesObject
  private let cluster: KubernetesCluster
  private let namespace: String

  init(_ object: KubernetesObject, _ cluster: KubernetesCluster) {
    self.object = object
    self.cluster = cluster
    namespace = object.namespace ?? ""
  }

  private var id: String { cluster.serviceAccount(object.name, in: namespace) }
  private var subject: String { "system:serviceaccount:\(namespace):\(object.name)" }

  /// The account as an identity, with the workloads that the same file shows to use it.
  func identity(_ pods: KubernetesPods) throws(Diagnostic) -> Identity {
    Identity(
      id: id,
      kind: .serviceAccount,
      provider: "kubernetes",
      account: cluster.name,
      displayName: "\(namespace)/\(object.name)",
      aliases: [subject] + [object.cursor["metadata"]?["uid"]?.text].compactMap { $0 },
      owner: object.mark("owner"),
      purpose: object.mark("description"),
      workloads: pods.workloads(of: id),
      // Every service account is in these groups, without any object that says so.
      memberOf: [
        "system:serviceaccounts", "system:serviceaccounts:\(namespace)", "system:authenticated",
      ].map(cluster.group),
      tenant: object.mark("tenant"),
      environment: object.mark("environment"),
      status: .enabled,
      tags: object.labels,
      createdAt: try object.createdAt(),
      locator: object.cursor.locator
    )
  }

  /// The identities of clouds that pods under the account ask to become.
  ///
  /// The annotation is the cluster's word alone: the cloud decides by its own trust.
  func relations() throws(Diagnostic) -> [TrustRelation] {
    let created = try object.createdAt()
    let targets: [(String?, String)] = [
      (object.mark("eks.amazonaws.com/role-arn"), "eks"),
      (object.mark("iam.gke.io/gcp-service-account").map(GoogleNames.serviceAccount), "gke"),
      (object.mark("azure.workload.identity/client-id"), "azure"),
    ]
    return targets.compactMap { target, platform in
      guard let target else { return nil }
      return TrustRelation(
        id: "\(id)#\(platform)",
        target: target,
        principalKind: .federated,
        principal: id,
        trustedIdentity: id,
        subjectPattern: subject,
        basis: .declared,
        createdAt: created,
        locator: object.cursor.locator
      )
    }
  }
}
