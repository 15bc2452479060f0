import ControlModel

/// Reads the service accounts of a project.
///
/// `disabled` is there only where true. The list has neither a creation date nor a last use.
struct GCPServiceAccountsReader: ListReader {
  let format = EvidenceFormat(
    id: "gcp-service-accounts",
    title: "Google Cloud service accounts",
    writtenBy: "gcloud iam service-accounts list --format=json",
    kinds: [.nhiInventory]
  )
  let shape = ListShape(members: ["accounts"], pageMarkers: ["nextPageToken"])

  func claims(_ element: EvidenceValue) -> Bool {
    element.has("email", "uniqueId")
      && element["name"]?.string?.contains("/serviceAccounts/") == true
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let name = try element.required("name")
    let email = try element.required("email")
    guard
      let project = element["projectId"]?.text ?? GoogleNames.part(of: name, after: "projects")
    else {
      throw element.malformed(found: "no project", needed: "projectId, or a name with a project")
    }
    let description = element["description"]?.text ?? ""
    sink.add(
      Identity(
        id: GoogleNames.serviceAccount(email),
        kind: .serviceAccount,
        provider: "gcp",
        account: project,
        displayName: element["displayName"]?.text,
        aliases: [email, try element.required("uniqueId")],
        purpose: description.isEmpty ? nil : description,
        status: try element.flag("disabled") == true ? .disabled : .enabled,
        locator: element.locator
      )
    )
  }
}
