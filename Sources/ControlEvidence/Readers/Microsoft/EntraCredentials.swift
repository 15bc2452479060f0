import ControlModel

/// The secrets and certificates of one application or service principal.
///
/// A certificate for SAML stands there two or three times, to sign, to verify and as a password, with
/// one `customKeyIdentifier`: it is one credential. Secret texts are never read; Graph never returns
/// them.
struct EntraCredentials {
  /// The identity that holds them.
  let identity: String

  /// Adds a credential for each secret and each certificate.
  func add(from holder: GraphObject, into sink: inout RecordSink) {
    var known: Set<String> = []
    for (list, kind) in [
      ("keyCredentials", Credential.Kind.certificate), ("passwordCredentials", .clientSecret),
    ] {
      sink.attempt { (sink) throws(Diagnostic) in
        for entry in try holder.list(list) {
          let key = entry.text("customKeyIdentifier") ?? entry.text("keyId") ?? ""
          if !key.isEmpty, !known.insert(key).inserted { continue }
          if let id = entry.text("keyId") { known.insert(id) }
          sink.attempt { (sink) throws(Diagnostic) in sink.add(try credential(entry, kind)) }
        }
      }
    }
  }

  private func credential(
    _ entry: GraphObject,
    _ kind: Credential.Kind
  ) throws(Diagnostic) -> Credential {
    Credential(
      id: try entry.required("keyId"),
      identity: identity,
      kind: kind,
      status: .active,
      lifetimeClass: .static,
      managedBy: .customer,
      boundTo: kind == .certificate ? .key : .unbound,
      hint: entry.text("displayName"),
      basis: .configured,
      createdAt: try entry.instant("startDateTime"),
      rotatedAt: .never,
      expiresAt: try entry.end("endDateTime"),
      locator: entry.cursor.locator
    )
  }
}
