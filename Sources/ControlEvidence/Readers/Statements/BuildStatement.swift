import ControlModel

/// A Statement about how artefacts were built: SLSA provenance, version 0.2 or 1, or a summary of
/// its verification by somebody.
struct BuildStatement {
  private let statement: InTotoStatement
  private let bundle: SigstoreBundle?
  private let body: Cursor

  /// Takes a Statement.
  init(_ statement: InTotoStatement, _ bundle: SigstoreBundle?) {
    self.statement = statement
    self.bundle = bundle
    body = statement.body
  }

  /// A record for each artefact.
  func records() throws(Diagnostic) -> [Provenance] {
    let builder =
      body["runDetails"]?["builder"]?["id"] ?? body["builder"]?["id"] ?? body["verifier"]?["id"]
    guard let builder = builder?.text, !builder.isEmpty else {
      throw body.malformed(found: "no builder", needed: "the id of the builder or verifier")
    }
    let source = source
    let times = body["runDetails"]?["metadata"] ?? body["metadata"]
    var builtAt: Instant?
    for name in ["startedOn", "buildStartedOn", "finishedOn", "buildFinishedOn"] {
      if let instant = try times?.instant(name) { builtAt = instant }
    }
    let verifiedAt = try body.instant("timeVerified")
    let signedAt = try bundle?.signedAt()
    let level = try buildLevel()
    // A summary that says FAILED is no proof, whoever signed it.
    let isRefused = body["verificationResult"].map { $0.text != "PASSED" } ?? false
    return try statement.subjects().map { subject in
      Provenance(
        artifactDigest: subject.digest,
        artifactName: subject.name,
        artifactKind: Self.kind(subject.name ?? ""),
        predicateType: statement.predicateType,
        builder: builder,
        buildLevel: level,
        sourceRepository: source.repository,
        sourceRevision: source.revision,
        run: (times?["invocationId"] ?? times?["buildInvocationID"] ?? times?["buildInvocationId"])?
          .text,
        signer: statement.key?.id,
        signerIssuer: statement.key?.owner,
        verified: isRefused ? .no : statement.verified,
        transparencyLog: bundle?.transparencyLog,
        builtAt: builtAt,
        signedAt: signedAt ?? verifiedAt,
        locator: subject.cursor.locator
      )
    }
  }

  /// Where the source lay: what the build was started from, else the first thing it took.
  private var source: (repository: String?, revision: String?) {
    let definition = body["buildDefinition"]
    let workflow = definition?["externalParameters"]?["workflow"]?["repository"]?.text
    let taken =
      body["invocation"]?["configSource"] ?? definition?["resolvedDependencies"]?.elements.first
      ?? body["materials"]?.elements.first
    let repository = (workflow ?? taken?["uri"]?.text).map(Self.plain)
    return (repository, InTotoStatement.digest(taken?["digest"]))
  }

  /// `git+https://git.example/a@refs/heads/main` is `https://git.example/a`.
  private static func plain(_ address: String) -> String {
    let rest = address.hasPrefix("git+") ? String(address.dropFirst(4)) : address
    let plain = ServerAddress.withoutSecrets(rest)
    guard let scheme = plain.firstRange(of: "://") else { return plain }
    guard let at = plain[scheme.upperBound...].firstIndex(of: "@") else { return plain }
    return String(plain[..<at])
  }

  /// The level of SLSA's build track that a summary says was verified: `SLSA_BUILD_LEVEL_3`.
  private func buildLevel() throws(Diagnostic) -> Int? {
    let levels = (body["verifiedLevels"]?.texts ?? []).compactMap { word in
      word.hasPrefix("SLSA_BUILD_LEVEL_") ? Int(word.dropFirst("SLSA_BUILD_LEVEL_".count)) : nil
    }
    return levels.min()
  }

  private static func kind(_ name: String) -> Provenance.ArtifactKind {
    let name = name.lowercased()
    if name.hasPrefix("pkg:oci/") || name.hasPrefix("pkg:docker/") { return .image }
    if name.hasPrefix("pkg:") { return .package }
    let isFile = [".whl", ".tar.gz", ".tgz", ".jar", ".deb", ".rpm", ".gem", ".crate", ".nupkg"]
      .contains(where: name.hasSuffix)
    if isFile { return .package }
    // A registry's host with a path names an image.
    let host = name.prefix { $0 != "/" }
    return host.count < name.count && host.contains(".") && !name.contains("://") ? .image : .other
  }
}
