import ControlTesting
import SuiteVocabulary

/// TEN-6: the proofs of isolation, auditability and revocation are later than the last material
/// change, for the subject and for each administrator of the supplier's.
///
/// A change counts unless it is recorded as not material. Holds the newest joined call and one entry
/// for each actor of an administrative change, whatever the length of the logs.
struct ProofDates: Gathering {
  private struct Call: Sendable, Codable {
    let at: Instant
    let record: RecordReference
  }

  /// The newest call that names identity, request and decision.
  private var joined: Call?
  /// Who changed something as an administrator.
  private var administrators = Sightings<String, RecordReference>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, scope in
        guard call.startedAt <= scope.asOf, state.joined.map({ $0.at < call.startedAt }) ?? true,
          call.actor != nil, call.request != nil, call.decision != nil
        else { return }
        state.joined = Call(at: call.startedAt, record: RecordReference(call))
      },
      Watched(AdminChange.self) { state, change, _ in
        if state.administrators[change.actor] == nil {
          state.administrators.note(change.actor, RecordReference(change))
        }
      },
    ]
  }

  mutating func merge(_ later: ProofDates) {
    if let call = later.joined, joined.map({ $0.at < call.at }) ?? true { joined = call }
    administrators.merge(later.administrators)
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    var found = DeviationList()
    let change = LastChange(scope, noting: &found)
    let proofs = Proofs(scope)
    check(proofs, change, &found)
    for administrator in suppliersAdministrators(scope) {
      check(administrator, proofs, change, &found)
    }
    noteStrangers(scope, &found)
    return found.all
  }

  private func check(_ proofs: Proofs, _ change: LastChange, _ found: inout DeviationList) {
    if let oldest = proofs.refusals.min(by: { $0.testedAt < $1.testedAt }) {
      change.hold("proof of isolation", oldest.testedAt, RecordReference(oldest), &found)
    } else {
      change.lacks("proof of isolation", "no refused test of the tenant boundary", nil, &found)
    }
    if let joined {
      change.hold("proof of auditability", joined.at, joined.record, &found)
    } else {
      change.lacks(
        "proof of auditability",
        "no call with identity, request and decision",
        nil,
        &found
      )
    }
    if let newest = proofs.drills.max(by: { $0.startedAt < $1.startedAt }) {
      change.hold("proof of revocation", newest.startedAt, RecordReference(newest), &found)
    } else {
      change.lacks("proof of revocation", "no passed exercise", nil, &found)
    }
  }

  /// The identities of the supplier's that may administer, or did.
  private func suppliersAdministrators(_ scope: Scope) -> [Identity] {
    scope.records(Identity.self).filter { identity in
      guard identity.status != .deleted, identity.isSuppliers else { return false }
      return identity.privileged == true || administrators[identity.id] != nil
        || (identity.aliases ?? []).contains { administrators[$0] != nil }
    }
  }

  /// Administrators outside the inventory: nobody can say whose they are.
  private func noteStrangers(_ scope: Scope, _ found: inout DeviationList) {
    for (name, record) in administrators.all where scope.identity(called: name) == nil {
      var deviation = Deviation(
        "administrator",
        expected: "an identity of the inventory",
        observed: "\(name), not in the identity inventory"
      )
      deviation.record = record
      found.append(deviation)
    }
  }

  /// An administrator was tried at the boundary, and cut off in an exercise.
  private func check(
    _ identity: Identity,
    _ proofs: Proofs,
    _ change: LastChange,
    _ found: inout DeviationList
  ) {
    let tests = proofs.refusals.filter { $0.identity == identity.id && $0.administrator == true }
    let isolation = "proof of isolation of administrator \(identity.id)"
    if let newest = tests.max(by: { $0.testedAt < $1.testedAt }) {
      change.hold(isolation, newest.testedAt, RecordReference(newest), &found)
    } else {
      change.lacks(isolation, "no refused test by it as administrator", identity, &found)
    }
    let drills = proofs.drills.filter {
      $0.targets.contains(identity.id) || $0.identities?.contains(identity.id) == true
    }
    let revocation = "proof of revocation of administrator \(identity.id)"
    if let newest = drills.max(by: { $0.startedAt < $1.startedAt }) {
      change.hold(revocation, newest.startedAt, RecordReference(newest), &found)
    } else {
      change.lacks(revocation, "no passed exercise on it", identity, &found)
    }
  }
}

extension Identity {
  /// Whether the supplier has it in hand, alone or with the buyer.
  fileprivate var isSuppliers: Bool {
    vendor != nil || controller == .vendor || controller == .shared
  }
}
