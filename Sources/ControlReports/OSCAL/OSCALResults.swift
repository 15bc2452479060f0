import ControlModel

/// Results as OSCAL 1.1.3 assessment results: one result for each subject.
///
/// A control of the suites is an objective: its finding is `satisfied` only where it passes, so
/// that evidence left out can never read better than evidence that deviates. Each of our findings
/// is an observation with the record's place; what deviates stands as a risk, and what a waiver
/// covers as one with an approved deviation and a deadline.
public struct OSCALResults: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "oscal"
  /// The name of the file it is written to.
  public let fileName = "oscal-assessment-results.json"
  /// What the document is.
  public let summary = "OSCAL 1.1.3 assessment results"

  /// The version of OSCAL that the document is written in.
  static let version = "1.1.3"
  /// The namespace of the properties that OSCAL has no word for: a name, and no page to fetch.
  static let namespace = "https://control-testing.example/ns/oscal"

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    let results = report.results
    let times = report.collectionTimes
    JSONWriter.document(to: sink) { writer in
      writer.object("assessment-results") { writer in
        writer.member("uuid", results.id("oscal"))
        writer.object("metadata") { Self.metadata(results, to: &$0) }
        writer.object("import-ap") {
          $0.member("href", "#\(results.id("oscal", "plan"))")
          $0.member("remarks", "The plan is the suites, the policy and the as-of time named below.")
        }
        if results.subjects.isEmpty {
          writer.member("results", [results]) { Self.nothing($1, to: &$0) }
        } else {
          writer.member("results", results.subjects) { writer, subject in
            OSCALSubject(
              report: report,
              subject: subject,
              times: times[subject.subject.id] ?? [:]
            ).write(to: &writer)
          }
        }
        writer.object("back-matter") {
          $0.member("resources", [results]) { Self.plan($1, to: &$0) }
        }
      }
    }
  }

  private static func metadata(_ results: AssessmentResults, to writer: inout JSONWriter) {
    writer.member("title", "Control assessment as of \(results.asOf)")
    writer.member("last-modified", results.asOf.description)
    writer.member("version", results.id("oscal"))
    writer.member("oscal-version", version)
    writer.member("props", [("decision", results.decision.rawValue)]) { property($1, to: &$0) }
  }

  private static func plan(_ results: AssessmentResults, to writer: inout JSONWriter) {
    writer.member("uuid", results.id("oscal", "plan"))
    writer.member("title", "Assessment plan")
    writer.member(
      "description",
      "controls \(oscal(results.toolVersion)) judged \(counted(results.controls.count, "control")) "
        + "as of \(results.asOf)."
    )
    writer.member(
      "props",
      [
        ("plan-uuid", OSCALPlan.id(of: results)), ("tool-version", results.toolVersion),
        ("policy-sha256", results.policyDigest),
        ("waivers-sha256", results.waiversDigest), ("filter", results.filter ?? ""),
      ].filter { !$0.1.isEmpty }
    ) { property($1, to: &$0) }
  }

  /// OSCAL asks for a result; a run without a subject says that it has none.
  private static func nothing(_ results: AssessmentResults, to writer: inout JSONWriter) {
    writer.member("uuid", results.id("oscal", "nothing"))
    writer.member("title", "No subject was assessed")
    writer.member("description", "No subject was assessed, so nothing is approved.")
    writer.member("start", results.asOf.description)
    writer.object("reviewed-controls") {
      $0.member("control-selections", ["none"]) { $0.member("description", "No control: \($1).") }
    }
  }

  /// Writes a property of ours.
  static func property(_ property: (name: String, value: String), to writer: inout JSONWriter) {
    writer.member("name", property.name)
    writer.member("ns", namespace)
    writer.member("value", oscal(property.value))
  }
}

/// Text as OSCAL's string type takes it: not empty, no blank at either end, nothing that acts.
///
/// - Parameter text: Any text, evidence included.
/// - Returns: The text; `(empty)` where nothing is left.
func oscal(_ text: String) -> String {
  var rest = Substring(visible(text))
  while let first = rest.unicodeScalars.first, first.properties.isWhitespace {
    rest.unicodeScalars.removeFirst()
  }
  while let last = rest.unicodeScalars.last, last.properties.isWhitespace {
    rest.unicodeScalars.removeLast()
  }
  return rest.isEmpty ? "(empty)" : String(rest)
}

/// An id as OSCAL's token type takes it: a letter or underscore first, then letters, digits,
/// `.`, `-` and `_`; all else becomes an underscore.
///
/// - Parameter id: The id of a control or record type.
/// - Returns: The token.
func oscalToken(_ id: String) -> String {
  var token = ""
  for scalar in id.unicodeScalars {
    let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    let isPlain = isLetter || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
    if token.isEmpty && !isLetter { token = "_" }
    token += isPlain ? String(scalar) : "_"
  }
  return token.isEmpty ? "_" : token
}
