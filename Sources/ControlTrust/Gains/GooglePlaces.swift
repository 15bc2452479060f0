import ControlModel

/// The service accounts of Google Cloud in evidence, and what each member of a policy holds where.
struct GooglePlaces {
  /// A right at the place that it is on.
  struct Held {
    let right: Entitlement
    let scope: GoogleScope

    /// Whether the right gives a permission.
    func gives(_ permission: String) -> Bool {
      right.actions.contains { GoogleRoles.gives(permission, $0) }
    }
  }

  /// A service account with the project that it belongs to; `nil`: its name does not say.
  struct Account {
    let id: String
    let project: String?
    let locator: Locator
  }

  /// The rights by member.
  let held: [String: [Held]]
  /// The service accounts in order of id.
  let accounts: [Account]
  /// The projects that service accounts or policies name, in order.
  let projects: [String]
  /// The folders and organisations with a policy, in order, with where they are named.
  let above: [(name: String, locator: Locator)]

  /// Whether no evidence is of Google Cloud.
  var isEmpty: Bool { held.isEmpty }

  /// Sorts what rights and identities say.
  init(_ rights: [Entitlement], _ inventory: Inventory) {
    var held: [String: [Held]] = [:]
    var above: [String: Locator] = [:]
    var projects: Set<String> = []
    for right in rights where Self.isOfGoogle(right) {
      for scope in right.resources.compactMap({ GoogleScope($0) }) {
        held[right.holder, default: []].append(Held(right: right, scope: scope))
        switch scope {
        case .project(let name): projects.insert(name)
        case .above(let name): above[name] = above[name] ?? right.locator
        case .serviceAccount: break
        }
      }
    }
    self.held = held
    self.above = above.map { (name: $0.key, locator: $0.value) }.sorted { $0.name < $1.name }
    var accounts: [String: Account] = [:]
    for identity in inventory.records(Identity.self) where identity.id.hasPrefix(Self.prefix) {
      accounts[identity.id] = Account(
        id: identity.id,
        project: identity.account,
        locator: identity.locator
      )
    }
    for (holder, rights) in held where holder.hasPrefix(Self.prefix) && accounts[holder] == nil {
      guard let locator = rights.first?.right.locator, !holder.contains("[") else { continue }
      accounts[holder] = Account(id: holder, project: Self.project(of: holder), locator: locator)
    }
    self.accounts = accounts.values.sorted { $0.id < $1.id }
    projects.formUnion(accounts.values.compactMap(\.project))
    self.projects = projects.sorted()
  }

  /// What a member may start under an account, where it may act as it: the surest way.
  func start(
    _ own: [Held],
    _ account: Account
  ) -> (title: String, permission: String, conditions: [String])? {
    var best: (title: String, permission: String, conditions: [String])?
    for way in GoogleWay.starting {
      for held in own where held.gives(way.permission) {
        guard case let power? = held.scope.power else { continue }
        let place =
          account.project.map { held.scope.conditions(forProject: $0) } ?? []
        let elsewhere = ["accounts may be used outside their project, in \(power)"]
        let conditions = (held.right.conditions ?? []) + (place ?? elsewhere) + way.conditions
        if conditions.isEmpty { return (way.title, way.permission, []) }
        if best.map({ conditions.count < $0.conditions.count }) ?? true {
          best = (way.title, way.permission, conditions)
        }
      }
    }
    return best
  }

  private static let prefix = "serviceAccount:"

  private static func isOfGoogle(_ right: Entitlement) -> Bool {
    let kinds = ["serviceAccount:", "user:", "group:", "domain:", "principal"]
    return kinds.contains { right.holder.hasPrefix($0) }
      || ["allUsers", "allAuthenticatedUsers"].contains(right.holder)
  }

  /// The project in an address such as `copy@larkspur-letters.iam.gserviceaccount.com`.
  private static func project(of account: String) -> String? {
    let host = account.drop { $0 != "@" }.dropFirst()
    guard host.hasSuffix(".iam.gserviceaccount.com") else { return nil }
    return String(host.prefix { $0 != "." })
  }
}
