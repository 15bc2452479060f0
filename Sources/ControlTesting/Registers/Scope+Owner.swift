import ControlModel

extension Scope {
  /// States that somebody of the own organisation answers for a record now.
  ///
  /// Somebody on leave does while an active deputy is named.
  ///
  /// - Parameters:
  ///   - attribute: What the owner is called in the record.
  ///   - owner: The owner's id in the role register.
  /// - Throws: A ``Deviation`` where nobody is recorded, or nobody who can answer.
  public func expectActiveOwner(_ attribute: String, _ owner: String?) throws {
    let expected = "a person or team active in the role register"
    guard let owner, !owner.isEmpty else {
      throw Deviation(attribute, expected: expected, observed: "not recorded")
    }
    switch standing(ofOwner: owner) {
    case .unregistered:
      throw Deviation(
        attribute,
        expected: expected,
        observed: "\(owner), not in the role register"
      )
    case .ended(let end, let source):
      throw Deviation(
        attribute,
        expected: expected,
        observed: "\(owner), \(source), ended \(end)"
      )
    case .present: break
    }
    let roles = all(RoleHolder.self, where: \.person, is: owner)
    if roles.contains(where: canAnswer) { return }
    let role = roles.first
    throw Deviation(
      attribute,
      expected: expected,
      observed: "\(owner), \(role?.status.rawValue ?? "unknown") as \(role?.role ?? "nothing") of "
        + "\(role?.party.rawValue ?? "nobody")\(role.map(endWords) ?? "")"
    )
  }

  private func canAnswer(_ holder: RoleHolder) -> Bool {
    guard holder.party == .customer, !holder.endsAt.hasPassed(at: asOf) else { return false }
    switch holder.status {
    case .active: return true
    case .onLeave:
      return all(RoleHolder.self, where: \.person, is: holder.deputy).contains {
        $0.status == .active && $0.party == .customer && !$0.endsAt.hasPassed(at: asOf)
      }
    case .moved, .left, .unknown: return false
    }
  }

  private func endWords(_ holder: RoleHolder) -> String {
    if holder.endsAt.hasPassed(at: asOf) { return ", ended \(holder.endsAt)" }
    if holder.status == .onLeave { return ", deputy \(holder.deputy ?? "not recorded")" }
    return ""
  }
}
