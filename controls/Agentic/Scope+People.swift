import ControlTesting

extension Scope {
  /// States that a name is a person of the role register: a team, a service or an agent is none.
  ///
  /// - Parameters:
  ///   - attribute: What the person is called in the record.
  ///   - name: The name.
  /// - Throws: A ``Deviation`` where the register does not know a person of that name.
  func expectPerson(_ attribute: String, _ name: String) throws {
    let holders = all(RoleHolder.self, where: \.person, is: name)
    if holders.contains(where: { $0.kind == .person }) { return }
    throw Deviation(
      attribute,
      expected: "a person of the role register",
      observed: holders.first.map { "\(name), a \($0.kind.rawValue)" }
        ?? "\(name), not in the role register"
    )
  }

  /// Every name by which records speak of a person: the one in the role register, and those of the
  /// identities under which the person signs in.
  ///
  /// - Parameter person: The person's name in the role register.
  /// - Returns: The names, the given one among them.
  func names(of person: String) -> Set<String> {
    let holders = all(RoleHolder.self, where: \.person, is: person)
    return Set([person] + holders.compactMap(\.identity))
  }

  /// Whether a person may sign for an owner: it is the owner, or a member of the team that is.
  ///
  /// - Parameters:
  ///   - person: The person's name in the role register.
  ///   - owner: The owner, a person or a team.
  /// - Returns: `false` where the register does not say so.
  func signs(_ person: String, for owner: String) -> Bool {
    if person == owner { return true }
    return all(RoleHolder.self, where: \.person, is: person).contains { holder in
      holder.team == owner && holder.status == .active && !holder.endsAt.hasPassed(at: asOf)
    }
  }
}
