import ControlModel

/// What a subject's `manifest.json` says about each file: where it came from, when, how much of it.
struct Manifest: Sendable {
  /// The files by path.
  var items: [String: Item]
  /// The version of the form.
  static let version = 1

  /// One listed file.
  struct Item: Sendable {
    var path: String
    var kinds: [EvidenceKind]
    var format: String?
    var sha256: String
    var sizeInBytes: Int?
    var recordCount: Int?
    var completeness: EvidenceFile.Completeness
    var sourceClass: EvidenceFile.SourceClass?
    var sourceSystem: String?
    var command: String?
    var account: String?
    var about: String?
    var collector: String?
    var collectedAt: Instant?
    var effectiveAt: Instant?
    var periodStartedAt: Instant?
    var periodEndedAt: Instant?
    var locator: Locator
  }

  /// Reads a manifest.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - subject: The id of the subject whose folder it stands in.
  /// - Throws: ``Diagnostic`` with code `manifest-malformed`, or those of JSON.
  init(bytes: [UInt8], subject: String) throws(Diagnostic) {
    let path = "manifest.json"
    let value = try JSONReader.read(try EncodingCheck.withoutMark(bytes, path: path), path: path)
    let root = Cursor(value: value, pointer: "", path: path, digest: Digest.sha256(bytes))
    guard root["version"]?.value.integer == Self.version else {
      throw Self.malformed(root, "no version \(Self.version)", "\"version\": \(Self.version)")
    }
    guard root["subject"]?.text == subject else {
      throw Self.malformed(root, "another subject's manifest", "\"subject\": \"\(subject)\"")
    }
    guard let list = root["items"], list.value.elements != nil else {
      throw Self.malformed(root, "no items", "a list of items")
    }
    items = [:]
    for entry in list.elements {
      let item = try Self.checked(entry)
      if items.updateValue(item, forKey: item.path) != nil {
        throw Self.malformed(entry, "the path \(clipped(item.path)) twice", "each path once")
      }
    }
  }

  private static func checked(_ entry: Cursor) throws(Diagnostic) -> Item {
    do throws(Diagnostic) {
      return try item(entry)
    } catch {
      // A field that cannot be read makes the manifest one that vouches for nothing.
      var problem = error
      problem.code = .manifestMalformed
      throw problem
    }
  }

  private static func item(_ entry: Cursor) throws(Diagnostic) -> Item {
    guard let path = entry["path"]?.text, !path.isEmpty, !path.hasPrefix("/"), !path.contains("\\"),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      !path.split(separator: "/", omittingEmptySubsequences: false).contains(where: {
        $0.isEmpty || $0 == ".." || $0 == "."
      })
    else {
      throw malformed(entry, "a path that leaves the subject's folder, or none", "a path within it")
    }
    guard let digest = entry["sha256"]?.text, digest.utf8.count == 64 else {
      throw malformed(entry, "no sha256", "64 hexadecimal digits")
    }
    return Item(
      path: path,
      kinds: try kinds(entry),
      format: entry["format"]?.text,
      sha256: digest.lowercased(),
      sizeInBytes: entry["sizeInBytes"]?.value.integer,
      recordCount: entry["recordCount"]?.value.integer,
      completeness: try word(entry, "completeness") ?? .unstated,
      sourceClass: try word(entry, "sourceClass"),
      sourceSystem: entry["sourceSystem"]?.text,
      command: entry["command"]?.text,
      account: entry["account"]?.text,
      about: entry["about"]?.text,
      collector: entry["collector"]?.text,
      collectedAt: try entry.instant("collectedAt"),
      effectiveAt: try entry.instant("effectiveAt"),
      periodStartedAt: try entry.instant("periodStartedAt"),
      periodEndedAt: try entry.instant("periodEndedAt"),
      locator: entry.locator
    )
  }

  private static func kinds(_ entry: Cursor) throws(Diagnostic) -> [EvidenceKind] {
    let names = (entry["kinds"] ?? entry["kind"])?.texts ?? []
    for name in names where !EvidenceKind.all.contains(where: { $0.kind.name == name }) {
      let near = Suggestion.nearest(to: name, among: EvidenceKind.all.map(\.kind.name))
      throw malformed(
        entry,
        "the kind \"\(clipped(name))\"",
        near.map { "a known kind, such as \($0)" } ?? "a known kind"
      )
    }
    return names.map { EvidenceKind($0) }
  }

  private static func word<W: RawRepresentable & CaseIterable>(
    _ entry: Cursor,
    _ name: String
  ) throws(Diagnostic) -> W? where W.RawValue == String {
    guard let cursor = entry[name] else { return nil }
    guard let text = cursor.text, let word = W(rawValue: text) else {
      throw malformed(
        cursor,
        "an unknown \(name)",
        "one of \(W.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    return word
  }

  private static func malformed(_ cursor: Cursor, _ found: String, _ needed: String) -> Diagnostic {
    Diagnostic(
      .manifestMalformed,
      at: cursor.locator,
      found: found,
      needed: needed,
      remedy: "mend manifest.json, or write it again with `controls evidence manifest`"
    )
  }
}
