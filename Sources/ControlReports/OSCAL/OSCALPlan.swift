import ControlModel

/// The plan of a run as an OSCAL 1.1.3 assessment plan: which controls, over which subjects, by
/// which limits.
///
/// The assessment results of the same run name this plan by its UUID.
public struct OSCALPlan: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "oscal-plan"
  /// The name of the file it is written to.
  public let fileName = "oscal-assessment-plan.json"
  /// What the document is.
  public let summary = "OSCAL 1.1.3 assessment plan"

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
      writer.object("assessment-plan") { writer in
        writer.member("uuid", Self.id(of: results))
        writer.object("metadata") { Self.metadata(results, to: &$0) }
        writer.object("import-ssp") {
          $0.member("href", "#\(results.id("oscal-plan", "ssp"))")
          $0.member(
            "remarks",
            "The subjects are described by their evidence and by no system plan."
          )
        }
        writer.object("local-definitions") {
          $0.optional("components", results.subjects) {
            Self.component($1.subject, of: results, to: &$0)
          }
          $0.optional("activities", results.controls) { Self.activity($1, of: results, to: &$0) }
        }
        writer.object("reviewed-controls") {
          $0.member("control-selections", [results.controls]) { writer, controls in
            writer.member("description", "The controls of the suites.")
            writer.optional("include-controls", controls) {
              $0.member("control-id", oscalToken($1.id))
            }
          }
        }
        writer.optional("assessment-subjects", results.subjects.isEmpty ? [] : [results.subjects]) {
          $0.member("type", "component")
          $0.member("include-subjects", $1) {
            $0.member("subject-uuid", results.id("oscal-plan", "component", $1.subject.id))
            $0.member("type", "component")
          }
        }
        writer.object("back-matter") {
          $0.member("resources", [results]) { writer, results in
            writer.member("uuid", results.id("oscal-plan", "ssp"))
            writer.member("title", "Evidence of the subjects")
            writer.member("description", "The evidence folders named in the assessment results.")
          }
        }
      }
    }
  }

  /// The UUID of the plan of a run.
  static func id(of results: AssessmentResults) -> String { results.id("oscal-plan") }

  private static func metadata(_ results: AssessmentResults, to writer: inout JSONWriter) {
    writer.member("title", "Control assessment plan as of \(results.asOf)")
    writer.member("last-modified", results.asOf.description)
    writer.member("version", id(of: results))
    writer.member("oscal-version", OSCALResults.version)
    let limits = results.parameters.map {
      (name: "parameter", value: "\($0.parameter.name): \(words($0.value)) \($0.parameter.unit)")
    }
    let policy = results.policyDigest.isEmpty ? [] : [("policy-sha256", results.policyDigest)]
    writer.optional("props", policy + limits) { OSCALResults.property($1, to: &$0) }
  }

  /// A list has no order of its own, so that it is given sorted.
  private static func words(_ value: PolicyValue) -> String {
    if case .list(let names) = value { return PolicyValue.list(names.sorted()).description }
    return value.description
  }

  private static func component(
    _ subject: Subject,
    of results: AssessmentResults,
    to writer: inout JSONWriter
  ) {
    writer.member("uuid", results.id("oscal-plan", "component", subject.id))
    writer.member("type", subject.kind == .vendor ? "service" : "system")
    writer.member("title", oscal(subject.name))
    writer.member(
      "description",
      oscal("\(subject.kind.label) \(subject.id), owner \(subject.owner)")
    )
    writer.object("status") { $0.member("state", "other") }
  }

  private static func activity(
    _ control: ControlDescription,
    of results: AssessmentResults,
    to writer: inout JSONWriter
  ) {
    writer.member("uuid", results.id("oscal-plan", "activity", control.id))
    writer.member("title", oscal("\(control.id) \(control.title)"))
    let needs = control.needs.map { $0.kinds.map(\.name).joined(separator: " or ") }
    let kinds = needs.isEmpty ? "" : " It needs \(needs.joined(separator: ", "))."
    writer.member("description", oscal("Judged over each \(control.population).\(kinds)"))
    writer.member(
      "props",
      [
        ("method", control.mode == .attested ? "INTERVIEW" : "EXAMINE"),
        ("severity", control.severity.rawValue), ("source", control.source),
      ]
    ) { OSCALResults.property($1, to: &$0) }
    if !control.rationale.isEmpty {
      writer.member("remarks", oscal("Why it matters: \(control.rationale)"))
    }
    writer.object("related-controls") {
      $0.member("control-selections", [control]) {
        $0.member("include-controls", [$1]) { $0.member("control-id", oscalToken($1.id)) }
      }
    }
  }
}
