import ControlModel

/// Reads IAM policies: a right for each role and member.
///
/// A policy does not say which resource it is on: the manifest says what the file is about, or else
/// names the project as its account. A list of policies from the asset inventory names each resource. Policies of folders and of the organisation are inherited and
/// are files of their own. A role of Google is known by its published content; what a role of the
/// project or organisation allows is not in the file, so that such a right is not resolved.
///
/// On a service account, roles that let their holder act as it are trust relations too.
struct GCPIAMPolicyReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "gcp-iam-policy",
    title: "Google Cloud IAM policies",
    writtenBy: "gcloud projects get-iam-policy PROJECT --format=json, gcloud asset "
      + "search-all-iam-policies",
    kinds: [.iamPolicyExport, .federationTrustConfig]
  )

  /// The asset inventory's lists; what the elements are called differs by command.
  private static let shape = ListShape(
    members: ["results", "assets"],
    pageMarkers: ["nextPageToken"]
  )

  func recognizes(_ document: EvidenceDocument) -> Bool {
    let samples = Self.shape.samples(document)
    if samples.count == 1, isPolicy(samples[0]) { return true }
    return !samples.isEmpty && samples.allSatisfy { listed($0) != nil }
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    sink.kinds = [.iamPolicyExport]
    for element in try Self.shape.elements(document, into: &sink) {
      if let names = listed(element.value) {
        guard let policy = element[names.policy], let resource = element[names.resource]?.text
        else {
          sink.reject(element.malformed(found: "no resource", needed: "a policy and its resource"))
          continue
        }
        sink.attempt { (sink) throws(Diagnostic) in
          // Names of the inventory begin with the service: `//iam.googleapis.com/projects/…`.
          let parts = resource.split(separator: "/").drop { $0.hasSuffix(".googleapis.com") }
          try read(policy, on: parts.joined(separator: "/"), into: &sink)
        }
        continue
      }
      var context = sink.context
      context.account = context.about ?? context.account
      let resource = try context.neededAccount("the resource that the policy is on", document)
      try read(element, on: resource.contains("/") ? resource : "projects/\(resource)", into: &sink)
    }
  }

  private func read(
    _ root: Cursor,
    on resource: String,
    into sink: inout RecordSink
  ) throws(Diagnostic) {
    let policy = GCPPolicy(resource: resource)
    if policy.serviceAccount != nil { sink.kinds.insert(.federationTrustConfig) }
    for binding in try root.list("bindings") {
      do throws(Diagnostic) {
        try policy.read(binding, into: &sink)
      } catch {
        sink.reject(error)
      }
    }
  }

  private func isPolicy(_ value: EvidenceValue) -> Bool {
    guard let bindings = value["bindings"]?.elements else {
      // A resource that nobody has a right on has a policy of nothing but its tag.
      return value.has("etag")
        && value.members?.allSatisfy { ["etag", "version"].contains($0.name) } == true
    }
    return value.hasAny("etag", "version")
      && bindings.prefix(4).allSatisfy { $0["role"]?.string != nil && !$0.has("roleRef") }
  }

  /// The members of a listed policy, or `nil` for what is none.
  private func listed(_ value: EvidenceValue) -> (policy: String, resource: String)? {
    let names = [("policy", "resource"), ("iamPolicy", "name"), ("iam_policy", "name")]
    return names.first { policy, resource in
      value[policy]?["bindings"]?.elements != nil && value[resource]?.string != nil
    }.map { (policy: $0.0, resource: $0.1) }
  }
}
