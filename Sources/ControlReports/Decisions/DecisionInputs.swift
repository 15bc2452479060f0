public import ControlModel

/// What a signed decision says beside the results: the bytes it stands on, and what proves them.
public struct DecisionInputs: Sendable, Hashable {
  /// The evidence of one subject.
  public struct SubjectInputs: Sendable, Hashable {
    /// SHA-256 of `subject.yaml`.
    public var subjectFileDigest: String
    /// SHA-256 of `manifest.json`; empty where there is none.
    public var manifestDigest: String
    /// SHA-256 of the seal's file; empty where there is none.
    public var sealDigest: String
    /// What the seal proves.
    public var seal: EvidenceSeal
    /// The attestations, in order of file and place.
    public var attestations: [Attestation]

    /// Creates the inputs of one subject.
    ///
    /// - Parameters:
    ///   - subjectFileDigest: SHA-256 of `subject.yaml`.
    ///   - manifestDigest: SHA-256 of `manifest.json`, or empty.
    ///   - sealDigest: SHA-256 of the seal's file, or empty.
    ///   - seal: What the seal proves.
    ///   - attestations: The attestations.
    public init(
      subjectFileDigest: String,
      manifestDigest: String,
      sealDigest: String,
      seal: EvidenceSeal,
      attestations: [Attestation]
    ) {
      self.subjectFileDigest = subjectFileDigest
      self.manifestDigest = manifestDigest
      self.sealDigest = sealDigest
      self.seal = seal
      self.attestations = attestations
    }
  }

  /// An attestation and what came of its signature.
  public struct Attestation: Sendable, Hashable {
    /// The attestation's id.
    public var id: String
    /// The file it stands in.
    public var path: String
    /// SHA-256 of that file.
    public var digest: String
    /// The trusted key that verified it; `nil`: none did.
    public var key: String?

    /// Creates an attestation.
    ///
    /// - Parameters:
    ///   - id: The attestation's id.
    ///   - path: The file it stands in.
    ///   - digest: SHA-256 of that file.
    ///   - key: The trusted key that verified it.
    public init(id: String, path: String, digest: String, key: String?) {
      self.id = id
      self.path = path
      self.digest = digest
      self.key = key
    }
  }

  /// The tier asked for on the command line; `nil`: each subject's own.
  public var requestedTier: Tier?
  /// The evidence by subject id; every subject of the results has some.
  public var subjects: [String: SubjectInputs]

  /// Creates inputs.
  ///
  /// - Parameters:
  ///   - requestedTier: The tier asked for on the command line.
  ///   - subjects: The evidence by subject id.
  public init(requestedTier: Tier?, subjects: [String: SubjectInputs]) {
    self.requestedTier = requestedTier
    self.subjects = subjects
  }
}
