import ControlModel

extension RecordSink {
  /// Settles what a file is evidence of that holds no record, in a format that can hold several kinds.
  ///
  /// Such a file must not prove that there is none of all of them: only the manifest can say what was
  /// asked for. Where records were rejected the file counts against every kind of the format.
  ///
  /// - Parameters:
  ///   - document: The document that was read.
  ///   - format: Its format.
  /// - Throws: ``Diagnostic`` where the manifest does not say either.
  mutating func settleKinds(
    of document: EvidenceDocument,
    _ format: EvidenceFormat
  ) throws(Diagnostic) {
    if !kinds.isEmpty || rejectedCount > 0 { return }
    kinds = Set(context.kinds)
    if !kinds.isEmpty { return }
    throw Diagnostic(
      .recordMalformed,
      at: Locator(path: document.path, digest: document.digest),
      found: "no record, and nothing that says of which kind there is none",
      needed: "kinds in manifest.json: \(format.kinds.map(\.name).joined(separator: ", "))",
      remedy: "list the file in manifest.json with the kinds that were asked for"
    )
  }
}
