import ControlModel

extension Manifest {
  /// The manifest as evidence of its own kind: controls ask it which sources there are, and whether
  /// all of them were scanned or covered.
  ///
  /// - Parameters:
  ///   - subject: The subject's id.
  ///   - bytes: The manifest's bytes.
  ///   - records: Takes one record for each listed file and kind.
  /// - Returns: The manifest as a file. An item that does not say where it came from is rejected.
  func file(subject: String, bytes: [UInt8], into records: inout RecordTables) -> EvidenceFile {
    var file = EvidenceFile(path: "manifest.json", state: .read)
    file.format = "manifest"
    file.kinds = [.evidenceManifest]
    file.digest = Digest.sha256(bytes)
    file.sizeInBytes = bytes.count
    file.completeness = .complete
    file.sourceClass = .ownExport
    file.collectedAt = items.values.compactMap(\.collectedAt).max()
    for item in items.values.sorted(by: { $0.path < $1.path }) {
      do throws(Diagnostic) {
        for record in try item.records(subject: subject) {
          records.append(record)
          file.recordCount += 1
        }
      } catch {
        file.rejectedCount += 1
        if file.diagnostics.count < Limits.keptDiagnostics { file.diagnostics.append(error) }
      }
    }
    return file
  }
}

extension Manifest.Item {
  /// One record for each kind the file yields.
  fileprivate func records(subject: String) throws(Diagnostic) -> [EvidenceItem] {
    guard let sourceClass, let sourceSystem, let collector, let collectedAt else {
      let missing = [
        sourceClass == nil ? "sourceClass" : nil, sourceSystem == nil ? "sourceSystem" : nil,
        collector == nil ? "collector" : nil, collectedAt == nil ? "collectedAt" : nil,
      ].compactMap { $0 }
      throw Diagnostic(
        .manifestMalformed,
        at: locator,
        found: "\(clipped(path)) without \(missing.joined(separator: ", "))",
        needed: "where the file came from, who collected it and when",
        remedy: "fill it in in manifest.json"
      )
    }
    var items: [EvidenceItem] = []
    for kind in kinds {
      items.append(
        EvidenceItem(
          path: path,
          kind: kind.name,
          format: format ?? "",
          sha256: sha256,
          sizeInBytes: sizeInBytes ?? 0,
          recordCount: recordCount,
          completeness: .init(rawValue: completeness.rawValue) ?? .unstated,
          sourceClass: .init(rawValue: sourceClass.rawValue) ?? .claim,
          sourceSystem: sourceSystem,
          command: command,
          account: account,
          collector: collector,
          subject: subject,
          sealVerified: .notTried,
          collectedAt: collectedAt,
          periodStartedAt: periodStartedAt,
          periodEndedAt: periodEndedAt,
          locator: locator
        )
      )
    }
    return items
  }
}
