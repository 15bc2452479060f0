public import ControlModel

/// Reads a plan of Terraform or OpenTofu, as `show -json` prints it.
///
/// Only names of attributes are kept: their values, the sensitive ones among them, stand in clear text
/// in the file. An attribute that is not known before the plan is carried out is *unknown*, not unset.
public struct TerraformPlanReader: EvidenceReader {
  /// A plan.
  public let format = EvidenceFormat(
    id: "terraform-plan",
    title: "Terraform or OpenTofu plan",
    writtenBy: "terraform show -json PLAN",
    kinds: [.configSnapshot]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document is a plan: a version of the format beside changes or planned values.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, root["format_version"] != nil else { return false }
    return root["resource_changes"] != nil || root["planned_values"] != nil
  }

  /// Reads a change for each resource.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, root["format_version"] != nil else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no plan",
        needed: "format_version and resource_changes",
        remedy: "print it with `terraform show -json PLAN`, not with `terraform plan -json`"
      )
    }
    let plannedAt = try root.instant("timestamp")
    sink.observedAt = plannedAt
    for (name, marker) in [("errored", true), ("complete", false)]
    where root[name]?.value.bool == marker {
      sink.markPartial((root[name] ?? root).locator, marker: "\(name) \(marker)")
    }
    if let deferred = root["deferred_changes"], deferred.value.elements?.isEmpty == false {
      sink.markPartial(deferred.locator, marker: "deferred_changes")
    }
    for change in try root.list("resource_changes") {
      sink.attempt { (sink) throws(Diagnostic) in
        sink.add(try TerraformChange(change).record(plannedAt: plannedAt))
      }
    }
  }
}
