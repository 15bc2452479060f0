extension CatalogItem {
  /// What it means in plain words of ours, for an item without a text; `nil` where it has one, or
  /// where nobody has written an explanation.
  public var explanation: String? { text.isEmpty ? Explanations.of(requirement) : nil }
}
