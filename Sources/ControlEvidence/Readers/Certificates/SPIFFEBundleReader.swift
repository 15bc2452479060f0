import ControlModel
import Foundation

/// Reads the trust bundle of a SPIFFE trust domain: a key set (`spiffe`), or what the server prints as
/// JSON.
///
/// Each authority for certificates is a certificate. A key that signs tokens is a credential of the
/// trust domain; a key set does not name the domain, which then comes from the certificates in it or
/// from the manifest.
struct SPIFFEBundleReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "spiffe-bundle",
    title: "SPIFFE trust bundle",
    writtenBy: "spire-server bundle show -format spiffe, or -output json",
    kinds: [.iamCredentialReport]
  )

  func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.firstValues(1).first else { return false }
    if root.has("trust_domain"), root.hasAny("x509_authorities", "jwt_authorities") { return true }
    // A bundle without authorities has null for its keys.
    guard let keys = root["keys"]?.elements, !keys.isEmpty else {
      return root.has("keys") && root.hasAny("spiffe_sequence", "spiffe_refresh_hint")
    }
    return keys.prefix(8).allSatisfy { key in
      ["x509-svid", "jwt-svid"].contains(key["use"]?.string ?? "") && key.has("kty")
    }
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON object",
        needed: "a bundle",
        remedy: "export it with `spire-server bundle show`"
      )
    }
    var domain = root["trust_domain"]?.text ?? sink.context.account
    let keys = try root.list("keys")
    for key in keys where key["use"]?.text == "x509-svid" {
      for text in try key.list(texts: "x5c") { add(text, &domain, into: &sink) }
    }
    for authority in try root.list("x509_authorities") {
      guard let text = authority["asn1"] else {
        sink.reject(authority.malformed(found: "no asn1", needed: "a certificate in base64"))
        continue
      }
      add(text, &domain, into: &sink)
    }
    for key in keys where key["use"]?.text == "jwt-svid" {
      sink.attempt { (sink) throws(Diagnostic) in
        sink.add(try signer(key, "kid", domain, end: .notRecorded))
      }
    }
    for key in keys where !["x509-svid", "jwt-svid"].contains(key["use"]?.text) {
      sink.reject(key.malformed(found: "another use", needed: "x509-svid or jwt-svid"))
    }
    for key in try root.list("jwt_authorities") {
      sink.attempt { (sink) throws(Diagnostic) in
        let seconds = try key.integer("expires_at") ?? 0
        let end = seconds == 0 ? nil : Instant(secondsSinceEpoch: Int64(seconds))
        sink.add(try signer(key, "key_id", domain, end: end.map { .at($0) } ?? .notRecorded))
      }
    }
  }

  /// Adds one certificate in base64, and learns the domain from it where that is not yet known.
  private func add(_ text: Cursor, _ domain: inout String?, into sink: inout RecordSink) {
    let bytes = text.text.flatMap { Data(base64Encoded: $0) }.map(Array.init)
    guard let certificate = bytes.flatMap({ X509Certificate(der: $0) }),
      let record = Certificate(certificate, at: text.locator)
    else {
      sink.reject(text.malformed(found: "no certificate", needed: "a certificate in base64 of DER"))
      return
    }
    if domain == nil, let name = record.identity?.dropFirst("spiffe://".count) {
      domain = String(name.prefix { $0 != "/" })
    }
    sink.add(record)
  }

  private func signer(
    _ key: Cursor,
    _ name: String,
    _ domain: String?,
    end: Moment
  ) throws(Diagnostic) -> Credential {
    guard let domain else {
      throw key.malformed(
        found: "no trust domain",
        needed: "a certificate that names it, or the trust domain as account in manifest.json"
      )
    }
    return Credential(
      id: "spiffe://\(domain)#\(try key.required(name))",
      identity: "spiffe://\(domain)",
      kind: .workloadDocument,
      status: .active,
      managedBy: .customer,
      boundTo: .key,
      basis: .configured,
      expiresAt: end,
      locator: key.locator
    )
  }
}

extension Cursor {
  /// The elements of a list of texts, with their places; none where it is absent.
  fileprivate func list(texts name: String) throws(Diagnostic) -> [Cursor] {
    guard let found = self[name] else { return [] }
    guard found.value.elements != nil else {
      throw found.malformed(found: found.value.typeName, needed: "a list of texts")
    }
    return found.elements
  }
}
