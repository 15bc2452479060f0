/// A user, group or service account of a cluster, by the id that the reader of its objects gives it:
/// the cluster's name, a stroke, and the name within the cluster.
struct KubernetesName: Hashable, Sendable {
  /// The cluster; it may hold strokes itself, as ARNs do.
  let cluster: String
  /// The name within the cluster, such as `system:serviceaccount:letters:copy` or `group:ops`.
  let name: String

  /// Takes an id apart; `nil` where it is not of a cluster.
  init?(_ id: String) {
    let places = ["/system:", "/user:", "/group:"].compactMap { id.firstRange(of: $0)?.lowerBound }
    guard let stroke = places.min(), stroke > id.startIndex else { return nil }
    cluster = String(id[..<stroke])
    name = String(id[id.index(after: stroke)...])
  }

  /// The namespace and name of a service account; `nil` for others.
  var serviceAccount: (namespace: String, name: String)? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, name.hasPrefix("system:serviceaccount:") else { return nil }
    return (String(parts[2]), String(parts[3]))
  }

  /// Whether it is a group.
  var isGroup: Bool { name.hasPrefix("group:") }

  /// What is called so in rules: the name without the word that tells users and groups apart.
  var plainName: String {
    for word in ["user:", "group:"] where name.hasPrefix(word) {
      return String(name.dropFirst(word.count))
    }
    return name
  }
}

/// Where a rule of a role counts, as the reader of a cluster's objects writes it.
enum KubernetesPlace: Hashable, Sendable {
  case cluster
  case namespace(String)
  /// One object, in a namespace, or wherever it is, where that is `nil`.
  case object(String, in: String?)

  /// Takes the resource of a right apart; `nil` where it is of another cluster.
  init?(_ resource: String, in cluster: String) {
    guard resource.hasPrefix("\(cluster)/") else { return nil }
    let parts = resource.dropFirst(cluster.count + 1).split(separator: "/", maxSplits: 1)
    guard let first = parts.first else { return nil }
    let namespace = first == "*" ? nil : String(first)
    if let name = parts.dropFirst().first {
      self = .object(String(name), in: namespace)
    } else {
      self = namespace.map { .namespace($0) } ?? .cluster
    }
  }

  /// Whether it takes in an object.
  func holds(_ name: String, in namespace: String?) -> Bool {
    switch self {
    case .cluster: true
    case .namespace(let own): own == namespace
    case .object(let own, let place):
      own == name && (place == nil || place == namespace)
    }
  }

  /// Whether it takes in a whole namespace.
  func holdsAll(of namespace: String) -> Bool {
    switch self {
    case .cluster: true
    case .namespace(let own): own == namespace
    case .object: false
    }
  }
}
