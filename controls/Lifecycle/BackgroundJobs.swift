import ControlTesting
import SuiteVocabulary

/// REV-6: each job that nobody waits for runs under an identity that can be revoked, and none ran
/// after that had been.
///
/// Refused calls are none: they show that the revocation holds. Holds one entry for each job,
/// identity and fault, whatever the number of calls.
struct BackgroundJobs: Fold {
  /// Which job deviates, under which identity, and how.
  private struct Fault: Hashable, Codable {
    let job: String
    let deviation: Deviation
  }

  private struct Calls: Codable {
    let first: RecordReference
    var count = 1
  }

  private var faults = Sightings<Fault, Calls>()

  /// A call is a job's where its trace does not say that somebody, or another agent, asked for it.
  static func isMember(_ call: ToolCall, _ scope: Scope) -> Bool {
    if call.result == .denied { return false }
    return call.trigger != .request && call.trigger != .agent
  }

  mutating func observe(_ call: ToolCall, _ scope: Scope) throws {
    do {
      try call.checkJob(scope)
    } catch let deviation as Deviation {
      let fault = Fault(job: call.job ?? "", deviation: deviation)
      faults.note(fault, Calls(first: RecordReference(call))) { $0.count += 1 }
    }
  }

  mutating func merge(_ later: BackgroundJobs) {
    faults.merge(later.faults) { $0.count += $1.count }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    faults.all.map { fault, calls in
      var deviation = fault.deviation
      if calls.count > 1 { deviation.observed += "; in \(calls.count) calls" }
      deviation.record = calls.first
      return deviation
    }
  }
}

extension ToolCall {
  /// Holds a job's call to an identity of the inventory that had not been revoked.
  fileprivate func checkJob(_ scope: Scope) throws {
    try expect("trigger", trigger, .oneOf([.schedule, .event]))
    try expect("job", job, .present)
    guard let actor else {
      throw Deviation("identity", expected: "present", observed: "not recorded")
    }
    guard let identity = scope.inventoried(actor) else {
      throw Deviation(
        "identity",
        expected: "an identity of the inventory, which can be revoked",
        observed: "\(actor), not in the identity inventory"
      )
    }
    try expect("kind of the identity", identity.kind, .noneOf([.person, .group, .root]))
    if let end = scope.revocation(of: identity, before: startedAt) { throw end.deviation(actor) }
    if let end = scope.revocation(ofCredential: credential, issuance, before: startedAt) {
      throw end.deviation(credential ?? issuance ?? "")
    }
  }
}

/// What ended the access of an identity or a credential.
private struct AccessEnd {
  /// When; `nil`: nobody wrote it down.
  let instant: Instant?
  /// The record that says so, in words.
  let source: String

  func deviation(_ what: String) -> Deviation {
    Deviation(
      "run after revocation",
      expected: "none after \(instant?.description ?? "the revocation, when is not recorded")",
      observed: "\(what), revoked by \(source)"
    )
  }
}

extension Scope {
  /// What had revoked an identity before an instant; `nil` where nothing had.
  ///
  /// An exercise revokes from its order until it restores the access; one that does not say when it
  /// did never has.
  fileprivate func revocation(of identity: Identity, before instant: Instant) -> AccessEnd? {
    if let end = identity.endsAt.instant, end < instant {
      return AccessEnd(instant: end, source: "the inventory")
    }
    if let end = ending(of: identity.id, .identity), end.effectiveAt < instant {
      return AccessEnd(instant: end.effectiveAt, source: end.id)
    }
    for drill in drills(naming: identity.id) + (identity.agents ?? []).flatMap(drills(naming:))
    where RevocationRule.scenarios.contains(drill.scenario) {
      guard let ordered = drill.firstDeniedAt.instant, ordered < instant else { continue }
      if let restored = drill.restoredAt.instant, restored <= instant { continue }
      return AccessEnd(instant: ordered, source: drill.id)
    }
    switch identity.status {
    case .enabled: return nil
    case .disabled, .suspended, .deleted:
      if identity.endsAt.instant != nil || ending(of: identity.id, .identity) != nil { return nil }
      return AccessEnd(instant: nil, source: "the inventory, as \(identity.status.rawValue)")
    }
  }

  /// What had revoked a credential, or the one that was issued, before an instant.
  fileprivate func revocation(
    ofCredential credential: String?,
    _ issuance: String?,
    before instant: Instant
  ) -> AccessEnd? {
    let issued = first(Issuance.self, issuance)
    if let end = issued?.revokedAt.instant, end < instant {
      return AccessEnd(instant: end, source: "the issuer")
    }
    let known = first(Credential.self, credential ?? issued?.credential)
    if let end = known?.revokedAt.instant, end < instant {
      return AccessEnd(instant: end, source: "the credential report")
    }
    return nil
  }
}
