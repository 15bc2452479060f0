import ControlModel

/// One object of Kubernetes of a kind that is read.
struct KubernetesObject {
  /// The kinds of objects that are read.
  enum Kind: String {
    case serviceAccount = "ServiceAccount"
    case secret = "Secret"
    case role = "Role"
    case clusterRole = "ClusterRole"
    case roleBinding = "RoleBinding"
    case clusterRoleBinding = "ClusterRoleBinding"
    case pod = "Pod"
  }

  /// What the object is.
  let kind: Kind
  /// The object and its place.
  let cursor: Cursor
  /// The object's name.
  let name: String
  /// The namespace; `nil` for objects of the whole cluster.
  let namespace: String?

  /// The objects of a file that are read, out of lists, bare arrays and several documents.
  ///
  /// - Throws: ``Diagnostic`` where a list is none.
  static func all(
    in document: EvidenceDocument,
    into sink: inout RecordSink
  ) throws(Diagnostic) -> [KubernetesObject] {
    var objects: [KubernetesObject] = []
    for root in document.roots where !root.value.isNull {
      if let metadata = root["metadata"] {
        ListShape(pageMarkers: ["continue"]).markPages(metadata, &sink)
      }
      let items = root.value["items"] == nil ? root.elements : try root.list("items")
      for item in items {
        sink.attempt { (_) throws(Diagnostic) in
          guard isObject(item.value) else {
            throw item.malformed(found: "no metadata", needed: "an object of Kubernetes")
          }
          if let kind = kind(of: item.value, inListOf: root.value) {
            objects.append(try KubernetesObject(kind, item))
          }
        }
      }
    }
    return objects
  }

  private init(_ kind: Kind, _ cursor: Cursor) throws(Diagnostic) {
    guard let metadata = cursor["metadata"] else {
      throw cursor.malformed(found: "no metadata", needed: "a name")
    }
    self.kind = kind
    self.cursor = cursor
    name = try metadata.required("name")
    let isOfCluster = kind == .clusterRole || kind == .clusterRoleBinding
    namespace = isOfCluster ? nil : try metadata.required("namespace")
  }

  /// Whether a value is a list of objects by its kind.
  static func isList(_ value: EvidenceValue) -> Bool {
    value["kind"]?.string?.hasSuffix("List") == true && value["items"] != nil
      && value["apiVersion"]?.string != nil
  }

  /// Whether a value may be an object: old exports leave out its kind and version.
  static func isObject(_ value: EvidenceValue) -> Bool {
    guard value["metadata"]?["name"]?.string != nil else { return false }
    return value["kind"]?.string != nil && value["apiVersion"]?.string != nil
      || value["metadata"]?.hasAny("uid", "resourceVersion", "creationTimestamp") == true
  }

  /// The kind of an object: what it says, else what its list says, else what only that kind has.
  static func kind(of value: EvidenceValue, inListOf list: EvidenceValue) -> Kind? {
    if let kind = value["kind"]?.string { return Kind(rawValue: kind) }
    if let kind = list["kind"]?.string, kind.hasSuffix("List"), kind != "List" {
      return Kind(rawValue: String(kind.dropLast(4)))
    }
    let isNamespaced = value["metadata"]?["namespace"] != nil
    if value.has("roleRef") { return isNamespaced ? .roleBinding : .clusterRoleBinding }
    if value.has("rules") { return isNamespaced ? .role : .clusterRole }
    if value["spec"]?["containers"] != nil { return .pod }
    if value.has("type"), value.hasAny("data", "stringData") { return .secret }
    let isPlain = !value.hasAny("spec", "data", "status", "subsets")
    return isPlain && isNamespaced && value.hasAny("secrets", "imagePullSecrets")
      ? .serviceAccount : nil
  }

  /// When the object was made; `nil` where that is null, as in a dry run.
  func createdAt() throws(Diagnostic) -> Instant? {
    try cursor["metadata"]?.instant("creationTimestamp")
  }

  /// An annotation, or a label of that name.
  func mark(_ name: String) -> String? {
    let metadata = cursor["metadata"]
    return (metadata?["annotations"]?[name] ?? metadata?["labels"]?[name])?.text
  }

  /// All labels as `key=value` in order of key; `nil` where there are none.
  var labels: [String]? {
    guard let labels = cursor["metadata"]?["labels"] else { return nil }
    return labels.members.compactMap { name, value in value.text.map { "\(name)=\($0)" } }.sorted()
  }
}
