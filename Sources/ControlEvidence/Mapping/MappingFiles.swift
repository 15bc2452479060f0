public import ControlModel

/// The mapping files of a run: those that are named, and those that lie in a folder.
///
/// They belong to whoever judges, never to the evidence: a supplier that wrote the mapping could
/// leave out what speaks against it. So a bundle may name a mapping's format, and cannot bring one.
public enum MappingFiles {
  /// Reads mapping files.
  ///
  /// - Parameters:
  ///   - paths: The files that are named; each must be there.
  ///   - folder: A folder whose `.yaml` files are read too; it may be missing.
  /// - Returns: A reader for each mapping, in order of format, and everything that is wrong.
  public static func load(
    paths: [String],
    folder: EvidenceFolder?
  ) -> (readers: [MappingReader], problems: [Diagnostic]) {
    var readers: [MappingReader] = []
    var problems: [Diagnostic] = []
    var all = paths
    do throws(Diagnostic) {
      if let folder, folder.exists {
        let names = try folder.allFiles().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        all += names.map { "\(folder.path)/\($0)" }.filter { !paths.contains($0) }
      }
      guard all.count <= Limits.maximumMappings else {
        throw Diagnostic(
          .evidenceLimit,
          at: Locator(path: folder?.path ?? all[0]),
          found: "\(all.count) mapping files",
          needed: "at most \(Limits.maximumMappings)",
          remedy: "name those that are needed with --mapping"
        )
      }
    } catch {
      return ([], [error])
    }
    for path in all {
      let (reader, found) = load(path)
      problems += found
      guard let reader else { continue }
      if let other = readers.first(where: { $0.format.id == reader.format.id }) {
        problems.append(
          Diagnostic(
            .evidenceMappingMalformed,
            at: Locator(path: path),
            found: "the format \(reader.format.id), which \(other.mapping.path) reads too",
            needed: "one mapping for each format",
            remedy: "remove one of them, or give it another format"
          )
        )
      } else {
        readers.append(reader)
      }
    }
    return (readers.sorted { $0.format.id < $1.format.id }, problems)
  }

  private static func load(_ path: String) -> (MappingReader?, [Diagnostic]) {
    do throws(Diagnostic) {
      guard let bytes = try EvidenceFolder.bytes(at: path, name: path) else {
        throw Diagnostic(
          .evidenceUnreadable,
          at: Locator(path: path),
          found: "no such file",
          needed: "a mapping file",
          remedy: "mend the path"
        )
      }
      let (mapping, problems) = EvidenceMapping.read(bytes, path: path)
      return (mapping.map { MappingReader($0) }, problems)
    } catch {
      return (nil, [error])
    }
  }
}
