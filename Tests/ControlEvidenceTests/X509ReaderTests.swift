import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading certificates and trust bundles")
struct X509ReaderTests {
  private static let triage =
    "spiffe://agents.larkspur.example/tenant/larkspur-claims/agent/claims-triage"

  @Test func readsAWorkloadsDocumentWithItsAuthority() throws {
    let sink = try read(fixture("certificates/svid.pem"), path: "svid.pem")
    #expect(sink.problems == [])
    let certificates = sink.all(Certificate.self)
    #expect(certificates.map(\.isAuthority) == [false, true])
    #expect(certificates.map(\.identity) == [Self.triage, "spiffe://agents.larkspur.example"])
    #expect(certificates.map(\.workloadEntry) == [Self.triage, nil])
    let leaf = try #require(certificates.first)
    #expect(leaf.subjectName == "O=SPIRE")
    #expect(leaf.issuerName == "O=Larkspur Mutual")
    #expect(leaf.serialNumber == "1000")
    #expect(leaf.keyAlgorithm == "EC")
    #expect(leaf.keySizeInBits == 256)
    #expect(leaf.signatureAlgorithm == "ecdsa-with-SHA256")
    #expect(leaf.alternativeNames == ["URI:\(Self.triage)"])
    #expect(leaf.chainVerified == .notTried)
    #expect(leaf.validFrom == (try instant("2026-11-18T05:30:00Z")))
    #expect(leaf.expiresAt == .at(try instant("2026-11-18T06:30:00Z")))
    // Nothing in the file tells whether it is revoked.
    #expect(leaf.revokedAt == .notRecorded)
    #expect(leaf.fingerprint.count == 64)
    #expect(leaf.locator.line == 1)
    #expect(certificates[1].locator.line == 13)
  }

  @Test func readsTextAroundBlocksAndTheListOfRevokedOnes() throws {
    let sink = try read(fixture("certificates/with-crl.txt"), path: "certificates.txt")
    #expect(sink.problems == [])
    let certificates = sink.all(Certificate.self)
    #expect(
      certificates.map(\.subjectName) == [
        "CN=gateway.larkspur.example,O=Larkspur Mutual",
        #"CN=Größe\, \"printer\",O=Larkspur Mutual"#,
      ]
    )
    #expect(certificates.map(\.revokedAt) == [.at(try instant("2026-11-17T09:00:00Z")), .never])
    // The year 9999 is no date but never.
    #expect(certificates.map(\.expiresAt) == [.at(try instant("2027-04-01T00:00:00Z")), .never])
    #expect(
      certificates[0].alternativeNames == [
        "DNS:gateway.larkspur.example", "IP:10.20.2.4", "email:platform@larkspur.example",
      ]
    )
    #expect(certificates.map(\.identity) == [nil, nil])
  }

  @Test func oneCertificateIsTheSameInBothForms() throws {
    let der = try read(fixture("certificates/gateway.der"), path: "gateway.der")
    let pem = try read(fixture("certificates/with-crl.txt"), path: "certificates.txt")
    let one = try #require(der.all(Certificate.self).first)
    let other = try #require(pem.all(Certificate.self).first)
    #expect(one.fingerprint == other.fingerprint)
    #expect(one.validFrom == other.validFrom)
    #expect(one.locator.line == nil)
  }

  @Test func windowsLineEndsAreNoMatter() throws {
    let text = String(decoding: try fixture("certificates/svid.pem"), as: UTF8.self)
    let sink = try read(text.replacing("\n", with: "\r\n"), path: "svid.pem")
    #expect(sink.count == 2)
    #expect(sink.problems == [])
  }

  @Test func aCertificateCutOffIsRejectedAtItsLine() throws {
    let text = String(decoding: try fixture("certificates/svid.pem"), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let sink = try read(lines.prefix(16).joined(separator: "\n"), path: "svid.pem")
    #expect(sink.count == 1)
    #expect(sink.problems == ["13 -: a certificate that libcrypto cannot read"])
  }

  @Test(arguments: [
    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----",
    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END X509 CRL-----\n",
  ])
  func rejectsWhatIsNoCertificate(text: String) throws {
    let sink = try read(text, path: "c.pem")
    #expect(sink.count == 0)
    #expect(sink.problems == ["1 -: a certificate that libcrypto cannot read"])
  }

  @Test func aPrivateKeyIsReportedAndNotRead() throws {
    let certificate = String(decoding: try fixture("certificates/svid.pem"), as: UTF8.self)
    let text =
      "-----BEGIN PRIVATE KEY-----\nbm90LWEta2V5\n-----END PRIVATE KEY-----\n" + certificate
    let sink = try read(text, path: "both.pem")
    #expect(sink.count == 2)
    #expect(sink.problems == ["1 -: a private key"])
    #expect(!sink.diagnostics.map(\.description).joined().contains("bm90"))
  }

  @Test func aListAloneSaysNothing() throws {
    let text = String(decoding: try fixture("certificates/with-crl.txt"), as: UTF8.self)
    let start = try #require(text.ranges(of: "-----BEGIN X509 CRL-----").first)
    let found = problem { () throws(Diagnostic) in
      _ = try read(String(text[start.lowerBound...]), path: "crl.pem")
    }
    #expect(found?.found == "lists of revoked certificates and no certificate")
  }

  @Test func otherBytesInDERAreNoCertificate() {
    var bytes = [UInt8](repeating: 0, count: 300)
    bytes.replaceSubrange(0..<4, with: [0x30, 0x82, 0x01, 0x28])
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "x.der") }
    #expect(found?.code == .evidenceFormatUnknown)
  }

  @Test func readsTheBundleOfATrustDomain() throws {
    let sink = try read(fixture("spire/bundle.json"), path: "bundle.json")
    #expect(sink.problems == [])
    let authority = try #require(sink.all(Certificate.self).first)
    #expect(authority.isAuthority)
    #expect(authority.identity == "spiffe://agents.larkspur.example")
    #expect(authority.locator.pointer == "/keys/0/x5c/0")
    let key = try #require(sink.all(Credential.self).first)
    #expect(key.id == "spiffe://agents.larkspur.example#EXAMPLEKEY0000000000000000000001")
    #expect(key.kind == .workloadDocument)
  }

  @Test func readsWhatTheServerPrintsAsJSON() throws {
    let text = """
      {"trust_domain": "x.example", "x509_authorities": [{"asn1": "AAAA"}, {}],
       "jwt_authorities": [{"public_key": "AA", "key_id": "k", "expires_at": "1794979800"},
         {"public_key": "AA", "expires_at": "0"}]}
      """
    let sink = try read(text, path: "bundle.json")
    let key = try #require(sink.all(Credential.self).first)
    #expect(key.id == "spiffe://x.example#k")
    #expect(key.expiresAt == .at(try instant("2026-11-18T05:30:00Z")))
    #expect(
      sink.problems == [
        "1 /x509_authorities/0/asn1: no certificate", "1 /x509_authorities/1: no asn1",
        "3 /jwt_authorities/1: no key_id",
      ]
    )
  }

  @Test func aKeySetOfNoDomainIsRejected() throws {
    let text = #"{"keys": [{"use": "jwt-svid", "kty": "EC", "kid": "k"}]}"#
    let sink = try read(text, path: "bundle.json")
    #expect(sink.problems == ["1 /keys/0: no trust domain"])
    let named = try read(
      text,
      path: "bundle.json",
      context: EvidenceContext(account: "x.example")
    )
    #expect(named.all(Credential.self).map(\.id) == ["spiffe://x.example#k"])
  }

  @Test func aBundleWithoutAuthoritiesIsOne() throws {
    let sink = try read(#"{"keys": null, "spiffe_refresh_hint": 60}"#, path: "bundle.json")
    #expect(sink.count == 0)
    #expect(sink.problems == [])
  }
}
