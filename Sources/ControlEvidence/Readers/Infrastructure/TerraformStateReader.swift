public import ControlModel

/// Reads the state of Terraform or OpenTofu: `show -json`, or the state file itself, version 4.
///
/// Managed resources become assets; data sources are only looked up and are not. State holds secrets
/// in clear text: only ids, tags and types are read, and of those none that is marked as sensitive.
public struct TerraformStateReader: EvidenceReader {
  /// A state.
  public let format = EvidenceFormat(
    id: "terraform-state",
    title: "Terraform or OpenTofu state",
    writtenBy: "terraform show -json; terraform state pull",
    kinds: [.assetInventory]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document is a state: values without a plan, or a state file of version 4.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root else { return false }
    if root["format_version"] != nil {
      return root["values"] != nil && root["planned_values"] == nil
        && root["resource_changes"] == nil
    }
    return root["terraform_version"] != nil && root["lineage"] != nil
      && root["resources"]?.value.elements != nil
  }

  /// Reads an asset for each managed resource.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, recognizes(document) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no state",
        needed: "values, or a state file of version 4",
        remedy: "print it with `terraform show -json`"
      )
    }
    guard let module = root["values"]?["root_module"] else {
      try readFile(root, into: &sink)
      return
    }
    // Modules nest: those still to be read, the first on top.
    var pending = [module]
    while let module = pending.popLast() {
      pending += try module.list("child_modules").reversed()
      for resource in try module.list("resources") where resource["mode"]?.text != "data" {
        sink.attempt { (sink) throws(Diagnostic) in
          let values = TerraformResource(
            type: try resource.required("type"),
            values: resource["values"],
            sensitive: resource["sensitive_values"]
          )
          sink.add(asset(values, try resource.required("address"), resource, sink.context))
        }
      }
    }
  }

  /// Reads the state file, whose instances stand below their resource.
  private func readFile(_ root: Cursor, into sink: inout RecordSink) throws(Diagnostic) {
    let version = try root.integer("version")
    if root["values"] != nil { return }
    guard version == 4 else {
      throw root.malformed(
        found: "a state file of another version",
        needed: "version 4, or `terraform show -json`"
      )
    }
    for resource in try root.list("resources") where resource["mode"]?.text != "data" {
      sink.attempt { (sink) throws(Diagnostic) in
        let type = try resource.required("type")
        let module = resource["module"]?.text.map { "\($0)." } ?? ""
        let name = "\(module)\(type).\(try resource.required("name"))"
        for instance in try resource.list("instances") {
          let key = instance["index_key"].map { key in
            key.value.string.map { "[\"\($0)\"]" } ?? "[\(key.text ?? "")]"
          }
          let values = TerraformResource(
            type: type,
            values: instance["attributes"],
            // Version 4 marks sensitive attributes by path, not by shape; ids are never among them.
            sensitive: nil
          )
          sink.add(asset(values, name + (key ?? ""), instance, sink.context))
        }
      }
    }
  }

  private func asset(
    _ resource: TerraformResource,
    _ address: String,
    _ cursor: Cursor,
    _ context: EvidenceContext
  ) -> Asset {
    let id = resource.identifier ?? address
    let own = resource.identifier == nil ? nil : resource["id"]
    let aliases = [own, address].compactMap { $0 }.filter { $0 != id }
    return Asset(
      id: id,
      kind: resource.type,
      name: resource["name"] ?? address,
      aliases: aliases.isEmpty ? nil : aliases,
      account: context.account,
      owner: resource.tag("owner"),
      tenant: resource.tag("tenant"),
      environment: resource.tag("environment"),
      criticality: .unknown,
      state: .active,
      lastSeenAt: context.collectedAt.map { .at($0) } ?? .notRecorded,
      retiredAt: .notRecorded,
      locator: cursor.locator
    )
  }
}
