import ControlModel

/// A resource of Terraform: its type, its attributes and which of them are sensitive.
struct TerraformResource {
  /// The type, as in `aws_iam_role`.
  let type: String
  private let values: Cursor?
  private let sensitive: Cursor?

  /// Types that are identities.
  private static let identityTypes: Set<String> = [
    "aws_iam_user", "aws_iam_role", "google_service_account", "azuread_service_principal",
    "azuread_application", "azurerm_user_assigned_identity", "kubernetes_service_account",
    "kubernetes_service_account_v1", "okta_app_oauth",
  ]

  /// Takes a resource.
  ///
  /// - Parameters:
  ///   - type: The type.
  ///   - values: The attributes, or `nil` where they are not known.
  ///   - sensitive: The marks of sensitive attributes, in the shape of the values.
  init(type: String, values: Cursor?, sensitive: Cursor?) {
    self.type = type
    self.values = values
    self.sensitive = sensitive
  }

  /// Whether the resource is an identity.
  var isIdentity: Bool { Self.identityTypes.contains(type) }

  /// The name the provider gave it: its ARN, its address, else its id; `nil`: not known yet.
  ///
  /// The ids of `random_string` and its like are what was drawn, which may well be a password.
  var identifier: String? {
    type.hasPrefix("random_") ? nil : self["arn"] ?? self["self_link"] ?? self["id"]
  }

  /// The text of an attribute, or `nil` where it is absent, empty, no text, or marked as sensitive.
  subscript(name: String) -> String? {
    if let mark = sensitive?[name]?.value, mark.bool != false { return nil }
    return values?[name]?.value.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The text of a tag or label, in any capitals, or `nil`.
  func tag(_ name: String) -> String? {
    for holder in ["tags_all", "tags", "labels"] where sensitive?[holder]?.value.bool != true {
      for member in values?[holder]?.members ?? [] where member.name.lowercased() == name {
        if let text = member.value.value.string, !text.isEmpty { return text }
      }
    }
    return nil
  }
}
