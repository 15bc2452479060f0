public import ControlModel

/// Reads bills of materials in CycloneDX, versions 1.2 to 1.7, in JSON.
///
/// Components and services, nested ones too; models with what their card says; data sets that a card
/// names; vulnerabilities with the state of their analysis. Whether a bill claims to be complete is
/// what its compositions say, and a bill without any claims nothing. Its own signature is not tried.
public struct CycloneDXReader: EvidenceReader {
  /// CycloneDX in JSON.
  public let format = EvidenceFormat(
    id: "cyclonedx",
    title: "CycloneDX bill of materials (software, models, services)",
    writtenBy: "cyclonedx-py, cdxgen, syft -o cyclonedx-json, model registries",
    kinds: [.sbom, .modelCard, .dataLineage, .vulnScanReport]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document says that it is a CycloneDX bill.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    document.root?["bomFormat"]?.text == "CycloneDX"
  }

  /// Reads the components, services, models, data sets and vulnerabilities.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, recognizes(document) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no CycloneDX bill in JSON",
        needed: "bomFormat CycloneDX",
        remedy: "export JSON; XML is not read"
      )
    }
    try CycloneDXBill(root, signed: .notTried).read(into: &sink)
  }
}
