import ControlModel

extension Certificate {
  /// A certificate as a record, or `nil` where its times cannot be held.
  ///
  /// A certificate with exactly one SPIFFE ID among its names is that workload's document.
  ///
  /// - Parameters:
  ///   - certificate: The certificate.
  ///   - revokedAt: What lists of revoked certificates in the same file say.
  ///   - locator: Where it stands.
  init?(_ certificate: X509Certificate, revokedAt: Moment = .notRecorded, at locator: Locator) {
    guard let start = certificate.validFrom, let end = certificate.validUntil else { return nil }
    let names = certificate.alternativeNames
    let uris = names.filter { $0.hasPrefix("URI:") }
    let workload =
      uris.count == 1 && uris[0].hasPrefix("URI:spiffe://")
      ? String(uris[0].dropFirst(4)) : nil
    self.init(
      fingerprint: certificate.fingerprint,
      identity: workload,
      subjectName: certificate.subject,
      issuerName: certificate.issuer,
      serialNumber: certificate.serialNumber,
      keyAlgorithm: certificate.keyAlgorithm,
      keySizeInBits: certificate.keySizeInBits,
      signatureAlgorithm: certificate.signatureAlgorithm,
      isAuthority: certificate.isAuthority,
      alternativeNames: names,
      workloadEntry: certificate.isAuthority ? nil : workload,
      chainVerified: .notTried,
      validFrom: start,
      expiresAt: end,
      revokedAt: revokedAt,
      locator: locator
    )
  }
}
