import ControlModel

/// Words that scanners of posture share.
enum PostureWords {
  /// How bad a finding is, by the word of ASFF, OCSF, prowler and others, in any capitals.
  ///
  /// - Parameter word: The word, or `nil` where there is none.
  /// - Returns: The severity; unknown for words that nobody uses.
  static func severity(_ word: String?) -> PostureFinding.Severity {
    switch word?.lowercased() {
    case "critical", "fatal": .critical
    case "high": .high
    case "medium", "moderate": .medium
    case "low": .low
    case "informational", "info", "none": .informational
    default: .unknown
    }
  }

  /// What a check found, by its word, in any capitals; `nil` for another word.
  ///
  /// - Parameter word: The word.
  /// - Returns: The status; a warning asks a person to look.
  static func status(_ word: String) -> PostureFinding.Status? {
    switch word.lowercased() {
    case "pass", "passed", "satisfied": .pass
    case "fail", "failed", "not-satisfied": .fail
    case "manual", "warning": .manual
    case "not_available", "not available", "unknown", "other", "muted": .notAvailable
    default: nil
    }
  }
}

extension Vulnerability.Severity {
  /// The same severity among those of vulnerabilities.
  init(_ severity: PostureFinding.Severity) {
    self = Vulnerability.Severity(rawValue: severity.rawValue) ?? .unknown
  }
}

/// The run of a scanner that left no record of its own but its findings.
///
/// What it found is its judgement: the run says whose, over what and when, so that no finding of it
/// can pass for ours.
struct ScannerRun {
  let id: String
  let tool: String
  var toolVersion: String?
  var target: String
  var findingCount = 0
  var startedAt: Instant
  var endedAt: Instant
  let locator: Locator

  /// Starts a run with its first finding.
  init(
    id: String,
    tool: String,
    version: String?,
    target: String,
    at time: Instant,
    _ locator: Locator
  ) {
    self.id = id
    self.tool = tool
    toolVersion = version
    self.target = target
    startedAt = time
    endedAt = time
    self.locator = locator
  }

  /// Takes a further time of the run.
  mutating func note(_ time: Instant) {
    startedAt = min(startedAt, time)
    endedAt = max(endedAt, time)
  }

  /// The run as a record.
  var record: ScanRun {
    ScanRun(
      id: id,
      tool: tool,
      toolVersion: toolVersion,
      target: target,
      targetKind: .configuration,
      succeeded: true,
      findingCount: findingCount,
      startedAt: startedAt,
      endedAt: endedAt,
      locator: locator
    )
  }
}
