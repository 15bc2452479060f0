import ControlModel

/// What of Google Cloud a binding is on, as far as rights are gained there.
enum GoogleScope: Hashable, Sendable {
  /// A project and all in it.
  case project(String)
  /// One service account.
  case serviceAccount(String)
  /// A folder or organisation; which projects lie under it no policy says.
  case above(String)

  /// Takes a resource name apart; `nil` for resources that hold no identities.
  init?(_ resource: String) {
    let parts = resource.split(separator: "/").drop { $0.hasSuffix(".googleapis.com") }
      .map(String.init)
    guard parts.count >= 2 else { return nil }
    if let place = parts.firstIndex(of: "serviceAccounts"), place + 1 < parts.count {
      self = .serviceAccount("serviceAccount:\(parts[place + 1])")
    } else if parts[0] == "projects", parts.count == 2 {
      self = .project(parts[1])
    } else if parts.count == 2, parts[0] == "folders" || parts[0] == "organizations" {
      self = .above("\(parts[0])/\(parts[1])")
    } else {
      return nil
    }
  }

  /// Whether a service account of a project lies in it; otherwise on what that depends, or `nil`.
  func conditions(for account: String, of project: String?) -> [String]? {
    switch self {
    case .serviceAccount(let own): own == account ? [] : nil
    case .project(let own): own == project ? [] : nil
    case .above(let name): ["\(project ?? account) lies under \(name)"]
    }
  }

  /// Whether a project lies in it; otherwise on what that depends, or `nil`.
  func conditions(forProject project: String) -> [String]? {
    switch self {
    case .serviceAccount: nil
    case .project(let own): own == project ? [] : nil
    case .above(let name): ["\(project) lies under \(name)"]
    }
  }

  /// How all power over it is called; `nil` for a service account.
  var power: String? {
    switch self {
    case .project(let name), .above(let name): name
    case .serviceAccount: nil
    }
  }
}
