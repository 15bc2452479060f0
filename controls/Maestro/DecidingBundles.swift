import ControlTesting
import SuiteVocabulary

/// MAE6-2: each decision names the bundle that made it, and each bundle that decides is tested.
///
/// Holds one reference for each bundle that was seen to decide.
struct DecidingBundles: Fold {
  private var deciding = Sightings<String, RecordReference>()

  mutating func observe(_ decision: PolicyDecision, _ scope: Scope) throws {
    guard let digest = decision.bundle else {
      throw Deviation("bundle", expected: "named by digest", observed: "not recorded")
    }
    guard let bundle = scope.first(PolicyBundle.self, digest) else {
      throw Deviation(
        "bundle",
        expected: "one of the policy bundles",
        observed: "\(digest), not among the policy bundles"
      )
    }
    deciding.note(digest, RecordReference(bundle))
    try decision.expectLive(bundle)
    guard let actions = bundle.actions else { return }
    let action = PermissionPattern(decision.action)
    if actions.contains(where: { PermissionPattern($0).covers(action) }) { return }
    throw Deviation(
      "action",
      expected: "one that bundle \(bundle.revision) protects",
      observed: decision.action
    )
  }

  mutating func merge(_ later: DecidingBundles) { deciding.merge(later.deciding) }

  func deviations(_ scope: Scope) -> [Deviation] {
    deciding.all.compactMap { digest, record in
      guard let bundle = scope.first(PolicyBundle.self, digest) else { return nil }
      do {
        try bundle.expectTested()
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        deviation.record = record
        return deviation
      }
    }
  }
}

extension PolicyDecision {
  /// States that the bundle was the one in force when the decision was made.
  fileprivate func expectLive(_ bundle: PolicyBundle) throws {
    guard let live = bundle.liveAt.instant, live <= decidedAt else {
      throw Deviation(
        "bundle in force",
        expected: "live at \(decidedAt)",
        observed: "\(bundle.revision), live \(bundle.liveAt)"
      )
    }
    if let retired = bundle.retiredAt.instant, retired < decidedAt {
      throw Deviation(
        "bundle in force",
        expected: "live at \(decidedAt)",
        observed: "\(bundle.revision), retired \(retired)"
      )
    }
    if let bundleRevision { try expect("revision", bundleRevision, .equal(bundle.revision)) }
  }
}

extension PolicyBundle {
  /// States that the bundle protects named actions, refuses by default, and passed tests of its own.
  fileprivate func expectTested() throws {
    try expect("revision", revision, .notEmpty)
    try expect("protected actions", actions, .notEmpty)
    try expect("default effect", defaultEffect, .equal(.deny))
    guard let testCount, testCount > 0 else {
      throw Deviation(
        "tests",
        expected: "at least one",
        observed: self.testCount.map(String.init) ?? "not recorded"
      )
    }
    try expect("passed tests", passedTestCount, .equal(testCount))
  }
}
