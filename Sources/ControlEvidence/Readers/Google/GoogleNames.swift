/// How Google Cloud names service accounts and what belongs to them.
enum GoogleNames {
  /// The id of a service account, as policies write it as a member.
  ///
  /// An e-mail address can be given to another account once the first is deleted; policies then name
  /// the first one `deleted:serviceAccount:…?uid=…`, which is another id.
  static func serviceAccount(_ email: String) -> String { "serviceAccount:\(email)" }

  /// The part of a resource name that follows a collection, as the project in
  /// `projects/larkspur-prod/serviceAccounts/…`, or `nil`.
  static func part(of name: String, after collection: String) -> String? {
    let parts = name.split(separator: "/")
    guard let index = parts.firstIndex(of: Substring(collection)), index + 1 < parts.endIndex else {
      return nil
    }
    return String(parts[index + 1])
  }
}
