import ControlEvidence
import ControlFrameworks
import ControlModel

/// The frameworks and crosswalk rows that a command line adds to those that come with the tool.
struct FrameworkFiles: Sendable {
  /// The catalogues in the order of the command line.
  let catalogs: [Catalog]
  /// The organisation's own crosswalk rows, each from an item of one of the catalogues.
  let links: [Crosswalk]
  /// What was read, for the record.
  let files: [FrameworkFile]

  /// Reads the files that options name.
  ///
  /// - Parameters:
  ///   - frameworks: The values of `--framework`, each `FILE` or `ID=FILE`.
  ///   - crosswalks: The values of `--crosswalk`.
  /// - Throws: ``Problems`` with everything that is wrong, file after file.
  init(frameworks: [String], crosswalks: [String]) throws {
    if frameworks.isEmpty, !crosswalks.isEmpty {
      throw UsageProblem("--crosswalk needs a framework to start from: --framework FILE")
    }
    var catalogs: [Catalog] = []
    var files: [FrameworkFile] = []
    for option in frameworks {
      let (id, path) = Self.parts(of: option)
      let (value, digest) = try Self.data(at: path)
      let catalog = try Self.imported { () throws(ImportProblems) in
        try CatalogImport.read(value, path: path, id: id).catalog
      }
      if Catalogs.frameworks.contains(catalog.framework)
        || catalogs.contains(where: { $0.framework == catalog.framework })
      {
        throw Problems([
          Diagnostic(
            .frameworkMalformed,
            at: Locator(path: path),
            found: "the framework id \(catalog.framework), which is taken",
            needed: "an id of its own",
            remedy: "name it: --framework OTHER-ID=\(path)"
          )
        ])
      }
      catalogs.append(catalog)
      files.append(FrameworkFile(framework: catalog.framework, digest: digest))
    }
    var links: [Crosswalk] = []
    for path in crosswalks {
      let (value, digest) = try Self.data(at: path)
      let known = catalogs
      links += try Self.imported { () throws(ImportProblems) in
        try CrosswalkImport.read(value, path: path, imported: known, known: Catalogs.all)
      }
      files.append(FrameworkFile(framework: nil, digest: digest))
    }
    self.catalogs = catalogs
    self.links = links
    self.files = files
  }

  /// `ID=FILE` as its two parts; a path that holds an equals sign after a slash is no id.
  private static func parts(of option: String) -> (FrameworkID?, path: String) {
    guard let sign = option.firstIndex(of: "="), sign != option.startIndex,
      !option[..<sign].contains("/")
    else { return (nil, option) }
    return (FrameworkID(String(option[..<sign])), String(option[option.index(after: sign)...]))
  }

  /// The content of a file of data, with the digest of its bytes.
  ///
  /// - Throws: ``Problems`` where the file is missing or malformed.
  static func data(at path: String) throws -> (value: EvidenceValue, digest: String) {
    do throws(Diagnostic) {
      guard let bytes = try EvidenceFolder.bytes(at: path, name: path) else {
        throw Diagnostic(
          .evidenceUnreadable,
          at: Locator(path: path),
          found: "no such file",
          needed: "the file that the command line names",
          remedy: "mend the path"
        )
      }
      return (try DataDocument.read(bytes, path: path), ConfigurationDocument.digest(of: bytes))
    } catch {
      throw Problems([error])
    }
  }

  /// Runs an import and gives its problems the form in which commands report them.
  static func imported<T>(_ body: () throws(ImportProblems) -> T) throws -> T {
    do throws(ImportProblems) {
      return try body()
    } catch {
      throw Problems(error.all)
    }
  }

  /// The items of the added frameworks with an id, written alone or as `FRAMEWORK:ID`.
  ///
  /// Upper and lower case count as equal where no item has the very spelling.
  func items(_ word: String) -> [CatalogItem] {
    let all = catalogs.flatMap(\.items)
    let exact = all.filter { $0.requirement.id == word || $0.requirement.description == word }
    if !exact.isEmpty { return exact }
    let lower = word.lowercased()
    return all.filter { item in
      [item.requirement.id, item.requirement.description].contains { $0.lowercased() == lower }
    }
  }
}

extension Session {
  /// The requirements that a word names: items of added frameworks, else what the citation means.
  func requirements(_ word: String) -> [RequirementID] {
    let own = frameworks.items(word).map(\.requirement)
    return own.isEmpty ? CitationResolver.resolve(word).requirements : own
  }

  /// The name of an item of any known catalogue; empty where there is none.
  func name(of requirement: RequirementID) -> String {
    knownCatalogs.first { $0.framework == requirement.framework }?[requirement.id]?.name ?? ""
  }
}
