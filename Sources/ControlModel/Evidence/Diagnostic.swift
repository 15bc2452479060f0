/// Why something could not be used: the place, what stood there, what was needed, how to mend it.
///
/// A diagnostic says *we could not judge*; a ``Finding`` says *we judged*. The two never mix.
public struct Diagnostic: Error, Sendable, Hashable, Codable {
  /// A stable kebab-case code, explained by `controls explain CODE`.
  public var code: Code
  /// Where it stands, or `nil` where no file is involved.
  public var locator: Locator?
  /// What was found, in words, without any secret value.
  public var found: String
  /// What was needed instead.
  public var needed: String
  /// How to mend it.
  public var remedy: String

  /// Creates a diagnostic.
  ///
  /// What has the shape of a secret is withheld from what it says.
  ///
  /// - Parameters:
  ///   - code: The stable code.
  ///   - locator: The place, if a file is involved.
  ///   - found: What was found.
  ///   - needed: What was needed instead.
  ///   - remedy: How to mend it.
  public init(
    _ code: Code,
    at locator: Locator? = nil,
    found: String,
    needed: String,
    remedy: String
  ) {
    self.code = code
    self.locator = locator.map(\.withoutSecrets)
    self.found = SecretShape.withheld(found)
    self.needed = SecretShape.withheld(needed)
    self.remedy = remedy
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as printed: `path:line: error[code]`, then found, needed and mend.
  public var description: String {
    let place = locator.map { "\($0): " } ?? ""
    return """
      \(place)error[\(code.rawValue)]
        found   \(found)
        needed  \(needed)
        mend    \(remedy)
      """
  }
}
