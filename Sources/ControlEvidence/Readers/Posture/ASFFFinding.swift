import ControlModel

/// One finding in the AWS Security Finding Format.
struct ASFFFinding {
  /// The finding's id.
  let id: String
  /// When the product last changed it; the newest of one id counts.
  let updatedAt: Instant
  private let cursor: Cursor
  private let createdAt: Instant

  /// Takes a finding.
  ///
  /// - Throws: ``Diagnostic`` where it has no id or no times.
  init(_ cursor: Cursor) throws(Diagnostic) {
    self.cursor = cursor
    id = try cursor.required("Id")
    guard let updatedAt = try cursor.instant("UpdatedAt"),
      let createdAt = try cursor.instant("CreatedAt")
    else { throw cursor.malformed(found: "no times", needed: "CreatedAt and UpdatedAt") }
    self.updatedAt = updatedAt
    self.createdAt = createdAt
  }

  /// Adds the finding's records to a sink, and counts them to the product's run.
  func take(into sink: inout RecordSink, _ runs: inout [String: ScannerRun]) throws(Diagnostic) {
    if cursor["Compliance"]?["Status"] != nil {
      let findings = try postureFindings()
      note(findings.filter { $0.status == .fail }.count, &runs)
      for finding in findings { sink.add(finding) }
      sink.kinds.insert(.configSnapshot)
    } else if let listed = cursor["Vulnerabilities"], listed.value.elements?.isEmpty == false {
      let vulnerabilities = try vulnerabilities(listed)
      note(vulnerabilities.count, &runs)
      for vulnerability in vulnerabilities { sink.add(vulnerability) }
      sink.kinds.insert(.vulnScanReport)
    } else {
      sink.add(try alert())
      sink.kinds.insert(.monitorAlerts)
    }
  }

  private var product: String {
    (cursor["ProductName"]?.text ?? cursor["ProductArn"]?.text?.split(separator: "/").last
      .map(String.init) ?? "security hub").lowercased()
  }

  private var runID: String { "\(product):\(cursor.path)" }

  private func note(_ count: Int, _ runs: inout [String: ScannerRun]) {
    var run =
      runs[runID]
      ?? ScannerRun(
        id: runID,
        tool: product,
        version: nil,
        target: cursor["AwsAccountId"]?.text ?? cursor.path,
        at: updatedAt,
        cursor.locator
      )
    run.note(updatedAt)
    run.findingCount += count
    runs[runID] = run
  }

  private var isArchived: Bool { cursor["RecordState"]?.text == "ARCHIVED" }
  private var isSuppressed: Bool { cursor["Workflow"]?["Status"]?.text == "SUPPRESSED" }

  private var isResolved: Bool { cursor["Workflow"]?["Status"]?.text == "RESOLVED" }

  private var severity: PostureFinding.Severity {
    PostureWords.severity(cursor["Severity"]?["Label"]?.text)
  }

  private func resources() throws(Diagnostic) -> [String] {
    let names = try cursor.list("Resources").compactMap { $0["Id"]?.text }
    if names.isEmpty { throw cursor.malformed(found: "no resource", needed: "Resources with Id") }
    return names
  }

  private func postureFindings() throws(Diagnostic) -> [PostureFinding] {
    let compliance = cursor["Compliance"]
    let word = compliance?["Status"]?.text ?? ""
    guard let status = PostureWords.status(word) else {
      throw (compliance ?? cursor).malformed(
        found: "an unknown status",
        needed: "PASSED, WARNING, FAILED or NOT_AVAILABLE"
      )
    }
    let rule = (compliance?["SecurityControlId"] ?? cursor["GeneratorId"])?.text
    guard let rule else {
      throw cursor.malformed(found: "no check", needed: "SecurityControlId or GeneratorId")
    }
    let standards =
      compliance?["AssociatedStandards"]?.elements.compactMap { $0["StandardsId"]?.text } ?? []
    let requirements = standards + (compliance?["RelatedRequirements"]?.texts ?? [])
    let resources = try resources()
    return try resources.map { (resource) throws(Diagnostic) in
      PostureFinding(
        id: resources.count == 1 ? id : "\(id) \(resource)",
        tool: product,
        run: runID,
        rule: rule,
        resource: resource,
        status: isArchived ? .notAvailable : status,
        severity: severity,
        baseline: standards.first,
        suppressed: isSuppressed,
        mapsTo: requirements.isEmpty ? nil : requirements,
        firstSeenAt: try cursor.instant("FirstObservedAt") ?? createdAt,
        lastSeenAt: try cursor.instant("LastObservedAt") ?? updatedAt,
        locator: cursor.locator
      )
    }
  }

  private func vulnerabilities(_ listed: Cursor) throws(Diagnostic) -> [Vulnerability] {
    var records: [Vulnerability] = []
    let firstSeenAt = try cursor.instant("FirstObservedAt") ?? createdAt
    let lastSeenAt = try cursor.instant("LastObservedAt") ?? updatedAt
    let resources = try resources()
    for vulnerability in listed.elements {
      let rule = try vulnerability.required("Id")
      for resource in resources {
        records.append(
          Vulnerability(
            id: "\(id) \(rule) \(resource)",
            run: runID,
            tool: product,
            rule: rule,
            component: vulnerability["VulnerablePackages"]?.elements.first?["Name"]?.text,
            asset: resource,
            severity: .init(severity),
            score: vulnerability["Cvss"]?.elements.compactMap {
              $0["BaseScore"]?.text.flatMap(Double.init)
            }.max(),
            exploited: vulnerability["ExploitAvailable"]?.text.map { $0 == "YES" },
            fixAvailable: vulnerability["FixAvailable"]?.text.map { $0 != "NO" },
            // That a finding was archived does not say that anything was mended.
            status: isResolved ? .fixed : isSuppressed ? .accepted : .open,
            firstSeenAt: firstSeenAt,
            lastSeenAt: lastSeenAt,
            fixedAt: isResolved ? .at(updatedAt) : .never,
            locator: vulnerability.locator
          )
        )
      }
    }
    return records
  }

  private func alert() throws(Diagnostic) -> Alert {
    Alert(
      id: id,
      rule: try cursor.required("GeneratorId"),
      target: try resources()[0],
      disposition: isSuppressed ? .benign : .open,
      firedAt: try cursor.instant("FirstObservedAt") ?? createdAt,
      acknowledgedAt: .notRecorded,
      closedAt: isResolved || isArchived ? .at(updatedAt) : .never,
      locator: cursor.locator
    )
  }
}
