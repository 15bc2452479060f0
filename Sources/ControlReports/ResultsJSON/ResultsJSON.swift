import ControlFrameworks
import ControlModel

/// The results as a JSON document for archives and other tools.
///
/// Its grammar is a contract, written down in `Documentation/results-json.md`: members come in a
/// fixed order, a member without a value is `null` and never left out, times are RFC 3339 in UTC.
public struct ResultsJSON: ReportRenderer {
  /// The version of the grammar; it changes when a reader of the old grammar would misread.
  public static let schema = "control-testing/results/1"

  /// The name by which the format is asked for.
  public let format = "json"
  /// The name of the file it is written to.
  public let fileName = "results.json"
  /// What the document is.
  public let summary = "everything, for archives and other tools"

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document, indented, ending in a line feed.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    var writer = JSONWriter(.indented, to: sink)
    writer.object { Self.write(report, to: &$0) }
    sink.write("\n")
  }

  /// Writes the members of the document.
  static func write(_ report: Report, to writer: inout JSONWriter) {
    let results = report.results
    writer.member("schema", schema)
    writer.member("tool", results.toolVersion) {
      $0.member("name", "controls")
      $0.member("version", $1)
    }
    writer.member("asOf", results.asOf.description)
    writer.member("decision", results.decision.rawValue)
    writer.member("exitCode", Int(results.decision.exitCode))
    writer.member("filter", results.filter)
    writer.member("policy", results.policyDigest) {
      $0.member("sha256", $1.isEmpty ? nil : $1)
      $0.member("parameters", results.parameters) { write($1, to: &$0) }
    }
    writer.member("waiverFile", results.waiversDigest) {
      $0.member("sha256", $1.isEmpty ? nil : $1)
    }
    writer.member("frameworkFiles", results.frameworkFiles) { writer, file in
      writer.member("framework", file.framework?.name)
      writer.member("sha256", file.digest)
    }
    writer.member("frameworks", report.sections) { writer, section in
      writer.member("id", section.framework.name)
      writer.member("title", section.catalog?.title)
      writer.member("publisher", section.catalog?.publisher)
      writer.member("published", section.catalog?.published)
      writer.member("address", section.catalog?.address)
      writer.member("licence", section.catalog?.licence)
    }
    writer.member("profiles", results.profiles) { write($1, to: &$0) }
    writer.member("controls", results.controls) { write($1, to: &$0) }
    writer.member("subjects", results.subjects) { write($1, to: &$0) }
  }

  private static func write(_ entry: ParameterInForce, to writer: inout JSONWriter) {
    writer.member("name", entry.parameter.name)
    writer.member("meaning", entry.parameter.meaning)
    writer.member("type", typeName(entry.value))
    writer.member("unit", entry.parameter.unit.isEmpty ? nil : entry.parameter.unit)
    writer.name("value")
    write(entry.value, to: &writer)
    writer.name("default")
    write(entry.parameter.defaultValue, to: &writer)
    writer.member("source", entry.source)
  }

  private static func typeName(_ value: PolicyValue) -> String {
    switch value {
    case .duration: "duration"
    case .integer: "integer"
    case .decimal: "decimal"
    case .list: "list"
    }
  }

  private static func write(_ value: PolicyValue, to writer: inout JSONWriter) {
    switch value {
    case .duration(let duration): writer.value(duration.words)
    case .integer(let number): writer.value(number)
    case .decimal(let number): writer.value(number)
    case .list(let names): writer.array(names.sorted()) { $0.value($1) }
    }
  }
}
