import ControlModel

/// Reads what kubectl prints of a cluster: service accounts, secrets without their data, roles with
/// their bindings, and pods, which say who uses a service account and which secrets.
///
/// The output names no cluster: the manifest must. Roles and bindings belong into one file, since a
/// binding says what somebody may do only through its role. Objects of other kinds are passed over.
struct KubernetesObjectsReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "kubernetes-objects",
    title: "Kubernetes objects",
    writtenBy: "kubectl get serviceaccounts,secrets,roles,rolebindings,clusterroles,"
      + "clusterrolebindings,pods -A -o json",
    kinds: [
      .nhiInventory, .iamPolicyExport, .secretStoreMetadata, .iamCredentialReport,
      .federationTrustConfig, .sandboxConfig,
    ]
  )

  /// How many objects are looked at to find one of the kinds that are read.
  private static let sampleSize = 64

  func recognizes(_ document: EvidenceDocument) -> Bool {
    var found = false
    for root in document.firstValues(Self.sampleSize) where !root.isNull {
      if KubernetesObject.isList(root), root["items"]?.elements?.isEmpty == true {
        found = true
        continue
      }
      let items = (root["items"] ?? root).elements ?? [root]
      for item in items.prefix(Self.sampleSize) {
        guard KubernetesObject.isObject(item) else { return false }
        if KubernetesObject.kind(of: item, inListOf: root) != nil { found = true }
      }
    }
    return found
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    let objects = try KubernetesObject.all(in: document, into: &sink)
    sink.kinds = try kinds(of: objects, document, sink.context)
    let cluster = KubernetesCluster(
      name: try sink.context.neededAccount("the cluster", document)
    )
    let pods = KubernetesPods(objects, cluster)
    for object in objects {
      sink.attempt { (sink) throws(Diagnostic) in
        switch object.kind {
        case .serviceAccount:
          let account = KubernetesServiceAccount(object, cluster)
          sink.add(try account.identity(pods))
          for relation in try account.relations() {
            sink.kinds.insert(.federationTrustConfig)
            sink.add(relation)
          }
        case .secret:
          let secret = KubernetesSecret(object, cluster)
          sink.add(try secret.item(pods))
          if let credential = try secret.credential() {
            sink.kinds.insert(.iamCredentialReport)
            sink.add(credential)
          }
        case .pod: sink.add(try pods.sandbox(object))
        case .role, .clusterRole, .roleBinding, .clusterRoleBinding: break
        }
      }
    }
    KubernetesRights(objects, cluster).add(into: &sink)
  }

  /// The kinds that the objects yield.
  ///
  /// An empty list does not say of what: the manifest must.
  private func kinds(
    of objects: [KubernetesObject],
    _ document: EvidenceDocument,
    _ context: EvidenceContext
  ) throws(Diagnostic) -> Set<EvidenceKind> {
    var kinds: Set<EvidenceKind> = []
    var hasRoles = false
    for object in objects {
      switch object.kind {
      case .serviceAccount: kinds.insert(.nhiInventory)
      case .secret: kinds.insert(.secretStoreMetadata)
      case .pod: kinds.insert(.sandboxConfig)
      case .roleBinding, .clusterRoleBinding: kinds.insert(.iamPolicyExport)
      case .role, .clusterRole: hasRoles = true
      }
    }
    if kinds.isEmpty { kinds = Set(context.kinds) }
    if !kinds.isEmpty { return kinds }
    throw Diagnostic(
      .recordMalformed,
      at: Locator(path: document.path, digest: document.digest, line: 1),
      found: hasRoles ? "roles without bindings" : "an empty list of objects",
      needed: hasRoles
        ? "roles and bindings in one file" : "kinds in manifest.json: what the list is empty of",
      remedy: hasRoles
        ? "export roles,rolebindings,clusterroles,clusterrolebindings together"
        : "list the file in manifest.json with its kinds"
    )
  }
}

/// How the objects of one cluster are named here.
struct KubernetesCluster {
  /// The cluster's name, from the manifest.
  let name: String

  /// The id of a service account.
  func serviceAccount(_ name: String, in namespace: String) -> String {
    "\(self.name)/system:serviceaccount:\(namespace):\(name)"
  }

  /// The id of a group of users or service accounts.
  func group(_ name: String) -> String { "\(self.name)/group:\(name)" }

  /// The id of another object.
  func object(_ kind: String, _ name: String, in namespace: String?) -> String {
    "\(self.name)/\(namespace.map { "\($0)/" } ?? "")\(kind)/\(name)"
  }
}
