import ControlModel

/// Results in the Heimdall Data Format (exec JSON): one profile for each subject.
///
/// Each finding is a failed result of its control. What could not be judged is skipped, which
/// Heimdall shows as not reviewed; what does not apply has no impact, which it shows as such; what
/// a waiver covers is skipped, with the waiver beside it. The profile's digest is the policy's, since
/// the format asks for one and the suites have none.
public struct HDFResults: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "hdf"
  /// The name of the file it is written to.
  public let fileName = "results.hdf.json"
  /// What the document is.
  public let summary = "Heimdall Data Format"

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    let results = report.results
    JSONWriter.document(to: sink) { writer in
      writer.object("platform") {
        $0.member("name", "controls")
        $0.member("release", results.toolVersion)
        $0.member("target_id", results.subjects.map(\.subject.id).joined(separator: ", "))
      }
      writer.member("version", results.toolVersion)
      writer.object("statistics") { _ in }
      writer.member("profiles", results.subjects) { writer, subject in
        Self.profile(subject, in: report, to: &writer)
      }
    }
  }

  private static func profile(
    _ subject: SubjectResult,
    in report: Report,
    to writer: inout JSONWriter
  ) {
    writer.member("name", subject.subject.id)
    writer.member("title", subject.subject.name)
    writer.member("version", report.results.toolVersion)
    writer.member(
      "summary",
      "\(subject.decision.rawValue) for \(subject.tier.rawValue): \(subject.decision.meaning)"
    )
    writer.member("maintainer", subject.subject.owner)
    writer.member("sha256", report.results.policyDigest)
    writer.member("status", "loaded")
    writer.member("supports", [])
    writer.member("attributes", [])
    writer.member("groups", [])
    let start = report.results.asOf.description
    writer.member("controls", report.verdicts(of: subject)) { writer, verdict in
      write(verdict, startedAt: start, to: &writer)
    }
  }

  private static func write(
    _ verdict: Verdict,
    startedAt start: String,
    to writer: inout JSONWriter
  ) {
    let control = verdict.control
    writer.member("id", control.id)
    writer.member("title", control.title)
    writer.member("desc", control.title)
    let why = control.rationale.isEmpty ? [] : [("rationale", control.rationale)]
    writer.member("descriptions", why + [("fix", control.remedy), ("check", control.suite)]) {
      $0.member("label", $1.0)
      $0.member("data", $1.1)
    }
    writer.name("impact")
    writer.value(verdict.result.outcome == .notApplicable ? 0 : impact(control.severity))
    writer.member("refs", control.references) {
      let reference = Reference($1)
      if !reference.name.isEmpty { $0.member("ref", reference.name) }
      if let address = reference.address { $0.member("url", address) }
    }
    writer.object("tags") { tags(verdict, to: &$0) }
    writer.member("code", "")
    writer.object("source_location") { $0.member("ref", control.source) }
    if let name = verdict.waivedFindings.first?.waiver, verdict.result.outcome == .waived {
      let waiver = verdict.waiver(name)
      writer.object("waiver_data") {
        $0.member("skipped_due_to_waiver", true)
        $0.member("run", true)
        $0.member("justification", waiver?.reason ?? "")
        $0.member("message", "waiver \(name)")
        $0.optional("expiration_date", waiver?.expiresAt.description)
      }
    }
    writer.member("results", lines(verdict)) { writer, line in
      writer.member("status", line.status)
      writer.member("code_desc", line.description)
      writer.member("start_time", start)
      if line.status == "skipped" {
        writer.member("skip_message", line.message)
      } else if line.status != "passed" {
        writer.member("message", line.message)
      }
    }
  }

  private static func tags(_ verdict: Verdict, to writer: inout JSONWriter) {
    let mapped = verdict.control.satisfies + verdict.control.supports
    writer.member("nist", mapped.filter { $0.framework == .sp80053 }.map(\.id))
    writer.member("satisfies", verdict.control.satisfies.map(\.description))
    writer.member("supports", verdict.control.supports.map(\.description))
    writer.member("severity", verdict.control.severity.rawValue)
    writer.member("outcome", verdict.result.outcome.rawValue)
    writer.member("blocks", verdict.result.blocks)
    writer.member("isHardGate", verdict.control.isHardGate)
    writer.member("findingCount", verdict.result.findingCount)
  }

  private struct Line {
    let status: String
    let description: String
    let message: String
  }

  /// One line for each finding, and one for the control where its outcome says more than they do.
  private static func lines(_ verdict: Verdict) -> [Line] {
    var lines = verdict.result.findings.map { finding in
      let place = finding.locator.map { " at \($0)" } ?? ""
      let waiver = finding.waiver.map { "waived by \($0): " } ?? ""
      return Line(
        status: finding.waiver == nil ? "failed" : "skipped",
        description: "\(finding.recordType) \(finding.record): \(finding.attribute)",
        message: "\(waiver)\(finding.observed), needed \(finding.expected)\(place)"
      )
    }
    let status: String
    switch verdict.result.outcome {
    case .pass: status = "passed"
    case .fail: status = "failed"
    case .error: status = "error"
    case .stale, .notAssessed, .waived, .notApplicable: status = "skipped"
    }
    let isSaid = [.fail, .waived].contains(verdict.result.outcome) && verdict.unlistedCount == 0
    if lines.isEmpty || !isSaid {
      let unjudged = verdict.result.unjudged.map(\.sentence)
      lines.append(
        Line(
          status: status,
          description: verdict.control.title,
          message: ([verdict.sentence] + unjudged).joined(separator: "; ")
        )
      )
    }
    return lines
  }

  /// The impact of a severity, as InSpec's own scale has it.
  private static func impact(_ severity: Severity) -> Double {
    switch severity {
    case .low: 0.3
    case .medium: 0.5
    case .high: 0.7
    case .critical: 0.9
    }
  }
}
