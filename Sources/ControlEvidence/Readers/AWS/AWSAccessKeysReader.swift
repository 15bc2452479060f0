import ControlModel

/// Reads which access keys users have, and since when.
///
/// The list names users and no account: the account comes from the manifest. Access keys never end.
/// When a key was last used is another question, asked key by key.
struct AWSAccessKeysReader: ListReader {
  let format = EvidenceFormat(
    id: "aws-access-keys",
    title: "AWS access keys of users",
    writtenBy: "aws iam list-access-keys",
    kinds: [.iamCredentialReport]
  )
  let shape = ListShape(
    members: ["AccessKeyMetadata"],
    pageMarkers: ["IsTruncated", "Marker", "NextToken"]
  )

  func claims(_ element: EvidenceValue) -> Bool {
    element.has("AccessKeyId", "Status") && !element.has("AccessKeyLastUsed")
  }

  func claimsEmpty(_ root: EvidenceValue) -> Bool { root["AccessKeyMetadata"]?.elements != nil }

  func known(
    of document: EvidenceDocument,
    into sink: inout RecordSink
  ) throws(Diagnostic) -> AWSAccount { try AWSAccount(sink.context, document) }

  func take(
    _ element: Cursor,
    _ account: AWSAccount,
    into sink: inout RecordSink
  ) throws(Diagnostic) {
    sink.add(
      Credential(
        id: try element.required("AccessKeyId"),
        identity: account.user(try element.required("UserName")),
        kind: .accessKey,
        status: try status(element),
        lifetimeClass: .static,
        managedBy: .customer,
        boundTo: .unbound,
        basis: .configured,
        createdAt: try element.textOrSeconds("CreateDate"),
        rotatedAt: .never,
        expiresAt: .never,
        locator: element.locator
      )
    )
  }

  private func status(_ element: Cursor) throws(Diagnostic) -> Credential.Status {
    switch try element.required("Status") {
    case "Active": .active
    case "Inactive": .inactive
    case "Expired": .expired
    case let other:
      throw element.malformed(
        found: "Status \"\(clipped(other))\"",
        needed: "Active, Inactive or Expired"
      )
    }
  }
}
