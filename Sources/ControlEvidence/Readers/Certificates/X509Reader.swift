import ControlModel

/// Reads X.509 certificates: PEM blocks in any text, or one certificate in DER.
///
/// Neither signatures nor chains are verified. Lists of revoked certificates in the same file say
/// whether its certificates are revoked; alone they say nothing. A private key is never decoded: the
/// file is reported, and the key is to be replaced. An expired certificate is a record like any other.
struct X509Reader: EvidenceReader {
  let format = EvidenceFormat(
    id: "x509",
    title: "X.509 certificates, PEM or DER",
    writtenBy:
      "openssl, spire-server bundle show, spire-agent api fetch x509 -write, any authority",
    kinds: [.iamCredentialReport]
  )

  private static let names: Set = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"]
  func recognizes(_ document: EvidenceDocument) -> Bool {
    guard !document.plain.isEmpty else { return false }
    if document.plain.first == 0x30 { return X509Certificate(der: document.plain) != nil }
    return PEMBlock.holdCertificates(document.plain)
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    if document.plain.first == 0x30, let certificate = X509Certificate(der: document.plain) {
      let place = Locator(path: document.path, digest: document.digest)
      sink.attempt { (sink) throws(Diagnostic) in
        sink.add(try record(certificate, [], place))
      }
      return
    }
    let blocks = PEMBlock.all(in: document.plain)
    guard !blocks.isEmpty else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "neither PEM nor a certificate in DER",
        needed: "certificates",
        remedy: "export them with `openssl x509`; a PKCS#12 file must be opened first"
      )
    }
    let lists = blocks.filter { $0.name == "X509 CRL" }
    let revoked = lists.compactMap { $0.bytes.flatMap { X509RevocationList(der: $0) } }
    for block in blocks {
      let place = Locator(path: document.path, digest: document.digest, line: block.line)
      sink.attempt { (sink) throws(Diagnostic) in
        guard Self.names.contains(block.name) else {
          try refuse(block, at: place)
          return
        }
        let isTrusted = block.name == "TRUSTED CERTIFICATE"
        let certificate = block.bytes.flatMap { X509Certificate(der: $0, isTrusted: isTrusted) }
        guard let certificate else {
          throw malformed("a certificate that libcrypto cannot read", at: place)
        }
        sink.add(try record(certificate, revoked, place))
      }
    }
    if revoked.count < lists.count {
      let place = Locator(path: document.path, digest: document.digest)
      sink.reject(malformed("a list of revoked certificates that cannot be read", at: place))
    }
    if sink.count == 0, sink.rejectedCount == 0 {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "lists of revoked certificates and no certificate",
        needed: "the certificates they are about in the same file",
        remedy: "join the certificates and the list into one PEM file"
      )
    }
  }

  private func record(
    _ certificate: X509Certificate,
    _ lists: [X509RevocationList],
    _ place: Locator
  ) throws(Diagnostic) -> Certificate {
    let words = lists.compactMap { certificate.revocation(by: $0) }
    let revoked = words.first { $0 != .never } ?? words.first ?? .notRecorded
    guard let record = Certificate(certificate, revokedAt: revoked, at: place) else {
      throw malformed("a time that cannot be held", at: place)
    }
    return record
  }

  /// Refuses a block that should not stand in evidence; parameters and public keys are passed over.
  private func refuse(_ block: PEMBlock, at place: Locator) throws(Diagnostic) {
    if block.name.hasSuffix("PRIVATE KEY") {
      throw Diagnostic(
        .recordMalformed,
        at: place,
        found: "a private key",
        needed: "certificates alone",
        remedy: "take it out of the evidence, and replace the key: it is known to too many now"
      )
    }
    if ["PKCS7", "CMS"].contains(block.name) {
      throw malformed("a \(block.name) container", at: place)
    }
  }

  private func malformed(_ found: String, at place: Locator) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: place,
      found: found,
      needed: "a certificate in PEM or DER",
      remedy: "export the certificate again"
    )
  }
}
