import ControlTesting
import SuiteVocabulary

extension LogPipeline {
  /// The names by which scanners may call the store.
  private var names: [String] {
    var names: [String] = []
    for name in [id, recipient, logSource].compactMap({ $0 }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// States that a secret scanner looked through the store of late, and that nothing it found is
  /// open.
  func expectScanned(in scope: Scope) throws {
    let limit = scope.policy.secretScanMaximumAge
    let tools = scope.policy.secretScanTools
    let runs = names.flatMap { scope.all(ScanRun.self, where: \.target, is: $0) }.filter { run in
      (run.targetKind == .log || run.targetKind == .transcript) && tools.contains(run.tool)
        && run.startedAt <= scope.asOf
    }
    guard let good = runs.filter(\.succeeded).max(by: { $0.startedAt < $1.startedAt }) else {
      throw Deviation(
        "secret scan",
        expected: "a good one at most \(limit.words) ago",
        observed: runs.last.map { "\($0.id) failed" } ?? "none on record"
      )
    }
    try expect("age of the secret scan", scope.asOf.duration(since: good.startedAt), .atMost(limit))
    let findings = names.flatMap { scope.all(SecretFinding.self, where: \.target, is: $0) }
    if let open = findings.first(where: \.isInTheStore) {
      throw Deviation(
        "secrets in the store",
        expected: "none",
        observed: "\(open.fingerprint), \(open.disposition.rawValue), \(open.liveness.rawValue)",
        path: open.credential.map { scope.chain(to: $0, in: .credential) } ?? []
      )
    }
  }

  /// States that what customers wrote is redacted before it is stored, or never sent.
  func expectRedacted(in scope: Scope) throws {
    if redacted == true { return }
    guard let dataClasses else {
      throw Deviation("data classes", expected: "recorded, or redacted", observed: "not recorded")
    }
    for name in dataClasses {
      guard let dataClass = scope.first(DataClass.self, name) else {
        throw Deviation(
          "data classes",
          expected: "classes of the data register",
          observed: "\(name), not among the data classes"
        )
      }
      if !dataClass.category.holdsContent || dataClass.redaction == .full { continue }
      throw Deviation(
        "redaction of \(name)",
        expected: "full",
        observed: dataClass.redaction?.rawValue ?? "not recorded"
      )
    }
  }
}

extension SecretFinding {
  /// Whether a secret that worked once still stands in the store; that it was revoked since takes
  /// its harm.
  fileprivate var isInTheStore: Bool {
    switch disposition {
    case .revoked: false
    case .falsePositive: liveness == .live
    case .open, .accepted, .suppressed: liveness != .dead
    }
  }
}

extension DataClass.Category {
  /// Whether data of the category is, or repeats, what customers gave.
  fileprivate var holdsContent: Bool {
    switch self {
    case .customerContent, .prompt, .modelOutput, .supportData, .personalData, .memory, .secret,
      .other:
      true
    case .telemetry, .log, .trainingData: false
    }
  }
}
