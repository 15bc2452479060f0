import ControlModel

/// A Statement about artefacts, and what is known of the signature around it.
struct InTotoStatement {
  /// What a Statement says.
  enum Predicate {
    case provenance, verificationSummary, testResult, cycloneDX, spdx
  }

  /// The Statement.
  let cursor: Cursor
  /// The type of what it says, as it stands.
  let predicateType: String
  /// What it says.
  let body: Cursor
  /// Whether no envelope is around it.
  let isBare: Bool
  /// The trusted key that signed it, or `nil`.
  let key: TrustedKey?
  private let isTried: Bool

  /// Reads a Statement from an envelope, or bare.
  ///
  /// - Throws: ``Diagnostic`` where it is neither.
  init(_ root: Cursor, trusting keys: [TrustedKey]) throws(Diagnostic) {
    if root["_type"] != nil, root["predicateType"] != nil {
      cursor = root
      isBare = true
      key = nil
      isTried = false
    } else {
      let envelope = try DSSEEnvelope(root)
      guard envelope.payloadType == SignedStatement.payloadType else {
        throw root.malformed(
          found: "payloadType \(clipped(envelope.payloadType))",
          needed: SignedStatement.payloadType
        )
      }
      let text = try EncodingCheck.withoutMark(envelope.payload, path: root.path)
      cursor = Cursor(
        value: try JSONReader.read(text, path: root.path, line: max(1, root.value.line)),
        pointer: "\(root.pointer)/payload",
        path: root.path,
        digest: root.digest
      )
      isBare = false
      key = envelope.signer(among: keys)
      isTried = !keys.isEmpty
    }
    guard cursor["_type"]?.text?.hasPrefix("https://in-toto.io/Statement/") == true else {
      throw cursor.malformed(found: "no Statement", needed: SignedStatement.statementType)
    }
    predicateType = try cursor.required("predicateType")
    guard let body = cursor["predicate"] else {
      throw cursor.malformed(found: "no predicate", needed: "what the Statement says")
    }
    self.body = body
  }

  /// What it says, or `nil` for a type that is not read here.
  var predicate: Predicate? {
    switch predicateType {
    case "https://slsa.dev/provenance/v0.2", "https://slsa.dev/provenance/v1": .provenance
    case "https://slsa.dev/verification_summary/v0.2", "https://slsa.dev/verification_summary/v1":
      .verificationSummary
    case "https://in-toto.io/attestation/test-result/v0.1": .testResult
    case "https://cyclonedx.org/bom": .cycloneDX
    case "https://spdx.dev/Document": .spdx
    default: predicateType.hasPrefix("https://cyclonedx.org/bom/") ? .cycloneDX : nil
    }
  }

  /// What is known of the signature: a bare Statement has none.
  var verified: Provenance.Verified {
    if key != nil { return .yes }
    return isBare || isTried ? .no : .notTried
  }

  /// The same of a bill within it.
  var billSigned: Component.BillSigned {
    Component.BillSigned(rawValue: verified.rawValue) ?? .notTried
  }

  /// The artefacts, each with a digest.
  ///
  /// - Throws: ``Diagnostic`` where one has none: nobody could tell which it is.
  func subjects() throws(Diagnostic) -> [(name: String?, digest: String, cursor: Cursor)] {
    let list = try cursor.list("subject")
    if list.isEmpty { throw cursor.malformed(found: "no subject", needed: "artefacts by digest") }
    var subjects: [(name: String?, digest: String, cursor: Cursor)] = []
    for subject in list {
      guard let digest = Self.digest(subject["digest"]) else {
        throw subject.malformed(found: "no digest", needed: "sha256 or another known digest")
      }
      subjects.append((subject["name"]?.text, digest, subject))
    }
    return subjects
  }

  /// The strongest digest that names an artefact or a revision.
  static func digest(_ digests: Cursor?) -> String? {
    for name in ["sha256", "sha512", "gitCommit", "gitTree", "sha1"] {
      if let digest = digests?[name]?.text, !digest.isEmpty { return digest.lowercased() }
    }
    return nil
  }
}
