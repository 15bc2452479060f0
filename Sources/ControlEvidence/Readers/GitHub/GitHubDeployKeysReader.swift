import ControlModel
import Foundation

/// Reads the deploy keys of a repository.
///
/// A deploy key is an identity of its own: whoever holds its private half is the repository's
/// machine. The hint is the public key's fingerprint as OpenSSH prints it, which shows a key that is
/// used for several repositories. Deploy keys never end. `last_used` that is null says never; older
/// exports lack it.
struct GitHubDeployKeysReader: ListReader {
  let format = EvidenceFormat(
    id: "github-deploy-keys",
    title: "GitHub deploy keys of a repository",
    writtenBy: "gh api /repos/OWNER/REPO/keys",
    kinds: [.nhiInventory, .iamCredentialReport, .iamPolicyExport]
  )
  let shape = ListShape()

  func claims(_ element: EvidenceValue) -> Bool {
    element.has("id", "key", "title", "read_only")
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let id = "github-deploy-key:\(try element.required("id"))"
    guard let repository = repository(element, sink.context) else {
      throw element.malformed(
        found: "no repository",
        needed: "url, or the repository as about in manifest.json"
      )
    }
    let isEnabled = try element.flag("enabled") ?? true
    let created = try element.instant("created_at")
    let used = try element.moment("last_used", null: .never, absent: .notRecorded)
    guard let isReadOnly = try element.flag("read_only") else {
      throw element.malformed(found: "no read_only", needed: "whether the key may write")
    }
    sink.add(
      Identity(
        id: id,
        kind: .workload,
        provider: "github",
        account: String(repository.prefix { $0 != "/" }),
        displayName: element["title"]?.text,
        status: isEnabled ? .enabled : .disabled,
        createdAt: created,
        lastUsedAt: used,
        locator: element.locator
      )
    )
    sink.add(
      Credential(
        id: "\(id)/key",
        identity: id,
        kind: .sshKey,
        status: isEnabled ? .active : .inactive,
        lifetimeClass: .static,
        managedBy: .customer,
        boundTo: .key,
        hint: element["key"]?.text.flatMap(fingerprint),
        basis: .configured,
        createdAt: created,
        rotatedAt: .never,
        expiresAt: .never,
        lastUsedAt: used,
        locator: element.locator
      )
    )
    sink.add(
      Entitlement(
        id: "\(id)#\(repository)",
        holder: id,
        effect: .allow,
        actions: isReadOnly ? ["contents:read"] : ["contents:read", "contents:write"],
        resources: [repository],
        via: .resourcePolicy,
        policy: "deploy-key",
        resolved: true,
        administrative: false,
        basis: .configured,
        grantedAt: created,
        expiresAt: .never,
        locator: element.locator
      )
    )
  }

  /// The repository as `owner/name`: from the key's address, or what the manifest says.
  private func repository(_ element: Cursor, _ context: EvidenceContext) -> String? {
    let parts = (element["url"]?.text ?? "").split(separator: "/")
    if let index = parts.firstIndex(of: "repos"), index + 2 < parts.endIndex {
      return "\(parts[index + 1])/\(parts[index + 2])"
    }
    guard let about = context.about, about.split(separator: "/").count == 2 else { return nil }
    return about
  }

  private func fingerprint(_ key: String) -> String? {
    let parts = key.split(separator: " ")
    guard parts.count >= 2, let bytes = Data(base64Encoded: String(parts[1])) else { return nil }
    let digest = Digest.sha256(Array(bytes))
    var raw: [UInt8] = []
    var rest = digest[...]
    while let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 {
      raw.append(byte)
      rest = rest.dropFirst(2)
    }
    return "SHA256:" + Data(raw).base64EncodedString().filter { $0 != "=" }
  }
}
