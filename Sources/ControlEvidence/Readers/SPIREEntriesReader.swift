public import ControlModel

/// Reads the registration entries of a SPIRE server.
///
/// Numbers of 64 bits are text there. A lifetime of 0 means the server's default, which the export
/// does not name: the lifetime is then not recorded. An expiry of 0 means that the entry stays.
public struct SPIREEntriesReader: EvidenceReader {
  /// The answer of the server's list of entries, or of making some.
  public let format = EvidenceFormat(
    id: "spire-entries",
    title: "SPIRE registration entries",
    writtenBy: "spire-server entry show -output json",
    kinds: [.workloadIdentityEntries]
  )

  /// gRPC's code for an entry that was there already; the answer then holds that entry.
  private static let alreadyExists = 6

  /// Creates the reader.
  public init() {}

  /// Whether the document lists entries with a SPIFFE ID.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root else { return false }
    if let entries = root["entries"]?.value.elements {
      return entries.allSatisfy { $0["spiffe_id"] != nil }
        && (!entries.isEmpty || root["next_page_token"] != nil)
    }
    guard let results = root["results"]?.elements, !results.isEmpty else { return false }
    return results.contains { $0["entry"]?["spiffe_id"] != nil }
  }

  /// Reads an entry for each registration.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, root["entries"] != nil || root["results"] != nil else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "neither entries nor results",
        needed: "the answer of `spire-server entry show`",
        remedy: "export with -output json"
      )
    }
    if let token = root["next_page_token"], token.text?.isEmpty == false {
      sink.markPartial(token.locator, marker: "next_page_token")
    }
    let isCreation = root["entries"] == nil
    for element in try root.list(isCreation ? "results" : "entries") {
      do throws(Diagnostic) {
        sink.add(try entry(isCreation ? created(element) : element))
      } catch {
        sink.reject(error)
      }
    }
  }

  /// The entry of one result of making entries; the server may have refused it.
  private func created(_ result: Cursor) throws(Diagnostic) -> Cursor {
    let code = try result["status"]?.integer("code") ?? 0
    guard code == 0 || code == Self.alreadyExists, let entry = result["entry"] else {
      throw result.malformed(found: "status code \(code)", needed: "an entry that was made")
    }
    return entry
  }

  private func entry(_ entry: Cursor) throws(Diagnostic) -> WorkloadEntry {
    guard let name = spiffeID(entry["spiffe_id"]), let domain = trustDomain(of: name) else {
      throw entry.malformed(found: "no SPIFFE ID", needed: "spiffe_id with a trust domain")
    }
    // Old dumps and data files have one `ttl` for both documents.
    let common = try entry.integer("ttl")
    let certificate = try entry.integer("x509_svid_ttl") ?? common
    let token = try entry.integer("jwt_svid_ttl") ?? common
    var selectors: [String] = []
    for selector in try entry.list("selectors") {
      selectors.append(try "\(selector.required("type")):\(selector.required("value"))")
    }
    return WorkloadEntry(
      name: name,
      entry: try entry.required("id"),
      trustDomain: domain,
      parent: spiffeID(entry["parent_id"]),
      selectors: selectors,
      certificateLifetime: try lifetime(certificate, entry),
      tokenLifetime: try lifetime(token, entry),
      administrator: try entry.flag("admin") ?? false,
      downstream: try entry.flag("downstream") ?? false,
      federatesWith: try entry.textList("federates_with"),
      basis: .configured,
      createdAt: try time("created_at", in: entry),
      expiresAt: try expiry(of: entry),
      locator: entry.locator
    )
  }

  /// A SPIFFE ID, written as an object with trust domain and path, or as a URI.
  private func spiffeID(_ cursor: Cursor?) -> String? {
    guard let cursor else { return nil }
    if let text = cursor.text { return text.hasPrefix("spiffe://") ? text : nil }
    guard let domain = cursor["trust_domain"]?.text, !domain.isEmpty else { return nil }
    return "spiffe://\(domain)\(cursor["path"]?.text ?? "")"
  }

  private func trustDomain(of name: String) -> String? {
    let domain = name.dropFirst("spiffe://".count).prefix { $0 != "/" }
    return domain.isEmpty ? nil : String(domain)
  }

  /// A lifetime in seconds; `nil` for 0, the server's default, which the export does not name.
  private func lifetime(_ seconds: Int?, _ entry: Cursor) throws(Diagnostic) -> Duration? {
    guard let seconds, seconds != 0 else { return nil }
    if seconds < 0 {
      throw entry.malformed(found: "a lifetime of \(seconds)", needed: "seconds, or 0")
    }
    return .seconds(seconds)
  }

  private func time(_ name: String, in entry: Cursor) throws(Diagnostic) -> Instant? {
    guard let seconds = try entry.integer(name), seconds != 0 else { return nil }
    guard let instant = Instant(secondsSinceEpoch: Int64(seconds)) else {
      throw entry.malformed(found: "\(name) out of range", needed: "seconds since 1970")
    }
    return instant
  }

  private func expiry(of entry: Cursor) throws(Diagnostic) -> Moment {
    if let instant = try time("expires_at", in: entry) { return .at(instant) }
    return entry["expires_at"] == nil ? .notRecorded : .never
  }
}
