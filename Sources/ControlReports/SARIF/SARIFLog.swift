import ControlModel

/// Findings as a SARIF 2.1.0 log: a rule for each control, a result for each finding.
///
/// A control that could not be judged is a result of kind `open`; one that passes, or does not
/// apply, is none, as other tools have it. What a waiver covers is there with a suppression.
/// Files are named relative to the folder of evidence, which stands as `EVIDENCE`.
public struct SARIFLog: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "sarif"
  /// The name of the file it is written to.
  public let fileName = "findings.sarif"
  /// What the document is.
  public let summary = "SARIF 2.1.0, for code scanning"

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document: the log.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    JSONWriter.document(to: sink) { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.member("runs", [report.results]) { writer, results in
        writer.object("tool") { $0.object("driver") { Self.driver(results, to: &$0) } }
        writer.object("automationDetails") {
          $0.member("id", "controls/")
          $0.member("guid", results.id("sarif"))
        }
        writer.object("originalUriBaseIds") {
          $0.object("EVIDENCE") {
            $0.member("uri", "evidence/")
            $0.member("uriBaseId", "SRCROOT")
          }
          $0.object("SRCROOT") {
            $0.object("description") { $0.member("text", "The folder in which controls ran.") }
          }
        }
        writer.member("columnKind", "utf16CodeUnits")
        writer.name("results")
        Self.writeResults(report, to: &writer)
        writer.object("properties") { Self.properties(results, to: &$0) }
      }
    }
  }

  private static func driver(_ results: AssessmentResults, to writer: inout JSONWriter) {
    writer.member("name", "controls")
    writer.member("version", results.toolVersion)
    writer.member("rules", results.controls) { writer, control in
      writer.member("id", control.id)
      writer.object("shortDescription") { $0.member("text", control.title) }
      let why = control.rationale.isEmpty ? "" : ". \(control.rationale)"
      writer.object("fullDescription") {
        $0.member("text", "\(control.suite): \(control.title)\(why)")
      }
      if let address = control.references.compactMap({ Reference($0).address }).first {
        writer.member("helpUri", address)
      }
      writer.object("help") { $0.member("text", control.remedy.isEmpty ? "None." : control.remedy) }
      writer.object("defaultConfiguration") { $0.member("level", level(control.severity)) }
      writer.object("properties") {
        $0.member("security-severity", score(control.severity))
        $0.member("tags", ["security"] + control.satisfies.map(\.description))
        $0.member("isHardGate", control.isHardGate)
        $0.member("source", control.source)
      }
    }
  }

  private static func properties(_ results: AssessmentResults, to writer: inout JSONWriter) {
    writer.member("asOf", results.asOf.description)
    writer.member("decision", results.decision.rawValue)
    writer.member("policySHA256", results.policyDigest)
    writer.member("subjects", results.subjects) {
      $0.member("id", $1.subject.id)
      $0.member("tier", $1.tier.rawValue)
      $0.member("decision", $1.decision.rawValue)
    }
  }

  /// SARIF's level for a severity.
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    }
  }

  /// The middle of the band that code scanning services give a severity, out of ten.
  private static func score(_ severity: Severity) -> String {
    switch severity {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.0"
    }
  }
}
