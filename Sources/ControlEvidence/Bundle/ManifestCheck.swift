public import ControlModel

/// Compares a subject's folder with its manifest, byte for byte, without reading any record.
public enum ManifestCheck {
  /// Every file that the manifest and the folder do not agree on.
  ///
  /// - Parameter folder: The subject's folder.
  /// - Returns: One diagnostic for each file that is unlisted, missing, changed or unreadable, in
  ///   order of path; empty where all agree.
  /// - Throws: ``Diagnostic`` where there is no manifest, or it cannot be read.
  public static func differences(in folder: EvidenceFolder) throws(Diagnostic) -> [Diagnostic] {
    let subject = String(folder.path.split(separator: "/").last ?? "")
    guard let bytes = try folder.bytes(of: "manifest.json") else {
      throw Diagnostic(
        .manifestMalformed,
        at: Locator(path: "manifest.json"),
        found: "no manifest.json",
        needed: "a list of the files with their sources",
        remedy: "write one with `controls evidence manifest`"
      )
    }
    var listed = try Manifest(bytes: bytes, subject: subject).items
    var found: [Diagnostic] = []
    for path in try folder.evidenceFiles() {
      guard let item = listed.removeValue(forKey: path) else {
        found.append(unlisted(path))
        continue
      }
      do throws(Diagnostic) {
        let location = folder.location(of: path)
        let digest = try FileDigest.sha256(at: location, name: path).digest
        if digest != item.sha256 { found.append(changed(item, digest)) }
      } catch {
        found.append(error)
      }
    }
    found += listed.values.map { missing($0) }
    return found.sorted { ($0.locator?.path ?? "") < ($1.locator?.path ?? "") }
  }

  /// A listed file that is not there.
  static func missing(_ item: Manifest.Item) -> Diagnostic {
    Diagnostic(
      .evidenceMissing,
      at: Locator(path: item.path),
      found: "no such file",
      needed: "the file that manifest.json lists",
      remedy: "put it back, or collect it again"
    )
  }

  /// A file whose bytes are not the listed ones.
  static func changed(_ item: Manifest.Item, _ digest: String) -> Diagnostic {
    Diagnostic(
      .evidenceChanged,
      at: Locator(path: item.path, digest: digest),
      found: "sha256 \(digest.prefix(12))…",
      needed: "sha256 \(item.sha256.prefix(12))…, as listed",
      remedy: "find out who changed it; collect it again, or list the new digest"
    )
  }

  /// Times of a file that cannot all be true, or `nil`.
  static func contradiction(of file: EvidenceFile) -> Diagnostic? {
    func problem(_ found: String, _ needed: String) -> Diagnostic {
      Diagnostic(
        .evidenceTimesDisagree,
        at: Locator(path: file.path, digest: file.digest),
        found: found,
        needed: needed,
        remedy: "mend the times in manifest.json, or find out which clock was wrong"
      )
    }
    if let start = file.periodStartedAt, let end = file.periodEndedAt, start > end {
      return problem("a period from \(start) to \(end)", "a period that starts before it ends")
    }
    guard let collectedAt = file.collectedAt else { return nil }
    if let end = file.periodEndedAt, end > collectedAt {
      return problem(
        "a period up to \(end), collected at \(collectedAt)",
        "a period that had ended when the file was collected"
      )
    }
    if let effectiveAt = file.effectiveAt, effectiveAt > collectedAt {
      return problem(
        "what was so at \(effectiveAt), collected at \(collectedAt)",
        "what was so when it was collected, or before"
      )
    }
    return nil
  }

  /// A file that nobody says the source of.
  static func unlisted(_ path: String) -> Diagnostic {
    Diagnostic(
      .evidenceUnlisted,
      at: Locator(path: path),
      found: "a file that manifest.json does not list",
      needed: "its source, time and digest in manifest.json",
      remedy: "list it with `controls evidence manifest`, or remove it"
    )
  }
}

extension EvidenceFolder {
  /// The paths of all files but those that say what the others are: `subject.yaml`, the manifest
  /// and its seal.
  func evidenceFiles() throws(Diagnostic) -> [String] {
    let own: Set = ["subject.yaml", "manifest.json", ManifestSeal.fileName]
    return try allFiles().filter { !own.contains($0) }
  }
}
