import ControlModel

extension TrustGraphBuilder {
  /// How members of Google Cloud policies could gain rights that are not theirs.
  mutating func addGoogleGains(of inventory: Inventory) {
    let rights = inventory.records(Entitlement.self).filter {
      $0.isInForce(at: asOf) && $0.givesRights
    }
    let places = GooglePlaces(rights, inventory)
    if places.isEmpty { return }
    for (holder, own) in places.held.sorted(by: { $0.key < $1.key }) {
      let start = node(.actor, holder, .identity)
      addPower(start, own)
      addImpersonation(start, holder, own, places)
      addAgents(start, holder, own, places)
      addRoleChange(start, own)
    }
    for project in places.projects { addPower(overProject: project, places) }
  }

  /// All power over what a right is on: an owner has it, whoever may set the policy gains it.
  private mutating func addPower(_ start: Int, _ own: [GooglePlaces.Held]) {
    let ways = ["projects", "folders", "organizations"].map { "resourcemanager.\($0).setIamPolicy" }
    for held in own {
      guard let name = held.scope.power else { continue }
      guard let way = ways.first(where: held.gives) else { continue }
      let locator = held.right.locator
      let power = administrator(of: name, locator)
      let conditions = held.right.conditions ?? []
      if held.right.actions.contains("roles/owner") {
        add(start, .grants, power, locator) { edge in
          edge.reason = "roles/owner"
          edge.conditions = conditions
        }
      } else {
        gain(start, power, "rewrites the policy of \(name) (\(way))", if: conditions, locator)
      }
    }
  }

  private mutating func addImpersonation(
    _ start: Int,
    _ holder: String,
    _ own: [GooglePlaces.Held],
    _ places: GooglePlaces
  ) {
    for account in places.accounts where account.id != holder {
      let end = node(.actor, account.id, .identity)
      for way in GoogleWay.direct {
        for held in own where held.gives(way.permission) {
          guard let place = held.scope.conditions(for: account.id, of: account.project) else {
            continue
          }
          let conditions = (held.right.conditions ?? []) + place + way.conditions
          gain(start, end, "\(way.title) (\(way.permission))", if: conditions, held.right.locator)
        }
      }
      for acting in own where acting.gives("iam.serviceAccounts.actAs") {
        guard let place = acting.scope.conditions(for: account.id, of: account.project) else {
          continue
        }
        let common = (acting.right.conditions ?? []) + place
        guard let start = places.start(own, account) else { continue }
        gain(
          node(.actor, holder, .identity),
          end,
          "\(start.title) (iam.serviceAccounts.actAs, \(start.permission))",
          if: common + start.conditions,
          acting.right.locator
        )
      }
    }
  }

  /// What Google's own agents do for whoever may ask them.
  private mutating func addAgents(
    _ start: Int,
    _ holder: String,
    _ own: [GooglePlaces.Held],
    _ places: GooglePlaces
  ) {
    for (way, suffix) in GoogleWay.agents {
      for held in own where held.gives(way.permission) {
        for (agent, theirs) in places.held where agent.hasSuffix(suffix) && agent != holder {
          for project in theirs.compactMap(\.scope.power) {
            guard let place = held.scope.conditions(forProject: project) else { continue }
            let conditions = (held.right.conditions ?? []) + place
            let end = node(.actor, agent, .identity)
            gain(start, end, "\(way.title) (\(way.permission))", if: conditions, held.right.locator)
          }
        }
      }
    }
  }

  /// Whoever may rewrite a role that it holds itself has what it likes.
  private mutating func addRoleChange(_ start: Int, _ own: [GooglePlaces.Held]) {
    let changing = own.filter { $0.gives("iam.roles.update") }
    for held in own {
      guard let name = held.scope.power,
        let role = held.right.actions.first(where: { $0.hasPrefix("projects/") })
      else { continue }
      let project = role.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      for change in changing {
        guard let place = change.scope.conditions(forProject: project) else { continue }
        let power = administrator(of: name, held.right.locator)
        let title = "writes more into \(role), which it holds (iam.roles.update)"
        let conditions = (change.right.conditions ?? []) + place
        gain(start, power, title, if: conditions, change.right.locator)
      }
    }
  }

  /// Administrators of a project may become its service accounts, those of a folder or organisation
  /// administrators of what lies under it.
  private mutating func addPower(overProject project: String, _ places: GooglePlaces) {
    let accounts = places.accounts.filter { $0.project == project }
    let above = places.above.filter { existing(.entitlement, "administrator of \($0.name)") != nil }
    if above.isEmpty, existing(.entitlement, "administrator of \(project)") == nil { return }
    guard let locator = accounts.first?.locator ?? above.first?.locator else { return }
    let power = administrator(of: project, locator)
    gainAll(power, accounts.map { (id: $0.id, locator: $0.locator) })
    for higher in above {
      let start = administrator(of: higher.name, higher.locator)
      let conditions = ["\(project) lies under \(higher.name)"]
      gain(start, power, "rights are inherited", if: conditions, higher.locator)
    }
  }
}
