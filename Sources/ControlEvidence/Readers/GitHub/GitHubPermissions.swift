import ControlModel

/// What an application or a token may do on GitHub.
struct GitHubPermissions {
  /// The permissions as `name:level` in order of name; those of a token are below their target, as
  /// in `repository/contents:write`.
  let scopes: [String]

  /// Reads an object of levels by name, or one of such objects.
  init(_ permissions: Cursor?) {
    var scopes: [String] = []
    for (name, level) in permissions?.members ?? [] {
      if let text = level.text {
        scopes.append("\(name):\(text)")
      } else {
        for (inner, level) in level.members {
          if let text = level.text { scopes.append("\(name)/\(inner):\(text)") }
        }
      }
    }
    self.scopes = scopes.sorted()
  }

  /// Whether the permissions give power over who may do what: members, teams and settings of the
  /// organisation, or settings of a repository.
  var isAdministrative: Bool {
    let powers = [
      "administration:write", "organization_administration:write", "members:write",
      "organization_custom_roles:write", "organization_custom_org_roles:write",
      "organization_personal_access_tokens:write",
    ]
    return scopes.contains { scope in
      let name = scope.split(separator: "/").last.map(String.init) ?? scope
      return powers.contains(name)
    }
  }
}
