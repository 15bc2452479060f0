public import ControlModel

/// Reads bills of materials in SPDX, versions 2.2 and 2.3, in JSON.
///
/// Packages become components; single files within them are not read. SPDX says nothing of a bill's
/// completeness. Version 3, which is JSON-LD, is not read.
public struct SPDXReader: EvidenceReader {
  /// SPDX 2 in JSON.
  public let format = EvidenceFormat(
    id: "spdx",
    title: "SPDX 2.3 bill of materials",
    writtenBy: "syft -o spdx-json, GitHub's dependency graph, spdx-tools",
    kinds: [.sbom]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document says that it is SPDX of version 2.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    // GitHub's interface wraps the document.
    let root = document.root?["sbom"] ?? document.root
    return root?["spdxVersion"]?.text?.hasPrefix("SPDX-2.") == true
  }

  /// Reads a component for each package.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root?["sbom"] ?? document.root, recognizes(document) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no SPDX document of version 2 in JSON",
        needed: "spdxVersion SPDX-2.2 or SPDX-2.3",
        remedy: "export SPDX 2.3 as JSON"
      )
    }
    try SPDXBill(root, signed: .no).read(into: &sink)
  }
}
