import ControlEvidence
import ControlModel

extension StatementForm {
  /// The in-toto Statement around the attestation, signed at an instant.
  ///
  /// - Throws: ``Problems`` where a field is blank, or the expiry is no time after the signing.
  func statement(signedAt: Instant) throws -> String {
    let missing = blanks
    if let first = missing.first {
      throw problem("\(first) left blank", "\(missing.joined(separator: ", ")) filled in")
    }
    guard let expiresAt = Instant(rfc3339: self["expiresAt"]), expiresAt > signedAt else {
      throw problem("expiresAt \(self["expiresAt"])", "an RFC 3339 time after \(signedAt)")
    }
    let cites = self["cites"].split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
    let predicate: [EvidenceValue.Member] = [
      member("id", self["id"]), member("claim", self["claim"]),
      .init(name: "requirements", value: list([self["statement"]])),
      member("target", self["target"]), member("owner", self["owner"]),
      member("role", self["role"]),
      member("documentReference", self["documentReference"]),
      member("documentDigest", self["documentDigest"]),
      .init(name: "cites", value: list(cites)),
      member("signedAt", "\(signedAt)"), member("expiresAt", "\(expiresAt)"),
      member("withdrawnAt", "never"),
    ]
    let digest = self["documentDigest"].split(separator: ":").last.map(String.init) ?? ""
    let document = EvidenceValue(
      .object([
        member("name", self["documentReference"]),
        .init(name: "digest", value: EvidenceValue(.object([member("sha256", digest)]))),
      ])
    )
    return JSONText.write(
      EvidenceValue(
        .object([
          member("_type", SignedStatement.statementType),
          .init(name: "subject", value: EvidenceValue(.array([document]))),
          member("predicateType", SignedAttestationReader.predicateType),
          .init(name: "predicate", value: EvidenceValue(.object(predicate))),
        ])
      )
    )
  }

  /// The name of the signed file: the id, with nothing in it that a path could take for its own.
  var signedName: String {
    self["id"].map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." ? String($0) : "-" }
      .joined() + ".dsse.json"
  }

  private func problem(_ found: String, _ needed: String) -> Problems {
    Problems([
      Diagnostic(
        .attestationMalformed,
        at: Locator(path: path),
        found: found,
        needed: needed,
        remedy: "complete the form"
      )
    ])
  }

  private func member(_ name: String, _ text: String) -> EvidenceValue.Member {
    EvidenceValue.Member(name: name, value: EvidenceValue(.string(text)))
  }

  private func list(_ texts: [String]) -> EvidenceValue {
    EvidenceValue(.array(texts.map { EvidenceValue(.string($0)) }))
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
