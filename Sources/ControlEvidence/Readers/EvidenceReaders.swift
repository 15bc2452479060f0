public import ControlModel

/// The one list of readers.
///
/// A new format is a new file beside this one and a line in the list.
public enum EvidenceReaders {
  /// Every reader of a native format, in the order they are listed to people.
  public static let native: [any EvidenceReader] = [
    AWSCredentialReportReader(),
    AWSAccountAuthorizationReader(),
    AWSAccessKeysReader(),
    AWSAccessKeyLastUsedReader(),
    AWSSecretsReader(),
    AWSCloudTrailReader(),
    AWSAccessAdvisorReader(),
    GCPServiceAccountsReader(),
    GCPServiceAccountKeysReader(),
    GCPIAMPolicyReader(),
    EntraApplicationsReader(),
    EntraServicePrincipalsReader(),
    EntraPermissionGrantsReader(),
    EntraAppRoleAssignmentsReader(),
    EntraSignInActivityReader(),
    EntraCredentialActivityReader(),
    GitHubAppInstallationsReader(),
    GitHubDeployKeysReader(),
    GitHubFineGrainedTokensReader(),
    GitHubAuditLogReader(),
    GoogleWorkspaceTokensReader(),
    OktaTokensReader(),
    OktaGrantsReader(),
    OktaSystemLogReader(),
    KubernetesObjectsReader(),
    VaultAuditReader(),
    VaultRolesReader(),
    VaultLeasesReader(),
    X509Reader(),
    SPIFFEBundleReader(),
    JWTReader(),
    SPIREEntriesReader(),
    SARIFReader(),
    GitleaksReader(),
    OTLPTracesReader(),
    MCPClientConfigReader(),
    SignedAttestationReader(),
    MCPToolsListReader(),
    MCPRegistryReader(),
    OPADecisionLogReader(),
    CedarAuthorizationReader(),
    CedarEntitiesReader(),
    TrufflehogReader(),
    DetectSecretsReader(),
    CycloneDXReader(),
    SPDXReader(),
    InTotoReader(),
    TerraformPlanReader(),
    TerraformStateReader(),
    OCSFReader(),
    ASFFReader(),
    ProwlerCSVReader(),
    HDFReader(),
    OSCALResultsReader(),
    OSCALComponentsReader(),
    CAIQReader(),
    InspectLogReader(),
    PromptfooReader(),
    A2AAgentCardReader(),
    AgentSettingsReader(),
  ]

  /// The reader of the canonical form, which takes what the manifest or the file's name says is a
  /// kind.
  public static let canonical = CanonicalReader()

  /// Every format, the canonical form last.
  public static var formats: [EvidenceFormat] { native.map(\.format) + [canonical.format] }

  /// The reader for a document.
  ///
  /// - Parameters:
  ///   - document: The opened document.
  ///   - format: The format's id, where the manifest or the user names one.
  ///   - mappings: Readers by mapping files, which count as readers of native formats.
  /// - Returns: The reader.
  /// - Throws: ``Diagnostic`` with code `evidence-format-unknown` or `evidence-format-ambiguous`.
  public static func reader(
    for document: EvidenceDocument,
    format: String? = nil,
    mappings: [MappingReader] = []
  ) throws(Diagnostic) -> any EvidenceReader {
    let readers = native + mappings
    let known = readers.map(\.format.id) + [canonical.format.id]
    if let format { return try named(format, document, among: readers, known) }
    let claims = readers.filter { $0.recognizes(document) }
    if claims.count > 1 {
      throw Diagnostic(
        .evidenceFormatAmbiguous,
        at: Locator(path: document.path, digest: document.digest),
        found: claims.map(\.format.id).joined(separator: " and "),
        needed: "one format",
        remedy: "name the file's format in manifest.json"
      )
    }
    if let claim = claims.first { return claim }
    if canonical.recognizes(document) { return canonical }
    throw Diagnostic(
      .evidenceFormatUnknown,
      at: Locator(path: document.path, digest: document.digest),
      found: "content that no reader recognises",
      needed: "one of \(known.joined(separator: ", "))",
      remedy:
        "name the file after its kind, as in nhi-inventory.yaml, or name its format in manifest.json"
    )
  }

  private static func named(
    _ format: String,
    _ document: EvidenceDocument,
    among readers: [any EvidenceReader],
    _ known: [String]
  ) throws(Diagnostic) -> any EvidenceReader {
    if format == canonical.format.id { return canonical }
    if let reader = readers.first(where: { $0.format.id == format }) { return reader }
    throw Diagnostic(
      .evidenceFormatUnknown,
      at: Locator(path: document.path),
      found: "the format \"\(clipped(format))\"",
      needed: "one of \(known.joined(separator: ", "))",
      remedy: "mend the format in manifest.json, or name the mapping file with --mapping"
    )
  }
}
