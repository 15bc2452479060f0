/// The address of a remote server as it may be shown.
enum ServerAddress {
  /// An address without user, query and fragment, any of which may hold a secret.
  static func withoutSecrets(_ address: String) -> String {
    let plain = String(address.prefix { $0 != "?" && $0 != "#" })
    guard let scheme = plain.firstRange(of: "://") else { return plain }
    let rest = plain[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" }
    guard let at = host.lastIndex(of: "@") else { return plain }
    return String(plain[..<scheme.upperBound] + rest[rest.index(after: at)...])
  }
}
