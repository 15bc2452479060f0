import ControlModel

extension CanonicalStream {
  func file(_ file: EvidenceFile, after summary: StreamSummary) -> EvidenceFile {
    var file = file
    if summary.isComplete {
      file.complete(summary, kind: kind, item)
    } else {
      if let (digest, size) = try? FileDigest.sha256(at: location, name: path) {
        file.found(digest: digest, sizeInBytes: size, item)
      }
      file.diagnostics += summary.diagnostics
      if file.state != .changed { file.state = .unreadable }
    }
    if item == nil { file.diagnostics.append(ManifestCheck.unlisted(path)) }
    return file
  }
}

extension EvidenceFile {
  /// Notes what was read of a file in canonical form.
  mutating func complete(_ summary: StreamSummary, kind: EvidenceKind, _ item: Manifest.Item?) {
    found(digest: summary.digest, sizeInBytes: summary.sizeInBytes, item)
    format = EvidenceReaders.canonical.format.id
    recordCount = summary.recordCount
    rejectedCount = summary.rejectedCount
    kinds = Set(kinds).union([kind]).sorted()
    diagnostics += summary.diagnostics
    compareCount(item)
  }

  /// Notes a file's digest and size, and whether they are the listed ones.
  mutating func found(digest: String, sizeInBytes: Int, _ item: Manifest.Item?) {
    self.digest = digest
    self.sizeInBytes = sizeInBytes
    if let item, item.sha256 != digest {
      state = .changed
      diagnostics.append(ManifestCheck.changed(item, digest))
    }
  }

  /// Notes where the manifest states another number of records.
  mutating func compareCount(_ item: Manifest.Item?) {
    guard let stated = item?.recordCount, stated != recordCount + rejectedCount else { return }
    diagnostics.append(
      Diagnostic(
        .evidencePartial,
        at: Locator(path: path, digest: digest),
        found: "\(recordCount + rejectedCount) records",
        needed: "\(stated) records, as manifest.json states",
        remedy: "collect the file again, or mend the count"
      )
    )
    completeness = .partial
  }
}
