import ControlTesting
import SuiteVocabulary

extension Component {
  /// Whether vulnerability scanners know how to look at the component.
  var isScannable: Bool {
    switch kind {
    case .application, .library, .framework, .container, .tool, .other: true
    case .model, .dataset, .prompt, .service: false
    }
  }

  /// Holds the component to a scan in date, and to no vulnerability past its repair limit.
  func checkVulnerabilities(_ scope: Scope) throws {
    try checkScan(scope)
    for vulnerability in vulnerabilities(scope) where vulnerability.isCarried(scope) {
      guard let limit = vulnerability.repairLimit(scope) else { continue }
      let age = scope.asOf.duration(since: vulnerability.firstSeenAt)
      if age <= limit { continue }
      throw Deviation(
        "age of \(vulnerability.rule)",
        expected: "at most \(limit.words) for \(vulnerability.gravity), or a live exception",
        observed: age.words
      )
    }
  }

  private func checkScan(_ scope: Scope) throws {
    let tools = scope.policy.vulnerabilityScanTools
    let targets = [id, bill, digest, subjectDigest].compactMap { $0 }
    let runs = targets.flatMap { scope.all(ScanRun.self, where: \.target, is: $0) }
      .filter { $0.succeeded && tools.contains($0.tool) && $0.startedAt <= scope.asOf }
    let limit = scope.policy.vulnerabilityScanMaximumAge
    guard let last = runs.map(\.startedAt).max() else {
      throw Deviation(
        "last scan",
        expected: "at most \(limit.words) ago",
        observed: "none on record"
      )
    }
    let age = scope.asOf.duration(since: last)
    if age > limit {
      throw Deviation(
        "last scan",
        expected: "at most \(limit.words) ago",
        observed: "\(age.words) ago"
      )
    }
  }

  /// What scanners found in the component, each once, in order of first sight.
  private func vulnerabilities(_ scope: Scope) -> [Vulnerability] {
    let named = scope.all(Vulnerability.self, where: \.component, is: id)
    let known = Set(named.map(\.id))
    let byDigest = scope.all(Vulnerability.self, where: \.artifactDigest, is: digest)
    return (named + byDigest.filter { !known.contains($0.id) })
      .sorted { ($0.firstSeenAt, $0.id) < ($1.firstSeenAt, $1.id) }
  }
}

extension Vulnerability {
  /// Whether the component still has it: what is accepted counts unless a live exception says so,
  /// and what is called repaired needs the time of the repair.
  fileprivate func isCarried(_ scope: Scope) -> Bool {
    switch status {
    case .open: true
    case .accepted: !isExcepted(scope)
    case .fixed: !fixedAt.hasPassed(at: scope.asOf)
    case .falsePositive, .notAffected: false
    }
  }

  private func isExcepted(_ scope: Scope) -> Bool {
    guard let exception = scope.first(Exception.self, self.exception) else { return false }
    let named = [exception.target] + (exception.records ?? [])
    return named.contains { $0 == id || $0 == rule || $0 == component }
      && exception.compensatingControl?.isEmpty == false
      && exception.isWholeAndLive(at: scope.asOf)
  }

  /// How it is treated: one that is used in attacks, or of unknown severity, as critical.
  fileprivate var gravity: String {
    exploited == true || severity == .unknown ? "critical" : severity.rawValue
  }

  /// How long it may stay; `nil`: no limit.
  fileprivate func repairLimit(_ scope: Scope) -> Duration? {
    switch gravity {
    case "critical": scope.policy.criticalRepairLimit
    case "high": scope.policy.highRepairLimit
    default: nil
    }
  }
}
