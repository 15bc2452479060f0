/// The places from which components may come, as the policy lists them.
///
/// An entry is a whole address, or one that ends in `/*` and stands for everything below it. A
/// wildcard elsewhere matches nothing: `https://git.example/claims*` would also let in
/// `https://git.example/claims-of-mallory`.
struct SourceList {
  private let entries: [String]

  init(_ entries: [String]) { self.entries = entries }

  /// Whether a component may come from an address.
  ///
  /// - Parameter source: The address; one that climbs out of its folder is in no list.
  /// - Returns: Whether an entry stands for it.
  func allows(_ source: String) -> Bool {
    if source.split(separator: "/").contains("..") { return false }
    return entries.contains { entry in
      if entry.hasSuffix("/*") {
        let folder = entry.dropLast()
        return source.hasPrefix(folder) && source.count > folder.count
      }
      return entry == source
    }
  }
}
