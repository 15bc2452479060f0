/// Where to read more, as a control names it: a page's or clause's name, its address last.
struct Reference {
  /// The name; empty where there is an address alone.
  let name: String
  /// The address; `nil` where the name alone says where to look.
  let address: String?

  /// Takes a reference apart.
  ///
  /// - Parameter text: Such as `RFC 9700 section 4.10: https://…`, the name or the address alone.
  init(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let last = words.last, last.hasPrefix("https://") else {
      name = text
      address = nil
      return
    }
    address = String(last)
    let rest = words.dropLast().joined(separator: " ")
    name = rest.hasSuffix(":") ? String(rest.dropLast()) : rest
  }
}
