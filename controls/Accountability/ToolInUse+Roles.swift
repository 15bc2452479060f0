import ControlTesting
import SuiteVocabulary

extension ToolInUse {
  /// States that a person of a team answers for each of access, policy, logging and retirement.
  ///
  /// The supplier's entry in the register counts, and, for what has no supplier, a duty of that name
  /// whose scope is the tool.
  func checkRoles(_ scope: Scope) throws {
    let supplier = scope.first(VendorRecord.self, vendor)
    let roles: [(name: String, holder: String?)] = [
      ("access", supplier?.accessOwner), ("policy", supplier?.policyOwner),
      ("logging", supplier?.loggingOwner), ("retirement", supplier?.retirementOwner),
    ]
    for (name, holder) in roles {
      let duty = scope.all(Duty.self, where: \.duty, is: name).first {
        $0.scope == id && $0.relation == .accountable && $0.isInForce(at: scope.asOf)
      }
      let person = duty?.person ?? holder
      if person == nil, let vendor, supplier == nil {
        throw Deviation(
          "owner of \(name)",
          expected: "its supplier in the third-party register, or a duty of the tool's",
          observed: "\(vendor), not in the third-party register"
        )
      }
      try scope.expectActiveOwner("owner of \(name)", person)
      try scope.expectPersonOfTeam("owner of \(name)", person)
    }
  }
}

extension Scope {
  /// States that somebody is a person, and of a team: a mailbox answers for nothing.
  fileprivate func expectPersonOfTeam(_ attribute: String, _ id: String?) throws {
    let roles = all(RoleHolder.self, where: \.person, is: id)
    let people = roles.filter { $0.kind == .person }
    if people.contains(where: { $0.team?.nonBlank != nil }) { return }
    throw Deviation(
      attribute,
      expected: "a person of a team",
      observed: people.isEmpty
        ? "\(id ?? "nobody"), \(roles.first?.kind.rawValue ?? "in no register")"
        : "\(id ?? "nobody"), team not recorded"
    )
  }
}
