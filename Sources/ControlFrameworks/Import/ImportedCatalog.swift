public import ControlModel

/// A catalogue read from a file, with what its publisher has withdrawn set aside.
public struct ImportedCatalog: Sendable {
  /// The items in force.
  public let catalog: Catalog
  /// The items that are withdrawn, in the order of the file; they are no rows of the matrix.
  public let withdrawn: [WithdrawnItem]

  init(catalog: Catalog, withdrawn: [WithdrawnItem] = []) {
    self.catalog = catalog
    self.withdrawn = withdrawn
  }
}

/// An item that its publisher has withdrawn.
public struct WithdrawnItem: Sendable, Hashable {
  /// The item's id.
  public let id: String
  /// Its title.
  public let title: String
  /// The ids that took its place, as the publisher gives them; empty where it gives none.
  public let successors: [String]
}

/// Why a file could not be taken in: every problem that was found.
public struct ImportProblems: Error, Sendable, Hashable {
  /// The problems in the order of the file; never empty.
  public let all: [Diagnostic]

  init(_ all: [Diagnostic]) { self.all = all }
}

/// Collects what is wrong with one file.
struct ImportNotes {
  let code: Diagnostic.Code
  let path: String
  private(set) var all: [Diagnostic] = []

  init(_ code: Diagnostic.Code, path: String) {
    self.code = code
    self.path = path
  }

  mutating func add(_ value: EvidenceValue, found: String, needed: String, remedy: String) {
    all.append(
      Diagnostic(
        code,
        at: Locator(path: path, line: value.line > 0 ? value.line : nil),
        found: found,
        needed: needed,
        remedy: remedy
      )
    )
  }

  /// - Throws: ``ImportProblems`` where anything was added.
  func check() throws(ImportProblems) {
    if !all.isEmpty { throw ImportProblems(all) }
  }
}
