import ControlModel

extension OCSFEvent {
  /// A finding for each resource that a check looked at.
  ///
  /// - Parameter run: The run of the product.
  /// - Returns: The findings, in order of the resources.
  /// - Throws: ``Diagnostic`` where it says neither what was checked nor what came out.
  func postureFindings(run: String) throws(Diagnostic) -> [PostureFinding] {
    guard let judgement, let status = PostureWords.status(judgement) else {
      throw cursor.malformed(
        found: "no status of the check",
        needed: "status_code, or compliance.status"
      )
    }
    guard let id = (finding?["uid"] ?? cursor["metadata"]?["uid"])?.text, let rule else {
      throw cursor.malformed(found: "no id or no check", needed: "finding_info.uid, and the check")
    }
    let resources = resources
    if resources.isEmpty {
      throw cursor.malformed(found: "no resource", needed: "resources with uid or name")
    }
    var findings: [PostureFinding] = []
    for resource in resources {
      findings.append(
        PostureFinding(
          id: resources.count == 1 ? id : "\(id) \(resource)",
          tool: product,
          run: run,
          rule: rule,
          resource: resource,
          status: status,
          severity: severity,
          baseline: cursor["compliance"]?["standards"]?.texts.first,
          suppressed: isSuppressed,
          mapsTo: mapsTo,
          firstSeenAt: try time("first_seen_time", in: finding),
          lastSeenAt: try time("last_seen_time", in: finding) ?? time,
          locator: cursor.locator
        )
      )
    }
    return findings
  }

  /// The check: prowler's event code, the control, the analytic, or the finding's title.
  private var rule: String? {
    (cursor["metadata"]?["event_code"] ?? cursor["compliance"]?["control"]
      ?? finding?["analytic"]?["uid"] ?? finding?["analytic"]?["name"] ?? finding?["title"])?.text
  }

  private var isSuppressed: Bool? {
    if cursor["status_id"]?.value.integer == 3 { return true }
    return cursor["status"]?.text.map {
      $0.lowercased() == "suppressed" || $0.lowercased() == "muted"
    }
  }

  /// The requirements it maps to, as `standard:requirement`; `nil` where it names none.
  private var mapsTo: [String]? {
    var names = cursor["compliance"]?["requirements"]?.texts ?? []
    for (standard, requirements) in cursor["unmapped"]?["compliance"]?.members ?? [] {
      names += requirements.texts.map { "\(standard):\($0)" }
    }
    return names.isEmpty ? nil : names
  }

  /// A detection as an alert.
  ///
  /// - Throws: ``Diagnostic`` where it names no rule or no target.
  func alert() throws(Diagnostic) -> Alert {
    guard let id = (finding?["uid"] ?? cursor["metadata"]?["uid"])?.text, let rule else {
      throw cursor.malformed(found: "no id or no rule", needed: "finding_info.uid and its analytic")
    }
    guard let target = resources.first ?? cursor["device"]?["uid"]?.text ?? account else {
      throw cursor.malformed(found: "no target", needed: "resources, a device or an account")
    }
    let disposition: Alert.Disposition =
      switch cursor["verdict_id"]?.value.integer {
      case 1: .falsePositive
      case 2: .truePositive
      default: isSuppressed == true ? .benign : .open
      }
    let isClosed = cursor["status_id"]?.value.integer == 4
    return Alert(
      id: id,
      rule: rule,
      target: target,
      disposition: disposition,
      firedAt: try time("first_seen_time", in: finding) ?? time,
      acknowledgedAt: .notRecorded,
      closedAt: isClosed ? .at(try time("end_time", in: cursor) ?? time) : .never,
      locator: cursor.locator
    )
  }

  /// A maker of a record for each vulnerability and resource, given the run's id.
  func vulnerabilities() throws(Diagnostic) -> [(String) -> Vulnerability] {
    let listed = try cursor.list("vulnerabilities")
    if listed.isEmpty {
      throw cursor.malformed(found: "no vulnerabilities", needed: "the vulnerabilities found")
    }
    let isFixed = cursor["status_id"]?.value.integer == 4
    var makers: [(String) -> Vulnerability] = []
    for listed in listed {
      guard let rule = (listed["cve"]?["uid"] ?? listed["advisory"]?["uid"] ?? listed["uid"])?.text
      else { throw listed.malformed(found: "no id", needed: "cve.uid") }
      let word = listed["severity"]?.text
      let first = try time("first_seen_time", in: listed)
      let last = try time("last_seen_time", in: listed)
      for resource in resources.isEmpty ? [nil] : resources.map(Optional.some) {
        makers.append { [self] run in
          Vulnerability(
            id: [run, rule, resource].compactMap { $0 }.joined(separator: " "),
            run: run,
            tool: product,
            rule: rule,
            component: listed["affected_packages"]?.elements.first?["purl"]?.text,
            asset: resource,
            severity: .init(word == nil ? severity : PostureWords.severity(word)),
            score: listed["cve"]?["cvss"]?.elements.compactMap {
              $0["base_score"]?.text.flatMap(Double.init)
            }.max(),
            exploited: listed["is_exploit_available"]?.value.bool,
            fixAvailable: (listed["is_fix_available"] ?? listed["fix_available"])?.value.bool,
            status: isFixed ? .fixed : isSuppressed == true ? .accepted : .open,
            firstSeenAt: first ?? time,
            lastSeenAt: last ?? time,
            fixedAt: isFixed ? .at(time) : .never,
            locator: listed.locator
          )
        }
      }
    }
    return makers
  }
}
