import ControlModel

/// One bill of materials in CycloneDX.
struct CycloneDXBill {
  private let root: Cursor
  private let bill: String
  private let isSigned: Component.BillSigned
  private let completeness: Component.BillCompleteness
  private let generatedAt: Instant?
  private let dependencies: [String: [String]]

  /// Takes a bill.
  ///
  /// - Parameters:
  ///   - root: The bill.
  ///   - signed: What is known of a signature around the bill.
  /// - Throws: ``Diagnostic`` where its head cannot be read.
  init(_ root: Cursor, signed: Component.BillSigned) throws(Diagnostic) {
    self.root = root
    bill = root["serialNumber"]?.text ?? "sha256:\(root.digest)"
    isSigned = root["signature"] == nil && signed == .notTried ? .no : signed
    generatedAt = try root["metadata"]?.instant("timestamp")
    completeness = try Self.completeness(root)
    var dependencies: [String: [String]] = [:]
    for dependency in try root.list("dependencies") {
      guard let reference = dependency["ref"]?.text else { continue }
      dependencies[reference] = try dependency.textList("dependsOn") ?? []
    }
    self.dependencies = dependencies
  }

  /// Reads everything the bill holds.
  func read(into sink: inout RecordSink) throws(Diagnostic) {
    // A bill without models is no evidence that there are none.
    sink.kinds.insert(.sbom)
    let subject = root["metadata"]?["component"]
    let subjectDigest = subject.flatMap(CycloneDXPart.digest)
    var pending =
      try Array([subject].compactMap { $0 } + root.list("components")).reversed() as [Cursor]
    var models: [CycloneDXPart] = []
    var parts: [String: CycloneDXPart] = [:]
    while let cursor = pending.popLast() {
      pending += cursor["components"]?.elements.reversed() ?? []
      sink.attempt { (sink) throws(Diagnostic) in
        let part = try CycloneDXPart(cursor)
        sink.add(component(part, of: subjectDigest))
        parts[part.id] = part
        if part.kind == .model { models.append(part) }
      }
    }
    for service in try root.list("services") {
      sink.attempt { (sink) throws(Diagnostic) in
        sink.add(component(try CycloneDXPart(service, kind: .service), of: subjectDigest))
      }
    }
    var taken: Set<String> = []
    if !models.isEmpty { sink.kinds.insert(.modelCard) }
    for model in models {
      sink.attempt { (sink) throws(Diagnostic) in sink.add(try model.model()) }
      for dataset in CycloneDXCard(model.cursor).datasets(named: parts)
      where taken.insert(dataset.id).inserted {
        sink.add(dataset)
        sink.kinds.insert(.dataLineage)
      }
    }
    try readVulnerabilities(into: &sink)
  }

  private func component(_ part: CycloneDXPart, of subjectDigest: String?) -> Component {
    Component(
      id: part.id,
      bill: bill,
      kind: part.kind,
      name: part.name,
      version: part.version,
      packageURL: part.cursor["purl"]?.text,
      digest: part.digest,
      pinned: part.digest == nil ? nil : true,
      supplier: part.supplier,
      licence: part.licence,
      dependsOn: dependencies[part.id].flatMap { $0.isEmpty ? nil : $0 },
      subjectDigest: subjectDigest,
      authenticated: part.cursor["authenticated"]?.value.bool,
      billCompleteness: completeness,
      billSigned: isSigned,
      generatedAt: generatedAt,
      locator: part.cursor.locator
    )
  }

  /// Complete where a composition says so of the whole and none says otherwise of a part.
  ///
  /// A composition without `assemblies` and `dependencies`, or with the bill's own subject among
  /// them, is of the whole.
  private static func completeness(
    _ root: Cursor
  ) throws(Diagnostic) -> Component.BillCompleteness {
    let subject = root["metadata"]?["component"]?["bom-ref"]?.text
    var isComplete = false
    for composition in try root.list("compositions") {
      let aggregate = try composition.required("aggregate")
      if aggregate.hasPrefix("incomplete") { return .partial }
      let of = (composition["assemblies"]?.texts ?? []) + (composition["dependencies"]?.texts ?? [])
      if aggregate == "complete", of.isEmpty || subject.map(of.contains) == true {
        isComplete = true
      }
    }
    return isComplete ? .complete : .unstated
  }

  private func readVulnerabilities(into sink: inout RecordSink) throws(Diagnostic) {
    let vulnerabilities = try root.list("vulnerabilities")
    if vulnerabilities.isEmpty { return }
    guard let seenAt = generatedAt ?? sink.context.collectedAt else {
      throw root.malformed(
        found: "vulnerabilities without a time",
        needed: "metadata.timestamp, or collectedAt in manifest.json"
      )
    }
    let tools = root["metadata"]?["tools"]
    let tool = (tools?["components"] ?? tools)?.elements.first
    let run = ScanRun(
      id: "cyclonedx:\(bill)",
      tool: tool?["name"]?.text ?? "cyclonedx",
      toolVersion: tool?["version"]?.text,
      target: root["metadata"]?["component"]?["name"]?.text ?? root.path,
      targetKind: .component,
      succeeded: true,
      findingCount: vulnerabilities.count,
      startedAt: seenAt,
      locator: root.locator
    )
    sink.add(run)
    sink.kinds.insert(.vulnScanReport)
    for cursor in vulnerabilities {
      sink.attempt { (sink) throws(Diagnostic) in
        for vulnerability in try CycloneDXVulnerability(cursor, run).records() {
          sink.add(vulnerability)
        }
      }
    }
  }
}
