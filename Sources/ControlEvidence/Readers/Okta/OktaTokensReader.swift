import ControlModel

/// Reads the API tokens of an Okta organisation.
///
/// `expiresAt` slides: each use moves it to the use plus `tokenWindow`. So it is no end, and a token
/// in use never expires; it tells when the token was last used. A token has all rights of its user.
struct OktaTokensReader: ListReader {
  let format = EvidenceFormat(
    id: "okta-api-tokens",
    title: "Okta API tokens",
    writtenBy: "GET /api/v1/api-tokens",
    kinds: [.iamCredentialReport]
  )
  let shape = ListShape()

  func claims(_ element: EvidenceValue) -> Bool {
    element.has("id", "userId", "tokenWindow")
      || element.has("id", "clientName", "userId", "expiresAt")
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let created = try element.instant("created")
    let end = try element.instant("expiresAt")
    sink.add(
      Credential(
        id: try element.required("id"),
        identity: try element.required("userId"),
        kind: .apiKey,
        status: .active,
        lifetimeClass: .static,
        managedBy: .customer,
        boundTo: bound(element["network"]),
        tenant: sink.context.account,
        hint: element["name"]?.text,
        basis: .configured,
        createdAt: created,
        rotatedAt: .never,
        expiresAt: .never,
        lastUsedAt: try lastUse(element, created, end),
        locator: element.locator
      )
    )
  }

  private func bound(_ network: Cursor?) -> Credential.BoundTo? {
    switch network?["connection"]?.text {
    case "ZONE": .network
    case "ANYWHERE": .unbound
    default: nil
    }
  }

  /// The last use: where the sliding end stands now, less the window; never where that is when the
  /// token was made.
  private func lastUse(
    _ element: Cursor,
    _ created: Instant?,
    _ end: Instant?
  ) throws(Diagnostic) -> Moment {
    guard let text = element["tokenWindow"]?.text, let end else { return .notRecorded }
    guard let window = Duration(iso8601: text) else {
      throw element.malformed(found: "a tokenWindow that cannot be read", needed: "such as P30D")
    }
    let used = end.advanced(by: .zero - window)
    // The two times are written one after the other.
    if let created, used < created.advanced(by: .seconds(1)) { return .never }
    return .at(used)
  }
}

extension Duration {
  /// Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as `P30D`; `nil` for
  /// months and years, which have no fixed length, and for anything else.
  init?(iso8601 text: String) {
    guard text.first == "P", text.count > 2 else { return nil }
    var seconds: Int64 = 0
    var digits = ""
    var isTime = false
    for character in text.dropFirst() {
      if character == "T", !isTime, digits.isEmpty {
        isTime = true
        continue
      }
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      let unit: Int64
      switch (isTime, character) {
      case (false, "W"): unit = 604_800
      case (false, "D"): unit = 86_400
      case (true, "H"): unit = 3600
      case (true, "M"): unit = 60
      case (true, "S"): unit = 1
      default: return nil
      }
      guard digits.count < 10, let count = Int64(digits) else { return nil }
      seconds += count * unit
      digits = ""
    }
    guard digits.isEmpty else { return nil }
    self = .seconds(seconds)
  }
}
