import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

@Suite("Reading the claims of tokens")
struct JWTReaderTests {
  private static let agents = "spiffe://agents.larkspur.example/tenant/larkspur-claims/agent/"

  @Test func readsTokensOfThreeSorts() throws {
    let sink = try read(fixture("tokens/tokens.txt"), path: "tokens.txt")
    #expect(sink.problems == [])
    let tokens = sink.all(Credential.self)
    #expect(
      tokens.map(\.identity) == [
        Self.agents + "claims-triage", Self.agents + "letter-drafter",
        "system:serviceaccount:letters:copy",
      ]
    )
    #expect(tokens.map(\.kind) == [.workloadDocument, .token, .token])
    #expect(tokens.map(\.boundTo) == [.audience, .key, .unbound])
    #expect(
      tokens.map(\.expiresAt) == [
        .at(try instant("2026-11-18T05:35:00Z")), .at(try instant("2026-11-18T05:46:00Z")), .never,
      ]
    )
    #expect(tokens[1].id == "https://token-broker.larkspur.example#tok-r001b")
    #expect(tokens[1].scopes == ["claims.read", "documents.read"])
    #expect(tokens[1].createdAt == (try instant("2026-11-18T05:31:00.5Z")))
    #expect(tokens[2].lifetimeClass == .static)
    #expect(tokens.map(\.locator.line) == [1, 2, 3])
    #expect(sink.kinds == [.iamCredentialReport, .tokenIssuance, .delegations])
  }

  @Test func theChainOfActorsIsAChainOfDelegations() throws {
    let hops = try read(fixture("tokens/tokens.txt"), path: "t.txt").all(Delegation.self)
    #expect(hops.map(\.from) == ["person:edda.holt", Self.agents + "claims-triage"])
    #expect(hops.map(\.to) == [Self.agents + "claims-triage", Self.agents + "letter-drafter"])
    #expect(hops.map(\.depth) == [1, 2])
    #expect(hops.map(\.parent) == [nil, hops[0].id])
    #expect(hops[1].expiresAt == .at(try instant("2026-11-18T05:46:00Z")))
  }

  @Test func issuancesSayThatNothingWasVerified() throws {
    let issued = try read(fixture("tokens/tokens.txt"), path: "t.txt").all(Issuance.self)
    #expect(issued.map(\.kind) == [.workloadToken, .accessToken])
    #expect(issued.map(\.chainVerified) == [.notTried, .notTried])
    #expect(issued.map(\.onBehalfOf) == [nil, "person:edda.holt"])
    #expect(issued[0].lifetime == .minutes(5))
    #expect(issued[0].audiences == ["spiffe://agents.larkspur.example/platform/tool-gateway"])
  }

  @Test func readsDecodedTokens() throws {
    let sink = try read(fixture("tokens/decoded.json"), path: "decoded.json")
    let token = try #require(sink.all(Credential.self).first)
    #expect(token.id == "https://login.larkspur.example#batch-1")
    #expect(token.scopes == ["letters.write", "Letters.Send"])
    #expect(token.locator.pointer == "/payload")
  }

  /// A token of a payload, with a signature that is none.
  private static func token(_ payload: String, header: String = #"{"alg":"ES256"}"#) -> String {
    [header, payload].map { part in
      Data(part.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
    }.joined(separator: ".") + ".AAAA"
  }

  @Test func noTokenIsKept() throws {
    let text = String(decoding: try fixture("tokens/tokens.txt"), as: UTF8.self)
    let sink = try read(text + Self.token("{}") + "\n", path: "t.txt")
    let shown = "\(sink.all(Credential.self))\(sink.all(Issuance.self))\(sink.diagnostics)"
    #expect(sink.problems == ["4 -: no sub"])
    for part in text.split(whereSeparator: { $0 == "." || $0 == "\n" }) {
      #expect(!shown.contains(part))
    }
  }

  @Test(arguments: [
    (#"{"sub": "a", "exp": 1794979800123}"#, "a number out of range"),
    (#"{"sub": "a", "exp": true}"#, "a Boolean value"),
    (#"{"sub": "a", "aud": 3}"#, "a number"),
    (#"{"iss": "a"}"#, "no sub"),
    (#"["a"]"#, "a payload that cannot be decoded"),
    (#"{"sub": "a", "sub": "b"}"#, "a payload that cannot be decoded"),
  ])
  func rejectsClaimsThatCannotBeRead(payload: String, found: String) throws {
    let sink = try read(Self.token(payload) + "\n", path: "t.txt")
    #expect(sink.count == 0)
    #expect(sink.diagnostics.map(\.found) == [found])
  }

  @Test(arguments: [
    ("eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA", "an encrypted token"),
    ("eyJhbGciOiJub25lIn0.e30", "a token of 2 parts"),
    ("eyJhbGciOiJub25lIn0.@@@.x", "a payload that cannot be decoded"),
  ])
  func rejectsWhatIsNoSignedToken(text: String, found: String) throws {
    let sink = try read(text, path: "t.txt", format: "jwt")
    #expect(sink.count == 0)
    #expect(sink.diagnostics.map(\.found) == [found])
  }

  @Test func anUnsignedTokenHasNoChain() throws {
    let payload = #"{"iss": "i", "sub": "a", "iat": "1794979800"}"#
    let text = Self.token(payload, header: #"{"alg":"none"}"#)
    let issued = try read(text, path: "t.txt").all(Issuance.self)
    #expect(issued.map(\.chainVerified) == [.no])
    #expect(issued.map(\.expiresAt) == [.never])
  }

  @Test func readsNumbersOfSeconds() throws {
    #expect(Instant(decimalSeconds: "0") == .epoch)
    #expect(Instant(decimalSeconds: "1.5")?.nanosecondsSinceEpoch == 1_500_000_000)
    #expect(Instant(decimalSeconds: "-1.5")?.nanosecondsSinceEpoch == -1_500_000_000)
    #expect(Instant(decimalSeconds: "1.0000000019")?.nanosecondsSinceEpoch == 1_000_000_001)
    for text in ["", ".", "1.", "1.x", "1e9", "99999999999999999999", "1.-5", "+"] {
      #expect(Instant(decimalSeconds: text) == nil, "\(text)")
    }
  }
}
