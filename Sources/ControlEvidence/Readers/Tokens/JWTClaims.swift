import ControlModel
import Foundation

/// The claims of one token, and what its header says of the signature.
struct JWTClaims {
  private let claims: Cursor
  private let isUnsigned: Bool
  /// The first half of the digest of the claims: an id for a token that has none.
  private let digest: String

  /// Decodes a token.
  ///
  /// - Throws: ``Diagnostic`` that shows nothing of the token.
  init(token: ArraySlice<UInt8>, line: Int, _ document: EvidenceDocument) throws(Diagnostic) {
    let place = Locator(path: document.path, digest: document.digest, line: line)
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count == 5 {
      throw Self.malformed("an encrypted token", "a signed token, or its claims", place)
    }
    guard parts.count == 3 else {
      throw Self.malformed("a token of \(parts.count) parts", "header.payload.signature", place)
    }
    let header = try Self.decoded(parts[0], "header", place, document)
    claims = try Self.decoded(parts[1], "payload", place, document)
    isUnsigned = header["alg"]?.text?.lowercased() == "none" || parts[2].isEmpty
    digest = String(Digest.sha256(Array(parts[1])).prefix(32))
  }

  /// Takes a token that somebody decoded.
  init(decoded element: Cursor) throws(Diagnostic) {
    guard let header = element["header"], let payload = element["payload"],
      payload.value.members != nil
    else {
      throw element.malformed(found: "no header or no payload", needed: "a decoded token")
    }
    claims = payload
    isUnsigned = header["alg"]?.text?.lowercased() == "none"
    digest = String(Digest.sha256(Array(JSONText.write(payload.value).utf8)).prefix(32))
  }

  /// Adds the token as a credential, how it was issued, and the chain of those who act.
  func add(into sink: inout RecordSink) throws(Diagnostic) {
    let issuedAt = try time("iat")
    let notBefore = try time("nbf")
    let end = try time("exp")
    let issuer = claims["iss"]?.text
    let id = claims["jti"]?.text.map { "\(issuer ?? "")#\($0)" } ?? "jwt:\(digest)"
    let subjects = ["sub", "client_id", "azp", "appid"].compactMap { claims[$0]?.text }
    guard let subject = subjects.first(where: { !$0.isEmpty }) else {
      throw claims.malformed(found: "no sub", needed: "whom the token stands for")
    }
    let actors = actors(of: claims)
    let holder = actors.last ?? subject
    // A JWT-SVID is a token whose subject itself is a SPIFFE ID.
    let isWorkload = actors.isEmpty && subject.hasPrefix("spiffe://")
    let audiences = try claims.textList("aud")
    let isBound = claims["cnf"] != nil
    let expiry: Moment = end.map { .at($0) } ?? .never
    let scopes = try self.scopes()
    sink.add(
      Credential(
        id: id,
        identity: holder,
        kind: isWorkload ? .workloadDocument : .token,
        status: .active,
        lifetimeClass: end == nil ? .static : nil,
        boundTo: isBound ? .key : audiences == nil ? .unbound : .audience,
        scopes: scopes,
        tenant: claims["tid"]?.text,
        basis: .observed,
        createdAt: issuedAt ?? notBefore,
        rotatedAt: .never,
        expiresAt: expiry,
        locator: claims.locator
      )
    )
    if let issuer, let issuedAt {
      sink.kinds.insert(.tokenIssuance)
      sink.add(
        Issuance(
          id: id,
          credential: id,
          issuer: issuer,
          identity: holder,
          kind: isWorkload ? .workloadToken : .accessToken,
          session: (claims["sid"] ?? claims["session_id"])?.text,
          onBehalfOf: actors.isEmpty ? nil : subject,
          scopes: scopes,
          audiences: audiences,
          boundTo: isBound ? .key : audiences == nil ? .unbound : .audience,
          chainVerified: isUnsigned ? .no : .notTried,
          lifetime: end.map { $0.duration(since: issuedAt) },
          result: .issued,
          tenant: claims["tid"]?.text,
          issuedAt: issuedAt,
          expiresAt: expiry,
          locator: claims.locator
        )
      )
    }
    addDelegations(from: subject, actors, id, scopes, issuedAt, expiry, into: &sink)
  }

  /// Adds a hop for each party that acts for the one before (RFC 8693, 4.1).
  private func addDelegations(
    from subject: String,
    _ actors: [String],
    _ id: String,
    _ scopes: [String],
    _ issuedAt: Instant?,
    _ expiry: Moment,
    into sink: inout RecordSink
  ) {
    for (offset, actor) in actors.enumerated() {
      sink.kinds.insert(.delegations)
      sink.add(
        Delegation(
          id: "\(id)#act\(offset + 1)",
          from: offset == 0 ? subject : actors[offset - 1],
          to: actor,
          kind: .onBehalfOf,
          parent: offset == 0 ? nil : "\(id)#act\(offset)",
          depth: offset + 1,
          scope: scopes,
          credential: id,
          basis: .observed,
          createdAt: issuedAt,
          expiresAt: expiry,
          locator: claims.locator
        )
      )
    }
  }

  /// Who acts for the subject, the one who acts now last: `act` holds that one, and within it those
  /// before.
  private func actors(of claims: Cursor) -> [String] {
    var actors: [String] = []
    var current = claims["act"]
    while let actor = current {
      if let name = (actor["sub"] ?? actor["client_id"])?.text { actors.append(name) }
      current = actor["act"]
    }
    return actors.reversed()
  }

  /// Scopes and roles, written as text with blanks or as a list, by issuer.
  private func scopes() throws(Diagnostic) -> [String] {
    var scopes: [String] = []
    for name in ["scope", "scp", "roles"] {
      for text in try claims.textList(name) ?? [] {
        scopes += text.split(separator: " ").map(String.init)
      }
    }
    return scopes
  }

  /// A time in seconds since 1970, with or without a fraction; some issuers write it as text.
  private func time(_ name: String) throws(Diagnostic) -> Instant? {
    guard let claim = claims[name] else { return nil }
    guard let text = claim.text, let instant = Instant(decimalSeconds: text) else {
      throw claim.malformed(
        found: claim.text == nil ? claim.value.typeName : "a number out of range",
        needed: "seconds since 1970; milliseconds are a mistake of the issuer"
      )
    }
    return instant
  }

  private static func decoded(
    _ part: ArraySlice<UInt8>,
    _ name: String,
    _ place: Locator,
    _ document: EvidenceDocument
  ) throws(Diagnostic) -> Cursor {
    var text = String(decoding: part, as: UTF8.self)
      .replacing("-", with: "+").replacing("_", with: "/")
    text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let bytes = Data(base64Encoded: text),
      let value = try? JSONReader.read(Array(bytes), path: document.path), value.members != nil
    else {
      throw malformed("a \(name) that cannot be decoded", "base64url of a JSON object", place)
    }
    return Cursor(
      value: value.standing(onLine: place.line ?? 1),
      pointer: "",
      path: document.path,
      digest: document.digest
    )
  }

  private static func malformed(_ found: String, _ needed: String, _ place: Locator) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: place,
      found: found,
      needed: needed,
      remedy: "export the token again, or its claims as JSON with header and payload"
    )
  }
}
