import ControlTesting
import SuiteVocabulary

/// Each use of a machine identity by a person, with its approval and the end of what it used.
///
/// Events of one person, identity, credential and request are one use: its first and last event
/// must be approved, and the credential must be dead within the limit after the last.
struct EmergencyUses: Fold {
  private struct Use: Hashable, Sendable, Codable {
    let personal: AuditEvent.PersonalUse
    let credential: String?
    let request: String?
  }

  private struct Span: Sendable, Codable {
    let first: RecordReference
    var last: Instant
    var doubt: Deviation?
  }

  private var spans = Sightings<Use, Span>()

  init() {}

  static func isMember(_ event: AuditEvent, _ scope: Scope) -> Bool { event.result != .denied }

  mutating func observe(_ event: AuditEvent, _ scope: Scope) throws {
    guard let personal = event.personalUse(in: scope) else { return }
    let use = Use(personal: personal, credential: event.credential, request: event.request)
    note(
      use,
      Span(
        first: RecordReference(event),
        last: event.occurredAt,
        doubt: event.emergencyDoubt(in: scope)
      )
    )
  }

  private mutating func note(_ use: Use, _ span: Span) {
    spans.note(use, span) { known in
      known.last = max(known.last, span.last)
      known.doubt = known.doubt ?? span.doubt
    }
  }

  mutating func merge(_ later: EmergencyUses) {
    for (use, span) in later.spans.all { note(use, span) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    spans.all.compactMap { use, span in
      guard var deviation = span.doubt ?? rotationDoubt(use, span, scope) else { return nil }
      deviation.record = span.first
      return deviation
    }
  }

  private func rotationDoubt(_ use: Use, _ span: Span, _ scope: Scope) -> Deviation? {
    guard let credential = use.credential else {
      return Deviation("credential", expected: "recorded", observed: "not recorded")
    }
    let limit = scope.policy.emergencyRotationLimit
    let deadline = span.last.advanced(by: limit)
    if deadline > scope.asOf { return nil }
    let ends = scope.ends(of: credential).filter { $0 >= span.last }.sorted()
    if let end = ends.first, end <= deadline { return nil }
    return Deviation(
      "rotation",
      expected: "old value dead within \(limit.words) of the last use",
      observed: ends.first.map { "dead after \($0.duration(since: span.last).words)" }
        ?? "none recorded since \(span.last)"
    )
  }
}

extension Scope {
  /// When values of a credential stopped working: by rotation, by revocation, by their own end.
  fileprivate func ends(of credential: String) -> [Instant] {
    var ends = all(Rotation.self, where: \.credential, is: credential)
      .filter { $0.outcome == .complete }.map(\.oldDeadAt)
    if let known = first(Credential.self, credential) {
      ends += [known.revokedAt, known.expiresAt]
    }
    for issued in all(Issuance.self, where: \.credential, is: credential) {
      ends += [issued.revokedAt, issued.expiresAt]
    }
    return ends.compactMap(\.instant).filter { $0 <= asOf }
  }
}
