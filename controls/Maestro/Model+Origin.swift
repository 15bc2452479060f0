import ControlTesting

extension Model {
  /// Names under which a provider serves whatever is newest.
  private static let movingNames: Set<String> = [
    "", "current", "default", "latest", "main", "newest", "preview", "stable",
  ]

  /// States that the model is one version that does not change, and that somebody known made it.
  func expectPinned(in scope: Scope) throws {
    try expect("pinned", pinned, .equal(true))
    let name = version.lowercased()
    if Self.movingNames.contains(name) || name.hasSuffix("-latest") || name.hasSuffix(":latest") {
      throw Deviation(
        "version",
        expected: "a version that does not move",
        observed: version.isEmpty ? "empty" : version
      )
    }
    try expect("origin", origin, .notEmpty)
    if digest != nil { return }
    // Of a model behind an interface the supplier's version name stands for the digest.
    guard let vendor else {
      throw Deviation("digest or supplier", expected: "present", observed: "not recorded")
    }
    if scope.first(VendorRecord.self, vendor) == nil {
      throw Deviation(
        "supplier",
        expected: "in the third-party register",
        observed: "\(vendor), not in the third-party register"
      )
    }
  }
}
