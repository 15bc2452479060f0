import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

struct SigningTests {
  static let statement = "{\"_type\": \"https://in-toto.io/Statement/v1\", \"subject\": []}\n"

  @Test func ed25519SignsAsInRFC8032() throws {
    let key = try #require(LoadedKey.privateKey(Array(TestKeys.ed25519.utf8)))
    #expect(
      Signature.sign([], with: key)
        == TestKeys.bytes(
          "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
            + "6bd25bf5f0595bbe24655141438e7a100b"
        )
    )
  }

  @Test(
    arguments: [
      (TestKeys.ed25519, TestKeys.ed25519Public), (TestKeys.p256, TestKeys.p256Public),
    ])
  func signsWhatItsPublicHalfVerifies(_ secret: String, _ open: String) throws {
    let signed = try Self.signed(secret)
    let key = try Self.publicKey(open)
    #expect(signed.keyIDs == [key.id])
    #expect(signed.signer(among: [key]) == key)
    #expect(signed.holds(Self.statement))
    #expect(signed.signer(among: [try Self.publicKey(TestKeys.otherPublic)]) == nil)
    #expect(signed.signer(among: []) == nil)
  }

  @Test(arguments: [TestKeys.ed25519, TestKeys.p256])
  func oneFlippedByteOfPayloadTypeOrSignatureIsNotVerified(_ secret: String) throws {
    let key = try Self.publicKey(
      secret == TestKeys.p256 ? TestKeys.p256Public : TestKeys.ed25519Public
    )
    let envelope = try DSSEEnvelope(
      signing: Array(Self.statement.utf8),
      as: SignedStatement.payloadType,
      with: try Self.signingKey(secret)
    )
    #expect(envelope.signer(among: [key]) != nil)
    for change in ["payload", "signature", "type"] {
      var payload = envelope.payload
      var signature = envelope.signatures[0].bytes
      if change == "payload" { payload[3] ^= 1 }
      if change == "signature" { signature[signature.count - 1] ^= 1 }
      let type = change == "type" ? "application/json" : envelope.payloadType
      let changed = DSSEEnvelope(
        payloadType: type,
        payload: payload,
        signatures: [(key.id, signature)]
      )
      #expect(changed.signer(among: [key]) == nil, "\(change)")
    }
  }

  @Test(
    arguments: [
      (TestKeys.rsa, "an RSA key"), (TestKeys.p384, "an ECDSA key on another curve"),
      (TestKeys.ed448, "an Ed448 key"),
      (TestKeys.x25519, "a key for key agreement, which cannot sign"),
      (TestKeys.ed25519Public, "a public key, or a broken one"),
      (
        """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgUXsRs5NAE7QICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEMQNxrjcmeCCnbKRW82h35oEQGxP
        b6wmlJ6DxviVJ+iZysGMPmSmS/0lhK4zYF8Ol+mjfPhbuTdiEEsQnWOCOo/VBmCX
        mwbT04Mdu/wqaNINU6c=
        -----END ENCRYPTED PRIVATE KEY-----
        """, "an encrypted private key"
      ),
      (TestKeys.ed25519.replacing("MC4CAQAw", with: "MC4CAQAx"), "a private key, or a broken one"),
      ("", "no key in PEM form"), ("s3cret-value-of-somebody", "no key in PEM form"),
    ])
  func refusesOtherKeysWithoutShowingThem(_ text: String, _ found: String) throws {
    let path = try TestKeys.file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let problem = #expect(throws: Diagnostic.self) {
      _ = try KeyFile.signingKey(at: path)
    }
    #expect(problem?.code == .keyUnusable)
    #expect(problem?.found == found)
    for line in text.split(separator: "\n") where !line.hasPrefix("-----") {
      #expect(problem?.description.contains(line) == false)
    }
  }

  @Test func keyThatIsNotThereOrTooLargeIsRefused() throws {
    let missing = #expect(throws: Diagnostic.self) {
      _ = try KeyFile.publicKey(at: "/no/such/key.pem")
    }
    #expect(missing?.found == "no such file")
    let path = try TestKeys.file(String(repeating: "x", count: 70_000))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let large = #expect(throws: Diagnostic.self) {
      _ = try KeyFile.publicKey(at: path)
    }
    #expect(large?.code == .keyUnusable)
  }

  @Test func privateKeyIsNotTakenForAPublicOne() throws {
    let path = try TestKeys.file(TestKeys.ed25519)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let problem = #expect(throws: Diagnostic.self) {
      _ = try KeyFile.publicKey(at: path)
    }
    #expect(problem?.found == "a private key, or a broken one")
  }

  @Test func keyMayBeASymbolicLink() throws {
    let path = try TestKeys.file(TestKeys.ed25519Public)
    let link = path + ".link"
    defer { for file in [path, link] { try? FileManager.default.removeItem(atPath: file) } }
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let direct = try KeyFile.publicKey(at: path)
    #expect(try KeyFile.publicKey(at: link) == direct)
  }

  @Test func printingAKeyShowsItsIDOnly() throws {
    let key = try Self.signingKey(TestKeys.ed25519)
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), dumped] {
      #expect(text.contains(key.id))
      #expect(!text.contains("pem"))
    }
  }

  @Test(
    arguments: [
      "[]", "{}", "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"%%\"}",
      "{\"payloadType\": \"text/plain\", \"payload\": \"e30=\", \"signatures\": []}",
      "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"e30=\", \"signatures\": []}",
    ])
  func whatIsNoStatementIsRefused(_ text: String) {
    #expect(throws: Diagnostic.self) {
      _ = try SignedStatement(bytes: Array(text.utf8), path: "d.json")
    }
  }

  static func signingKey(_ text: String) throws -> SigningKey {
    let path = try TestKeys.file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try KeyFile.signingKey(at: path)
  }

  static func publicKey(_ text: String) throws -> TrustedKey {
    let path = try TestKeys.file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try KeyFile.publicKey(at: path)
  }

  static func signed(_ secret: String) throws -> SignedStatement {
    let text = try SignedStatement.sign(statement, with: try signingKey(secret))
    return try SignedStatement(bytes: Array(text.utf8), path: "decision.json")
  }
}
