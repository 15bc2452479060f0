public import ControlModel

/// Reads attestations signed in a DSSE envelope around an in-toto Statement.
///
/// Only here can an attestation become verified: what an unsigned file says of its own signature is
/// no proof. The signing key must be in the policy, and must belong to the attestation's owner.
public struct SignedAttestationReader: EvidenceReader {
  /// The predicate type of an attestation in canonical form.
  public static let predicateType = "urn:control-testing:attestation:1"

  /// DSSE envelopes that carry attestations.
  public let format = EvidenceFormat(
    id: "dsse-attestation",
    title: "signed attestation (DSSE, in-toto Statement)",
    writtenBy: "any DSSE signer with an Ed25519 or P-256 key",
    kinds: [.attestation]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document is a DSSE envelope around anything but a Statement about artefacts.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, root["payloadType"] != nil, root["payload"] != nil,
      root["signatures"] != nil
    else { return false }
    return (try? InTotoStatement(root, trusting: []))?.predicate == nil
  }

  /// Reads the attestation and checks its signature.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root else { return }
    let envelope = try DSSEEnvelope(root)
    guard envelope.payloadType == "application/vnd.in-toto+json" else {
      throw root.malformed(
        found: "payloadType \(clipped(envelope.payloadType))",
        needed: "application/vnd.in-toto+json"
      )
    }
    let text = try EncodingCheck.withoutMark(envelope.payload, path: document.path)
    let statement = Cursor(
      value: try JSONReader.read(text, path: document.path),
      pointer: "/payload",
      path: document.path,
      digest: document.digest
    )
    guard statement["predicateType"]?.text == Self.predicateType,
      let predicate = statement["predicate"]
    else {
      throw statement.malformed(found: "another predicate type", needed: Self.predicateType)
    }
    let place = Locator(path: document.path, digest: document.digest, pointer: "/payload/predicate")
    var fields = RecordFields(
      predicate.value.setting("verified", to: "notTried"),
      at: place,
      fields: Attestation.fields
    )
    let claim = Attestation(reading: &fields)
    if let problem = fields.problems.first { throw problem }
    let key = envelope.verified(by: sink.context.trustedKeys)
    sink.add(claim.verified(by: key))
  }
}

extension Attestation {
  /// The attestation with what was found of its signature.
  fileprivate func verified(by key: TrustedKey?) -> Attestation {
    Attestation(
      id: id,
      claim: claim,
      requirements: requirements,
      target: target,
      targetDigests: targetDigests,
      scope: scope,
      owner: owner,
      role: role,
      documentReference: documentReference,
      documentDigest: documentDigest,
      cites: cites,
      signature: key?.id,
      signerIssuer: key?.owner,
      verified: key?.owner == owner ? .yes : .no,
      signedAt: signedAt,
      expiresAt: expiresAt,
      withdrawnAt: withdrawnAt,
      locator: locator
    )
  }
}

extension EvidenceValue {
  /// The object with one member replaced by a text, or added.
  func setting(_ name: String, to text: String) -> EvidenceValue {
    guard let members else { return self }
    let rest = members.filter { $0.name != name }
    let member = Member(name: name, value: EvidenceValue(.string(text), line: line))
    return EvidenceValue(.object(rest + [member]), line: line)
  }
}
