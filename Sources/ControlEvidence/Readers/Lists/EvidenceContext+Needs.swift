import ControlModel

extension EvidenceContext {
  /// The account, cluster or tenant, which the export does not name itself.
  ///
  /// - Parameters:
  ///   - what: What is meant, as in `the cluster`.
  ///   - document: The file that cannot be read without.
  /// - Returns: What the manifest says.
  /// - Throws: ``Diagnostic`` that names the member of the manifest.
  func neededAccount(_ what: String, _ document: EvidenceDocument) throws(Diagnostic) -> String {
    guard let account, !account.isEmpty else { throw Self.lacks("account", what, document) }
    return account
  }

  /// What the answer is about, which it does not name itself.
  ///
  /// - Parameters:
  ///   - what: What is meant, as in `the ARN that was asked about`.
  ///   - document: The file that cannot be read without.
  /// - Returns: What the manifest says.
  /// - Throws: ``Diagnostic`` that names the member of the manifest.
  func neededTopic(_ what: String, _ document: EvidenceDocument) throws(Diagnostic) -> String {
    guard let about, !about.isEmpty else { throw Self.lacks("about", what, document) }
    return about
  }

  /// When the file was collected, where the export has no time of its own.
  ///
  /// - Parameter document: The file that cannot be read without.
  /// - Returns: What the manifest says.
  /// - Throws: ``Diagnostic`` that names the member of the manifest.
  func neededTime(_ document: EvidenceDocument) throws(Diagnostic) -> Instant {
    guard let collectedAt else {
      throw Self.lacks("collectedAt", "the time of the export", document)
    }
    return collectedAt
  }

  private static func lacks(
    _ member: String,
    _ what: String,
    _ document: EvidenceDocument
  ) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: Locator(path: document.path, digest: document.digest, line: 1),
      found: "no \(member)",
      needed: "\(member) in manifest.json: \(what), which the export does not name",
      remedy: "list the file in manifest.json with its \(member)"
    )
  }
}
