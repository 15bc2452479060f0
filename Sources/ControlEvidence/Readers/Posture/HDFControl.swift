import ControlModel

/// One control of a profile with its results.
struct HDFControl {
  private let cursor: Cursor
  private let profile: Cursor

  /// Takes a control.
  init(_ cursor: Cursor, in profile: Cursor) {
    self.cursor = cursor
    self.profile = profile
  }

  /// The control's id, or `nil` where it has none.
  var id: String? { cursor["id"]?.text }

  /// Whether the control was judged here, and not only repeated.
  var hasResults: Bool { cursor["results"]?.value.elements?.isEmpty == false }

  /// The control as a finding.
  ///
  /// - Parameters:
  ///   - tool: What ran.
  ///   - run: The run's id.
  ///   - resource: What was looked at.
  ///   - collectedAt: The time for controls without results; `nil`: not recorded.
  /// - Returns: The finding.
  /// - Throws: ``Diagnostic`` where it lacks id, impact or any time.
  func finding(
    tool: String,
    run: String,
    resource: String,
    at collectedAt: Instant?
  ) throws(Diagnostic) -> PostureFinding {
    let rule = try cursor.required("id")
    guard let impact = cursor["impact"]?.text.flatMap(Double.init) else {
      throw cursor.malformed(found: "no impact", needed: "impact as a number from 0 to 1")
    }
    let results = try cursor.list("results")
    var lastSeenAt = collectedAt
    for result in results {
      if let start = try result.instant("start_time") { lastSeenAt = start }
    }
    guard let lastSeenAt else {
      throw cursor.malformed(
        found: "no time of a result",
        needed: "start_time, or collectedAt in manifest.json"
      )
    }
    let name = profile["name"]?.text
    let tags = cursor["tags"]
    let requirements = ["nist", "cci", "cis_controls"].flatMap { tags?[$0]?.texts ?? [] }
    return PostureFinding(
      id: [name, rule, resource].compactMap { $0 }.joined(separator: " "),
      tool: tool,
      run: run,
      rule: rule,
      resource: resource,
      status: status(impact, results),
      severity: severity(impact),
      baseline: name,
      baselineVersion: profile["version"]?.text,
      suppressed: isWaived,
      mapsTo: requirements.isEmpty ? nil : requirements,
      lastSeenAt: lastSeenAt,
      locator: cursor.locator
    )
  }

  private func status(_ impact: Double, _ results: [Cursor]) -> PostureFinding.Status {
    if impact == 0 { return .notAvailable }
    let words = results.map { $0["status"]?.text ?? "" }
    if words.contains("error") || results.contains(where: { $0["backtrace"] != nil }) {
      return .notAvailable
    }
    if words.contains("failed") { return .fail }
    // Somebody's word instead of a test is for a person to look at.
    return words.contains("passed") && cursor["attestation_data"] == nil ? .pass : .manual
  }

  /// By the bands that Heimdall shows.
  private func severity(_ impact: Double) -> PostureFinding.Severity {
    switch impact {
    case 0.9...: .critical
    case 0.7..<0.9: .high
    case 0.4..<0.7: .medium
    case 0.1..<0.4: .low
    default: .informational
    }
  }

  private var isWaived: Bool? {
    guard let waiver = cursor["waiver_data"], waiver.value.members?.isEmpty == false else {
      return nil
    }
    return true
  }
}
