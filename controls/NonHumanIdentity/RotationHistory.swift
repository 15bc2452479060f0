import ControlTesting
import SuiteVocabulary

/// The life of each credential, cut by its rotations into intervals.
///
/// Only rotations that a rotation record states count; a date in the credential report alone is a
/// claim. The interval that is still running must keep the period for every credential. Finished
/// ones may miss it in as small a share as the policy leaves.
struct RotationHistory: Fold {
  /// A finished interval that was too long.
  private struct Late: Sendable, Codable {
    let credential: RecordReference
    let length: Duration
  }

  private var finished = 0
  private var late: [Late] = []

  init() {}

  static func isMember(_ credential: Credential, _ scope: Scope) -> Bool {
    !scope.isPersonsPassword(credential)
  }

  mutating func observe(_ credential: Credential, _ scope: Scope) throws {
    guard let created = credential.createdAt else {
      throw Deviation("creation", expected: "recorded", observed: "not recorded")
    }
    let period = scope.policy.rotationPeriod
    let end = credential.end(at: scope.asOf)
    var start = created
    for replacement in credential.replacements(in: scope) where replacement > start {
      count(from: start, to: replacement, of: credential, period)
      start = replacement
    }
    if credential.isUsable && end == nil {
      let running = scope.asOf.duration(since: start)
      if running > period {
        throw Deviation(
          "time since the last rotation",
          expected: "at most \(period.words)",
          observed: "\(running.words), since \(start)"
        )
      }
    } else if let end {
      if end > start { count(from: start, to: end, of: credential, period) }
    } else {
      throw Deviation("end", expected: "recorded", observed: "not recorded")
    }
  }

  private mutating func count(
    from start: Instant,
    to end: Instant,
    of credential: Credential,
    _ period: Duration
  ) {
    finished += 1
    let length = end.duration(since: start)
    if length > period {
      late.append(Late(credential: RecordReference(credential), length: length))
    }
  }

  mutating func merge(_ later: RotationHistory) {
    finished += later.finished
    late += later.late
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let onTime = finished - late.count
    if late.isEmpty || Double(onTime) >= scope.policy.minimumOnTimeRotations * Double(finished) {
      return []
    }
    return late.map { late in
      var deviation = Deviation(
        "rotation interval",
        expected: "at most \(scope.policy.rotationPeriod.words), in at least "
          + "\(scope.policy.minimumOnTimeRotations) of all intervals",
        observed: "\(late.length.words); \(onTime) of \(finished) intervals on time"
      )
      deviation.record = late.credential
      return deviation
    }
  }
}

extension Credential {
  /// When the value stopped working for good, where that lies at or before an instant.
  fileprivate func end(at instant: Instant) -> Instant? {
    [revokedAt, expiresAt].compactMap(\.instant).filter { $0 <= instant }.min()
  }

  /// When completed rotations put a new value in place, in order of time.
  fileprivate func replacements(in scope: Scope) -> [Instant] {
    scope.all(Rotation.self, where: \.credential, is: id)
      .filter { $0.outcome == .complete }
      .compactMap(\.newLiveAt.instant)
      .filter { $0 <= scope.asOf }
      .sorted()
  }
}
