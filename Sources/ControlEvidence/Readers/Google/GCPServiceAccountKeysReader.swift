import ControlModel

/// Reads the keys of service accounts.
///
/// A key's age counts from `validAfterTime`. Keys of Google (`SYSTEM_MANAGED`) change by themselves;
/// keys of users end where `validBeforeTime` says so, and never where it says the year 9999. The list
/// does not know when a key was last used.
struct GCPServiceAccountKeysReader: ListReader {
  let format = EvidenceFormat(
    id: "gcp-service-account-keys",
    title: "Google Cloud service account keys",
    writtenBy: "gcloud iam service-accounts keys list --iam-account EMAIL --format=json",
    kinds: [.iamCredentialReport]
  )
  let shape = ListShape(members: ["keys"], pageMarkers: ["nextPageToken"])

  func claims(_ element: EvidenceValue) -> Bool {
    guard let name = element["name"]?.string else { return false }
    return name.contains("/serviceAccounts/") && name.contains("/keys/")
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let name = try element.required("name")
    guard let email = GoogleNames.part(of: name, after: "serviceAccounts") else {
      throw element.malformed(found: "a name without a service account", needed: "a key's name")
    }
    let isGoogles: Bool
    switch element["keyType"]?.text {
    case "SYSTEM_MANAGED": isGoogles = true
    case "USER_MANAGED": isGoogles = false
    default:
      throw element.malformed(found: "no known keyType", needed: "USER_MANAGED or SYSTEM_MANAGED")
    }
    sink.add(
      Credential(
        id: name,
        identity: GoogleNames.serviceAccount(email),
        kind: .serviceAccountKey,
        status: try element.flag("disabled") == true ? .inactive : .active,
        lifetimeClass: isGoogles ? .shortLived : .static,
        managedBy: isGoogles ? .provider : .customer,
        boundTo: .unbound,
        basis: .configured,
        createdAt: try element.instant("validAfterTime"),
        rotatedAt: .never,
        expiresAt: try element.end("validBeforeTime", absent: .notRecorded),
        locator: element.locator
      )
    )
  }
}
