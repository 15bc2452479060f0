import ControlFrameworks
import ControlModel

/// Results as CycloneDX 1.6 attestations: for each subject, which requirement is met, by which
/// claim, on which evidence, and what speaks against it.
///
/// A requirement conforms wholly or not at all: 1 where the controls that satisfy it pass, else 0.
/// No score opens a gate, and the rationale gives the outcome in words.
public struct CycloneDXAttestations: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "cyclonedx"
  /// The name of the file it is written to.
  public let fileName = "attestations.cdx.json"
  /// What the document is.
  public let summary = "CycloneDX 1.6 attestations"

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
      writer.member("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
      writer.member("bomFormat", "CycloneDX")
      writer.member("specVersion", "1.6")
      writer.member("serialNumber", "urn:uuid:\(results.id("cyclonedx"))")
      writer.member("version", 1)
      writer.object("metadata") {
        $0.member("timestamp", results.asOf.description)
        $0.object("tools") {
          $0.member("components", [results.toolVersion]) {
            $0.member("type", "application")
            $0.member("name", "controls")
            $0.member("version", $1)
          }
        }
      }
      writer.object("declarations") { CycloneDXDeclarations(report: report).write(to: &$0) }
      writer.object("definitions") { writer in
        writer.member("standards", report.sections) { Self.standard($1, to: &$0) }
      }
    }
  }

  private static func standard(_ section: MatrixSection, to writer: inout JSONWriter) {
    writer.member("bom-ref", "standard:\(section.framework.name)")
    writer.member("name", section.title)
    writer.optional("version", section.catalog?.published)
    writer.optional("owner", section.catalog?.publisher)
    writer.member("requirements", section.rows) {
      $0.member("bom-ref", reference($1.requirement))
      $0.member("identifier", $1.requirement.id)
      $0.optional("title", $1.name.isEmpty ? nil : $1.name)
      let text = $1.item?.text ?? ""
      $0.optional("text", text.isEmpty ? nil : text)
    }
  }

  /// The reference of a requirement within the document.
  static func reference(_ requirement: RequirementID) -> String {
    "requirement:\(requirement.description)"
  }
}
