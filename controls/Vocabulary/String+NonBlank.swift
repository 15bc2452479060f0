extension String {
  /// The text, or `nil` where it has nothing but blanks.
  public var nonBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
