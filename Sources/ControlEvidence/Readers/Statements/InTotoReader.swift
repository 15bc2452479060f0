public import ControlModel

/// Reads in-toto Statements about artefacts: how they were built, tested, and what is in them.
///
/// Statements come in DSSE envelopes, in Sigstore bundles, or bare; one, or one a line. A signature
/// counts where a trusted key made it; a bundle's certificate is not tried, and a bare Statement is
/// signed by nobody. Attestations by people are read by ``SignedAttestationReader``.
public struct InTotoReader: EvidenceReader {
  /// Statements about artefacts.
  public let format = EvidenceFormat(
    id: "in-toto",
    title: "in-toto Statements: SLSA provenance, test results, signed bills",
    writtenBy: "slsa-github-generator, cosign attest, gh attestation download, witness",
    kinds: [.buildProvenance, .ciResults, .sbom]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the first element is a Statement, however it is wrapped, of a type that is read here.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let first = document.firstElement else { return false }
    if SigstoreBundle(first) != nil { return true }
    guard let statement = try? InTotoStatement(first, trusting: []) else { return false }
    return statement.isBare || statement.predicate != nil
  }

  /// Reads the records of each Statement.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard !document.roots.isEmpty else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON",
        needed: "an envelope, a bundle or a Statement",
        remedy: "export it as JSON"
      )
    }
    for element in document.elements {
      sink.attempt { (sink) throws(Diagnostic) in
        let bundle = SigstoreBundle(element)
        let statement = try InTotoStatement(
          bundle?.envelope ?? element,
          trusting: sink.context.trustedKeys
        )
        try Self.take(statement, bundle, &sink)
      }
    }
    try sink.settleKinds(of: document, format)
  }

  private static func take(
    _ statement: InTotoStatement,
    _ bundle: SigstoreBundle?,
    _ sink: inout RecordSink
  ) throws(Diagnostic) {
    switch statement.predicate {
    case .provenance, .verificationSummary:
      for provenance in try BuildStatement(statement, bundle).records() { sink.add(provenance) }
      sink.kinds.insert(.buildProvenance)
    case .testResult:
      for run in try TestStatement(statement, at: sink.context.collectedAt).records() {
        sink.add(run)
      }
      sink.kinds.insert(.ciResults)
    case .cycloneDX:
      try CycloneDXBill(statement.body, signed: statement.billSigned).read(into: &sink)
    case .spdx:
      try SPDXBill(statement.body, signed: statement.billSigned).read(into: &sink)
      sink.kinds.insert(.sbom)
    case nil:
      throw statement.cursor.malformed(
        found: "the predicate type \(clipped(statement.predicateType))",
        needed: "SLSA provenance or summary, an in-toto test result, CycloneDX or SPDX"
      )
    }
  }
}
