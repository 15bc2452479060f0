import ControlTesting
import SuiteVocabulary

/// MAE4-3: each change of infrastructure code was read by another person before it went live, and
/// what is deployed is what the code says.
///
/// That somebody compared the two must be on record: a plan, or a check that says whether its resource
/// drifted. Holds a count.
struct InfrastructureState: Fold {
  private var comparisonCount = 0

  static var watched: [Watched<Self>] {
    [
      Watched(PlannedChange.self) { state, change, _ in
        state.comparisonCount += 1
        let pending = change.actions.filter { $0 != .read && $0 != .unchanged }
        if pending.isEmpty { return }
        throw Deviation(
          "deployed state",
          expected: "as the code says",
          observed: "the plan would \(pending.map(\.rawValue).joined(separator: ", "))"
        )
      },
      Watched(PostureFinding.self) { state, finding, scope in
        if finding.drifted != nil { state.comparisonCount += 1 }
        try finding.expectInOrder(in: scope)
      },
    ]
  }

  static func isMember(_ change: Change, _ scope: Scope) -> Bool {
    guard change.kind == .infrastructure else { return false }
    switch change.liveAt {
    case .never: return false
    case .at(let live): return live <= scope.asOf
    case .notRecorded: return true
    }
  }

  mutating func observe(_ change: Change, _ scope: Scope) throws {
    try change.expectReviewed(in: scope)
  }

  mutating func merge(_ later: InfrastructureState) { comparisonCount += later.comparisonCount }

  func deviations(_ scope: Scope) -> [Deviation] {
    if comparisonCount > 0 { return [] }
    return [
      Deviation(
        "comparison of the deployed state with the code",
        expected: "on record",
        observed: "none on record"
      )
    ]
  }
}

extension Change {
  /// States that another person read the change, and that it was approved before it went live; one in
  /// an emergency may be approved after.
  fileprivate func expectReviewed(in scope: Scope) throws {
    guard let live = liveAt.instant else {
      throw Deviation("time of going live", expected: "a time", observed: liveAt.description)
    }
    try scope.expectActiveOwner("reviewer", reviewer)
    try expect("reviewer", reviewer, .notEqual(author))
    try expect("deployed digest", deployedDigest, .present)
    let limit = emergency == true ? scope.asOf : live
    guard let approved = approvedAt.instant, approved <= limit else {
      throw Deviation(
        "approval",
        expected: emergency == true ? "at or before \(limit)" : "before it went live at \(live)",
        observed: approvedAt.description
      )
    }
  }
}

extension PostureFinding {
  /// States that the resource did not drift from its code, and fails no critical check.
  fileprivate func expectInOrder(in scope: Scope) throws {
    if drifted == true {
      throw Deviation(
        "deployed state",
        expected: "as the code says",
        observed: "\(resource) drifted, by \(rule)"
      )
    }
    guard status == .fail, severity == .critical,
      !scope.isExcepted(from: "MAE4-3", .maestro("L4"), id)
    else { return }
    throw Deviation(
      "critical checks",
      expected: "none failed without an exception",
      observed: "\(rule) fails for \(resource)" + (suppressed == true ? ", suppressed" : "")
    )
  }
}
