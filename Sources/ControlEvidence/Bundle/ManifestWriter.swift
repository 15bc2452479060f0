public import ControlModel

/// Brings a subject's manifest up to what its folder holds.
///
/// What only a person knows (where a file came from, when, by whom) is kept as it stands, and left
/// for a person to fill in where it does not stand yet: it is never guessed.
public enum ManifestWriter {
  /// What changed.
  public struct Change: Sendable, Hashable {
    /// The file's path.
    public let path: String
    /// What is new of it, in words.
    public let text: String
  }

  /// Computes the manifest.
  ///
  /// - Parameters:
  ///   - folder: The subject's folder.
  ///   - mappings: Readers by mapping files.
  /// - Returns: The new manifest's text and what changed, in order of path.
  /// - Throws: ``Diagnostic`` where a file or the present manifest cannot be read.
  public static func update(
    _ folder: EvidenceFolder,
    mappings: [MappingReader] = []
  ) throws(Diagnostic) -> (text: String, changes: [Change]) {
    let subject = String(folder.path.split(separator: "/").last ?? "")
    var present: [String: EvidenceValue] = [:]
    if let bytes = try folder.bytes(of: "manifest.json") {
      _ = try Manifest(bytes: bytes, subject: subject)
      let root = try JSONReader.read(bytes, path: "manifest.json")
      for item in root["items"]?.elements ?? [] { present[item["path"]?.string ?? ""] = item }
    }
    var changes: [Change] = []
    var items: [EvidenceValue] = []
    for path in try folder.evidenceFiles() {
      items.append(try item(path, folder, present.removeValue(forKey: path), mappings, &changes))
    }
    // A listed file that is gone stays listed: its absence is itself a fact for the judge.
    for (path, item) in present.sorted(by: { $0.key < $1.key }) {
      changes.append(
        Change(path: path, text: "listed and not there; remove its entry if it never was evidence")
      )
      items.append(item)
    }
    let root = EvidenceValue(
      .object([
        .init(name: "version", value: EvidenceValue(.number(String(Manifest.version)))),
        .init(name: "subject", value: EvidenceValue(.string(subject))),
        .init(
          name: "items",
          value: EvidenceValue(
            .array(items.sorted { ($0["path"]?.string ?? "") < ($1["path"]?.string ?? "") })
          )
        ),
      ])
    )
    return (JSONText.write(root), changes.sorted { $0.path < $1.path })
  }

  private static func item(
    _ path: String,
    _ folder: EvidenceFolder,
    _ old: EvidenceValue?,
    _ mappings: [MappingReader],
    _ changes: inout [Change]
  ) throws(Diagnostic) -> EvidenceValue {
    let location = folder.location(of: path)
    let (digest, sizeInBytes) = try FileDigest.sha256(at: location, name: path)
    var item = old ?? EvidenceValue(.object([]))
    item.set("path", .string(path))
    if old == nil {
      changes.append(
        Change(path: path, text: "new: fill in sourceClass, sourceSystem, collector, collectedAt")
      )
      if let (format, kinds) = recognised(path, folder, mappings) {
        item.set("kinds", .array(kinds.map { EvidenceValue(.string($0.name)) }))
        item.set("format", .string(format))
      }
      item.set("completeness", .string("unstated"))
    } else if item["sha256"]?.string != digest {
      changes.append(Change(path: path, text: "new bytes: check collectedAt and recordCount"))
    }
    item.set("sha256", .string(digest))
    item.set("sizeInBytes", .number(String(sizeInBytes)))
    return item
  }

  private static func recognised(
    _ path: String,
    _ folder: EvidenceFolder,
    _ mappings: [MappingReader]
  ) -> (String, [EvidenceKind])? {
    let location = folder.location(of: path)
    if let stream = CanonicalStream.recognize(path, at: location, kinds: [], format: nil) {
      return (EvidenceReaders.canonical.format.id, [stream.kind])
    }
    guard let bytes = try? folder.bytes(of: path),
      let document = try? EvidenceDocument(bytes: bytes, path: path),
      let reader = try? EvidenceReaders.reader(for: document, mappings: mappings)
    else { return nil }
    var sink = RecordSink(context: EvidenceContext())
    try? reader.read(document, into: &sink)
    return (reader.format.id, sink.kinds.isEmpty ? reader.format.kinds : sink.kinds.sorted())
  }
}

extension EvidenceValue {
  /// Sets a member in place, or adds it at the end.
  fileprivate mutating func set(_ name: String, _ content: Content) {
    var members = self.members ?? []
    let member = Member(name: name, value: EvidenceValue(content))
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index] = member
    } else {
      members.append(member)
    }
    self.content = .object(members)
  }
}
