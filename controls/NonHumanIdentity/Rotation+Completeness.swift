import ControlTesting
import SuiteVocabulary

extension Rotation {
  /// Whether old and new value may both still work, as the policy allows for a while.
  func isUnderWay(in scope: Scope) -> Bool {
    guard outcome != .failed, let live = newLiveAt.instant else { return false }
    return live.advanced(by: scope.policy.rotationOverlapLimit) > scope.asOf
  }

  /// States that nothing of the old value is left.
  ///
  /// - Throws: A ``Deviation`` for the first thing that is.
  func expectComplete(in scope: Scope) throws {
    try expect("outcome", outcome.rawValue, .equal("complete"))
    try expect("new value live", newLiveAt, .present)
    try expect("old value dead", oldDeadAt, .present)
    guard let live = newLiveAt.instant, let dead = oldDeadAt.instant else { return }
    if dead > scope.asOf {
      throw Deviation(
        "old value dead",
        expected: "at or before \(scope.asOf)",
        observed: "\(dead)"
      )
    }
    try expect(
      "overlap",
      dead.duration(since: live),
      .atMost(scope.policy.rotationOverlapLimit)
    )
    try expectConsumersMoved()
    try expectOldValueGone(live, in: scope)
  }

  private func expectConsumersMoved() throws {
    try expect("consumers", consumers, .present)
    try expect("consumers moved", consumersUpdated, .present)
    let moved = Set(consumersUpdated ?? [])
    let left = (consumers ?? []).filter { !moved.contains($0) }
    if !left.isEmpty {
      throw Deviation(
        "consumers moved",
        expected: "every consumer",
        observed: "\(left.count) left: \(left.joined(separator: ", "))"
      )
    }
  }

  /// Another source than the rotation's own record must show the change, and none may deny it.
  private func expectOldValueGone(_ live: Instant, in scope: Scope) throws {
    let limit = scope.policy.rotationOverlapLimit
    let earliest = live.advanced(by: .zero - limit)
    if let old = scope.first(Credential.self, credential) {
      let changed = old.rotatedAt.instant ?? old.createdAt
      if !old.isUsable || changed.map({ $0 >= earliest }) ?? false { return }
      throw Deviation(
        "old value",
        expected: "dead or changed since \(earliest)",
        observed: "\(old.status.rawValue) in the credential report, last changed "
          + (changed.map { "\($0)" } ?? "not recorded")
      )
    }
    let events = scope.all(LifecycleEvent.self, where: \.target, is: credential).filter { event in
      event.targetKind == .credential && event.state == .done
        && [.rotate, .retire, .end, .offboard].contains(event.event)
    }
    let window = earliest...live.advanced(by: limit)
    if events.contains(where: { window.contains($0.effectiveAt) }) { return }
    throw Deviation(
      "old value",
      expected: "in the credential report, or its end an event within \(limit.words)",
      observed: events.last.map { "\($0.event.rawValue) at \($0.effectiveAt)" } ?? "in neither"
    )
  }
}
