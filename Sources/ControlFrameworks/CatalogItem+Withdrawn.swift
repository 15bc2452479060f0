extension CatalogItem {
  /// Whether the publisher has withdrawn the item; SP 800-53 keeps the number and marks the title.
  public var isWithdrawn: Bool { title.hasSuffix(" [withdrawn]") }
}
