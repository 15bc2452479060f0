import ControlTesting

extension Delegation {
  /// Holds the hop to what its giver had been given, and the credential issued on it to the hop.
  ///
  /// Scope that never grows on any hop never grows along a chain. Depths that count up by one keep
  /// a chain from closing on itself, and show where a hop's parent was left out.
  func checkScope(_ scope: Scope) throws {
    guard let depth else {
      throw Deviation("depth", expected: "present", observed: "not recorded")
    }
    if let parent {
      guard let parent = scope.first(Delegation.self, parent) else {
        throw Deviation(
          "parent",
          expected: "a delegation on record",
          observed: "\(parent), not among the delegations"
        )
      }
      try check(against: parent, depth: depth)
    } else if depth != 1 {
      throw Deviation("parent", expected: "present at depth \(depth)", observed: "not recorded")
    }
    try checkIssuances(scope)
  }

  private func check(against parent: Delegation, depth: Int) throws {
    guard let above = parent.depth, above < Int.max, depth == above + 1 else {
      throw Deviation(
        "depth",
        expected: "one more than the parent's",
        observed: "\(depth) below \(parent.depth.map(String.init) ?? "not recorded")"
      )
    }
    if from != parent.to {
      throw Deviation(
        "giver",
        expected: "\(parent.to), to whom \(parent.id) was given",
        observed: from
      )
    }
    if !parent.scope.contains("*") {
      try expect("scope", self.scope, .subset(of: parent.scope))
    }
    try checkResources(against: parent)
  }

  /// Compares the resources of the hop with its parent's.
  ///
  /// A hop that names none is not limited to any, and one whose parent names none is compared with
  /// nothing: either deviates. `*` states that all are meant.
  private func checkResources(against parent: Delegation) throws {
    switch (resources, parent.resources) {
    case (nil, nil): return
    case (_?, nil):
      throw Deviation("resources of the parent", expected: "present", observed: "not recorded")
    case (let own, let given?):
      if given.contains("*") { return }
      try expect("resources", own, .subset(of: given))
    }
  }

  /// Each end of the link between a delegation and its credentials is followed.
  private func checkIssuances(_ scope: Scope) throws {
    var issuances = scope.all(Issuance.self, where: \.delegation, is: id)
    if let named = issuance, !issuances.contains(where: { $0.id == named }) {
      guard let issued = scope.first(Issuance.self, named) else {
        throw Deviation(
          "issuance",
          expected: "an issuance on record",
          observed: "\(named), not among the issuances"
        )
      }
      issuances.append(issued)
    }
    if self.scope.contains("*") { return }
    for issued in issuances where issued.result == .issued {
      try expect("scope of \(issued.id)", issued.scopes, .subset(of: self.scope))
    }
  }
}
