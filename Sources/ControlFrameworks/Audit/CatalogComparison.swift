import ControlModel

/// What differs between a catalogue of ours and an official file of the same framework.
///
/// Typographic quotes and dashes count as straight ones; everything else must be equal.
public struct CatalogComparison: Sendable {
  /// An item whose official words are others than ours.
  public struct Change: Sendable, Hashable {
    /// The item's id.
    public let id: String
    /// What the catalogue says.
    public let ours: String
    /// What the file says.
    public let theirs: String
  }

  /// The catalogue.
  public let catalog: Catalog
  /// Items of the file that the catalogue lacks.
  public let added: [CatalogItem]
  /// Items that the file lists as in force and that were withdrawn with an older version, each with
  /// what took its place: the file does not say so.
  public let unmarked: [WithdrawnItem]
  /// Items of the catalogue that the file lacks.
  public let removed: [CatalogItem]
  /// Items in force in the catalogue that the file calls withdrawn.
  public let withdrawn: [WithdrawnItem]
  /// Items with another title.
  public let retitled: [Change]
  /// Items with another text, in catalogues that quote their publisher.
  public let reworded: [Change]
  /// Items of the file that the catalogue, a selection, leaves out on purpose.
  public let leftOutCount: Int

  /// Whether nothing differs.
  public var isEmpty: Bool {
    added.isEmpty && unmarked.isEmpty && removed.isEmpty && withdrawn.isEmpty && retitled.isEmpty
      && reworded.isEmpty
  }

  /// Compares.
  ///
  /// - Parameters:
  ///   - catalog: The catalogue.
  ///   - file: The official file.
  public init(_ catalog: Catalog, with file: ImportedCatalog) {
    self.catalog = catalog
    let gone = Dictionary(file.withdrawn.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let extra = file.catalog.items.filter { catalog[$0.requirement.id] == nil }
    let known = extra.filter { !catalog.leavesOut($0.requirement.id) }
    let old = known.map { ($0, CitationResolver.resolve($0.requirement.id, in: catalog.framework)) }
    added = old.filter { $0.1.verdict != .superseded }.map(\.0)
    unmarked = old.filter { $0.1.verdict == .superseded }.map { item, resolution in
      let successors = resolution.readings.filter { $0.basis == .successor }
      return WithdrawnItem(
        id: item.requirement.id,
        title: item.title,
        successors: successors.map(\.requirement.id)
      )
    }
    leftOutCount = extra.count - known.count
    removed = catalog.items.filter { item in
      file.catalog[item.requirement.id] == nil && gone[item.requirement.id] == nil
    }
    withdrawn = catalog.items.filter { !$0.isWithdrawn }.compactMap { gone[$0.requirement.id] }
    var retitled: [Change] = []
    var reworded: [Change] = []
    for item in catalog.items {
      let id = item.requirement.id
      guard let theirs = file.catalog[id] else {
        if item.isWithdrawn, let other = gone[id],
          "\(other.title) [withdrawn]".plain != item.title.plain
        {
          retitled.append(Change(id: id, ours: item.title, theirs: "\(other.title) [withdrawn]"))
        }
        continue
      }
      if item.title.plain != theirs.title.plain {
        retitled.append(Change(id: id, ours: item.title, theirs: theirs.title))
      }
      if catalog.quotesItsPublisher, !theirs.text.isEmpty, !item.text.isEmpty,
        item.text.plain != theirs.text.plain
      {
        reworded.append(Change(id: id, ours: item.text, theirs: theirs.text))
      }
    }
    self.retitled = retitled
    self.reworded = reworded
  }
}
