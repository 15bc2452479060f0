import ControlTesting
import SuiteVocabulary

/// REV-7: each identity that a partner manages has a limited life, a rotation and a revocation.
///
/// It lives on short credentials, shows that they are replaced, and was revoked in an exercise. One
/// of the three missing fails the identity.
///
/// Of the issuances it holds one entry for each identity: the longest and how many there were.
struct PartnerIdentities: Fold {
  private struct Issued: Codable {
    /// The longest life; `nil`: one has no end, or no recorded one.
    var longest: Duration?
    var count: Int

    mutating func merge(_ other: Issued) {
      if let own = longest, let others = other.longest {
        longest = max(own, others)
      } else {
        longest = nil
      }
      count += other.count
    }
  }

  private var partners = Sightings<String, RecordReference>()
  private var issued = Sightings<String, Issued>()

  static var watched: [Watched<Self>] {
    [
      Watched(Issuance.self) { state, issuance, _ in
        guard issuance.result == .issued else { return }
        let one = Issued(longest: issuance.longestLife, count: 1)
        state.issued.note(issuance.identity, one) { $0.merge(one) }
      }
    ]
  }

  /// An identity is a partner's unless the inventory says who else manages it.
  static func isMember(_ identity: Identity, _ scope: Scope) -> Bool {
    guard identity.isSoftware, identity.status != .deleted else { return false }
    return identity.controller != .customer && identity.controller != .provider
  }

  mutating func observe(_ identity: Identity, _ scope: Scope) throws {
    if identity.controller == nil {
      throw Deviation("controller", expected: "present", observed: "not recorded")
    }
    try identity.checkRotations(scope)
    try scope.expectExercise(of: [identity.id] + (identity.aliases ?? []))
    partners.note(identity.id, RecordReference(identity))
  }

  mutating func merge(_ later: PartnerIdentities) {
    partners.merge(later.partners)
    issued.merge(later.issued) { $0.merge($1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let limit = scope.policy.maximumPartnerTokenLifetime
    return partners.all.compactMap { id, record in
      let names = [id] + (scope.first(Identity.self, id)?.aliases ?? [])
      var total = Issued(longest: .zero, count: 0)
      for name in names { issued[name].map { total.merge($0) } }
      if let longest = total.longest, longest <= limit, total.count > 0 { return nil }
      var deviation = Deviation(
        "lifetime of what is issued to it",
        expected: "at most \(limit.words)",
        observed: total.count == 0
          ? "nothing on record as issued"
          : total.longest.map { "\($0.words), of \(total.count)" } ?? "without an end"
      )
      deviation.record = record
      return deviation
    }
  }
}

extension Issuance {
  /// From the issue to the end, or what was stated where that is longer; `nil` where there is no end.
  var longestLife: Duration? {
    guard let end = expiresAt.instant else {
      return expiresAt == .notRecorded ? lifetime : nil
    }
    let life = end.duration(since: issuedAt)
    return lifetime.map { max($0, life) } ?? life
  }
}

extension Identity {
  /// States that the values behind the identity were replaced in the period: one at least, and each
  /// of its credentials that stands.
  fileprivate func checkRotations(_ scope: Scope) throws {
    let names = [id] + (aliases ?? [])
    let held = names.flatMap { scope.all(Credential.self, where: \.identity, is: $0) }
    let own = names.flatMap { scope.all(Rotation.self, where: \.identity, is: $0) }
    let proofs = own + held.flatMap { scope.all(Rotation.self, where: \.credential, is: $0.id) }
    let limit = scope.policy.partnerRotationPeriod
    try scope.expectRotation("rotation", proofs, within: limit)
    for credential in held where credential.lifetimeClass != .perTask && credential.stands {
      let rotations =
        scope.all(Rotation.self, where: \.credential, is: credential.id)
        + scope.all(Rotation.self, where: \.replacement, is: credential.id)
      try scope.expectRotation("rotation of \(credential.id)", rotations, within: limit)
    }
  }
}

extension Credential {
  /// Whether the credential may still work.
  fileprivate var stands: Bool { status == .active || status == .unknown || status == .inactive }
}

extension Scope {
  /// States that one of several rotations is a proof: complete, with the old value dead, in the
  /// period.
  fileprivate func expectRotation(
    _ attribute: String,
    _ rotations: [Rotation],
    within limit: Duration
  ) throws {
    let done = rotations.filter { rotation in
      rotation.outcome == .complete && rotation.oldDeadAt.hasPassed(at: asOf)
    }
    let latest = done.compactMap(\.newLiveAt.instant).filter { $0 <= asOf }.max()
    let age = latest.map { asOf.duration(since: $0) }
    if let age, age <= limit { return }
    throw Deviation(
      attribute,
      expected: "a complete one at most \(limit.words) ago",
      observed: age.map { "\($0.words) ago" } ?? (rotations.isEmpty ? "none" : "none complete")
    )
  }
}
