import ControlModel

extension StatementCheck {
  /// The role is entitled, and was the signer's when signing and is now.
  func expectRole() throws {
    if !statement.roles.isEmpty {
      try expect("role of \(id)", attestation.role, .oneOf(statement.roles))
    }
    let held = scope.all(RoleHolder.self, where: \.person, is: attestation.owner)
      .filter { $0.role == attestation.role && reaches($0.scope) && $0.party == .customer }
    if held.isEmpty {
      throw Deviation(
        "role of \(id)",
        expected: "\(attestation.role) of \(places)",
        observed: "not held by \(attestation.owner)"
      )
    }
    if !held.contains(where: { $0.isHeld(at: scope.asOf) && $0.canAct }) {
      throw Deviation(
        "role of \(id) now",
        expected: "\(attestation.role), held by \(attestation.owner)",
        observed: held.map { "\($0.status.rawValue), \($0.period)" }.joined(separator: "; ")
      )
    }
    if !held.contains(where: { $0.isHeld(at: attestation.signedAt) }) {
      throw Deviation(
        "role of \(id) when signing",
        expected: "\(attestation.role), held by \(attestation.owner) at \(attestation.signedAt)",
        observed: held.map(\.period).joined(separator: "; ")
      )
    }
  }

  /// The signer, or the role, answers for the duty that the statement is about.
  func expectDuty() throws {
    guard let duty = statement.duty else { return }
    let rows = scope.all(Duty.self, where: \.duty, is: duty)
      .filter { reaches($0.scope) && $0.relation == .accountable && $0.stands(at: scope.asOf) }
    let answers = rows.contains { row in
      row.person.map { $0 == attestation.owner } ?? (row.role == attestation.role)
    }
    if answers { return }
    throw Deviation(
      "duty of \(id)",
      expected: "\(attestation.owner) accountable for \(duty) of \(places)",
      observed: rows.isEmpty
        ? "nobody is, by the responsibility matrix"
        : rows.map { $0.person ?? "the \($0.role)" }.joined(separator: ", ")
    )
  }

  /// Whether a role or duty for a scope is one for the target.
  private func reaches(_ place: String) -> Bool {
    place == target || place == scope.subject.id || wholeOrganisation.contains(place)
  }

  private var places: String {
    target == scope.subject.id ? target : "\(target) or \(scope.subject.id)"
  }
}

/// The scopes by which registers say that a role or duty is for everything.
private let wholeOrganisation: Set = ["organization", "organisation", "enterprise", "*"]

extension RoleHolder {
  /// Whether the role was held at an instant; a start that is not recorded shows nothing.
  fileprivate func isHeld(at instant: Instant) -> Bool {
    guard let startsAt else { return false }
    return startsAt <= instant && !endsAt.hasPassed(at: instant)
  }

  /// Whether the holder still has the role by the register's word; leave does not end it.
  fileprivate var canAct: Bool { status == .active || status == .onLeave }

  fileprivate var period: String {
    "from \(startsAt.map { "\($0)" } ?? "a start not recorded") to \(endsAt)"
  }
}

extension Duty {
  fileprivate func stands(at instant: Instant) -> Bool {
    (startsAt.map { $0 <= instant } ?? true) && !endsAt.hasPassed(at: instant)
  }
}
