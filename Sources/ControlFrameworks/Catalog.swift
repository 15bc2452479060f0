public import ControlModel

/// The items of one framework in one version, in the publisher's order.
public struct Catalog: Sendable {
  /// The framework and its version.
  public let framework: FrameworkID
  /// The framework's official title.
  public let title: String
  /// Who publishes it.
  public let publisher: String
  /// When this version was published.
  public let published: String
  /// Where the publisher has it.
  public let address: String
  /// Under which terms its titles are quoted.
  public let licence: String
  /// The items in the publisher's order, parents before their children.
  public let items: [CatalogItem]

  private let positions: [String: Int]

  init(
    framework: FrameworkID,
    title: String,
    publisher: String,
    published: String,
    address: String,
    licence: String,
    items: [CatalogItem]
  ) {
    self.framework = framework
    self.title = title
    self.publisher = publisher
    self.published = published
    self.address = address
    self.licence = licence
    self.items = items
    positions = Dictionary(
      items.enumerated().map { ($1.requirement.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The item with an official id, or `nil` where the framework has no such item.
  ///
  /// - Parameter id: The official id, exactly as the publisher writes it.
  /// - Complexity: O(1).
  public subscript(id: String) -> CatalogItem? { positions[id].map { items[$0] } }
}

/// One item of a framework.
public struct CatalogItem: Sendable, Hashable {
  /// What an item is in its framework's own terms.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case function
    case category
    case subcategory
    case risk
    case layer
    case threat
    case control

    /// Whether items of the kind only group others.
    public var isGroup: Bool { self == .function || self == .category }
  }

  /// The item's framework and official id.
  public let requirement: RequirementID
  /// The id of the item it belongs to; `nil` for items at the top.
  public let parent: String?
  /// What it is in its framework's terms.
  public let kind: Kind
  /// The official title.
  ///
  /// A CSF or AI RMF subcategory has none: its title repeats the id.
  public let title: String
  /// What it says: the publisher's text where its terms allow, else our words; may be empty.
  public let text: String
  /// Our short name for an item that has no title of its own; `nil` where it has one.
  public let label: String?
  /// Where the publisher has it.
  public let source: String

  /// The name a person reads: the official title, or our short label where there is none.
  public var name: String { label ?? title }
}
