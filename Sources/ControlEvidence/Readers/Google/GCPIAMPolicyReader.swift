import ControlModel

/// Reads the IAM policy of one resource: a right for each role and member.
///
/// The policy does not say which resource it is on: the manifest says what the file is about, or else
/// names the project as its account. Policies of folders and of the organisation are inherited and
/// are files of their own. A role of Google is known by its published content; what a role of the
/// project or organisation allows is not in the file, so that such a right is not resolved.
///
/// On a service account, roles that let their holder act as it are trust relations too.
struct GCPIAMPolicyReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "gcp-iam-policy",
    title: "Google Cloud IAM policy of one resource",
    writtenBy: "gcloud projects get-iam-policy PROJECT --format=json",
    kinds: [.iamPolicyExport, .federationTrustConfig]
  )

  func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.firstValues(2).first, document.firstValues(2).count == 1 else {
      return false
    }
    guard let bindings = root["bindings"]?.elements else {
      // A resource that nobody has a right on has a policy of nothing but its tag.
      return root.has("etag")
        && root.members?.allSatisfy { ["etag", "version"].contains($0.name) }
          == true
    }
    return root.hasAny("etag", "version")
      && bindings.prefix(4).allSatisfy { $0["role"]?.string != nil && !$0.has("roleRef") }
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    sink.kinds = [.iamPolicyExport]
    let what = "the resource that the policy is on"
    var context = sink.context
    context.account = context.about ?? context.account
    let resource = try context.neededAccount(what, document)
    let policy = GCPPolicy(resource: resource.contains("/") ? resource : "projects/\(resource)")
    if policy.serviceAccount != nil { sink.kinds.insert(.federationTrustConfig) }
    for root in document.roots {
      for binding in try root.list("bindings") {
        do throws(Diagnostic) {
          try policy.read(binding, into: &sink)
        } catch {
          sink.reject(error)
        }
      }
    }
  }
}
