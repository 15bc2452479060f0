import ControlModel

/// Results as OCSF 1.3 compliance findings (class 2003), as an array of events.
///
/// One event for each finding and one for each control without any. What a waiver covers is
/// suppressed and stays a failure; what could not be judged is a warning, never a pass.
public struct OCSFFindings: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "ocsf"
  /// The name of the file it is written to.
  public let fileName = "findings.ocsf.json"
  /// What the document is.
  public let summary = "OCSF 1.3 compliance findings (class 2003)"

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document: the events.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    var fingerprints = Fingerprints()
    JSONWriter.listDocument(to: sink) { writer in
      for verdict in report.verdicts {
        let findings = verdict.result.findings.map(Optional.some)
        for finding in findings.isEmpty ? [nil] : findings {
          let event = Event(
            verdict: verdict,
            finding: finding,
            id: finding.map { fingerprints.next($0) } ?? fingerprints.next(verdict)
          )
          writer.element { event.write(to: &$0, results: report.results) }
        }
      }
    }
  }

  private struct Event {
    let verdict: Verdict
    let finding: Finding?
    let id: String

    func write(to writer: inout JSONWriter, results: AssessmentResults) {
      let time = Int(results.asOf.nanosecondsSinceEpoch / 1_000_000)
      let text = finding?.sentence ?? verdict.sentence
      writer.member("activity_id", 1)
      writer.member("activity_name", "Create")
      writer.member("category_name", "Findings")
      writer.member("category_uid", 2)
      writer.member("class_name", "Compliance Finding")
      writer.member("class_uid", 2003)
      writer.member("type_name", "Compliance Finding: Create")
      writer.member("type_uid", 200_301)
      writer.member("time", time)
      writer.object("metadata") {
        $0.member("version", "1.3.0")
        $0.member("event_code", verdict.control.id)
        $0.object("product") {
          $0.member("name", "controls")
          $0.member("vendor_name", "Control Testing for Swift")
          $0.member("version", results.toolVersion)
        }
      }
      let severity = severity
      writer.member("severity_id", severity.id)
      writer.member("severity", severity.name)
      let isWaived = finding?.waiver != nil || verdict.result.outcome == .waived
      writer.member("status_id", isWaived ? 3 : 1)
      writer.member("status", isWaived ? "Suppressed" : "New")
      writer.member("message", text)
      writer.object("finding_info") {
        $0.member("uid", id)
        $0.member("title", verdict.control.title)
        $0.member("desc", text)
        $0.member("created_time", time)
      }
      writer.object("compliance") { write(compliance: text, to: &$0) }
      writer.member("resources", [verdict.subject.subject]) { write(resource: $1, to: &$0) }
      writer.object("remediation") {
        $0.member("desc", finding?.remedy ?? verdict.control.remedy)
        $0.optional("references", verdict.control.references)
      }
      writer.object("unmapped") { write(unmapped: finding?.locator, to: &$0) }
    }

    private func write(compliance text: String, to writer: inout JSONWriter) {
      let requirements = verdict.control.satisfies + verdict.control.supports
      writer.member("control", verdict.control.id)
      writer.member("requirements", requirements.map(\.id))
      writer.member("standards", Set(requirements.map(\.framework.name)).sorted())
      switch finding == nil ? verdict.result.outcome : .fail {
      case .pass:
        writer.member("status_id", 1)
        writer.member("status", "Pass")
      case .fail:
        writer.member("status_id", 3)
        writer.member("status", "Fail")
      case .error, .stale, .notAssessed, .waived:
        writer.member("status_id", 2)
        writer.member("status", "Warning")
      case .notApplicable:
        writer.member("status_id", 99)
        writer.member("status", "Not applicable")
      }
      writer.member("status_code", verdict.result.outcome.rawValue)
      writer.member("status_detail", verdict.sentence)
    }

    private func write(resource subject: Subject, to writer: inout JSONWriter) {
      writer.member(
        "uid",
        finding.map { "\(subject.id)/\($0.recordType)/\($0.record)" } ?? subject.id
      )
      writer.member("name", finding?.record ?? subject.name)
      writer.member("type", finding?.recordType ?? subject.kind.rawValue)
      writer.optional("criticality", subject.criticality)
    }

    private func write(unmapped locator: Locator?, to writer: inout JSONWriter) {
      writer.member("subject", verdict.subject.subject.id)
      writer.member("owner", verdict.subject.subject.owner)
      writer.member("tier", verdict.subject.tier.rawValue)
      writer.member("decision", verdict.subject.decision.rawValue)
      writer.member("finding_count", verdict.result.findingCount)
      writer.optional("record", finding?.record)
      writer.optional("attribute", finding?.attribute)
      writer.optional("waiver", finding?.waiver)
      writer.optional("path", locator?.path)
      writer.optional("line", locator?.line)
      writer.optional("pointer", locator?.pointer)
      writer.optional("sha256", locator?.digest)
    }

    /// A pass is for information; whatever else has the control's own severity.
    private var severity: (id: Int, name: String) {
      if verdict.result.outcome <= .pass { return (1, "Informational") }
      switch verdict.control.severity {
      case .low: return (2, "Low")
      case .medium: return (3, "Medium")
      case .high: return (4, "High")
      case .critical: return (5, "Critical")
      }
    }
  }
}
