import ControlModel

extension CanonicalStream {
  /// The stream for a file in canonical form with one record on each line; `nil` for any other file.
  ///
  /// What is told by the manifest or the name counts first; where the manifest names no format, the
  /// first lines must not look like a tool's own. A file that cannot be opened is no stream: whoever
  /// reads it whole says why.
  ///
  /// - Parameters:
  ///   - path: The file's path relative to the subject's folder.
  ///   - location: Its path on disk.
  ///   - item: What the manifest says of it; `nil`: nothing.
  ///   - kinds: The kinds that are known for it; those of the manifest where it has an item.
  ///   - format: The format's id where it is known.
  /// - Returns: The stream.
  static func recognize(
    _ path: String,
    at location: String,
    listed item: Manifest.Item? = nil,
    kinds: [EvidenceKind],
    format: String?
  ) -> CanonicalStream? {
    let name = FileText.unpackedName(path).lowercased()
    guard name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson"),
      format == nil || format == EvidenceReaders.canonical.format.id,
      let description = kind(of: path, kinds),
      let head = try? FileHead(at: location, name: path), head.isText
    else { return nil }
    if format == nil, !isCanonical(head, path) { return nil }
    return CanonicalStream(
      path: path,
      description: description,
      sizeInBytes: head.sizeInBytes,
      location: location,
      isPacked: head.isPacked,
      item: item
    )
  }

  /// Whether the records are such as systems write without end, and are read in passes.
  var isLog: Bool { LogKinds.all.contains(kind) }

  private static func kind(of path: String, _ listed: [EvidenceKind]) -> EvidenceKindDescription? {
    if listed.count == 1 { return EvidenceKind.all.first { $0.kind == listed[0] } }
    let stem = (path.split(separator: "/").last ?? "").split(separator: ".").first ?? ""
    return EvidenceKind.all.first { $0.kind.name == stem }
  }

  /// Whether no reader of another format claims the first lines.
  private static func isCanonical(_ head: FileHead, _ path: String) -> Bool {
    guard let document = try? EvidenceDocument(bytes: head.lines, path: path),
      let reader = try? EvidenceReaders.reader(for: document)
    else { return false }
    return reader.format.id == EvidenceReaders.canonical.format.id
  }
}

/// The kinds whose records are written as things happen, day after day.
///
/// The kind decides, never the size of a file: one kind is read by one code.
enum LogKinds {
  static let all: Set<EvidenceKind> = [
    "agent-trace", "audit-log", "data-access-log", "policy-decision-log", "token-issuance",
    "admin-changes", "support-sessions", "network-flow-map", "lifecycle-events", "monitor-alerts",
    "approval-log", "user-feedback-log", "facility-log",
  ]
}
