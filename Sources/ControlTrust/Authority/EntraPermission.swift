/// A permission of Microsoft Graph by which rights are gained.
///
/// Sources: the Microsoft Graph permissions reference for names and ids, and Microsoft's guidance on
/// permissions that lead to Global Administrator.
struct EntraPermission: Sendable {
  /// What the permission leads to.
  enum Gain: Sendable, Hashable {
    /// All power over the tenant.
    case power
    /// Every application of the tenant.
    case applications
    /// The applications that it owns.
    case ownApplications
    /// Every group, save those that hold roles of the directory.
    case groups
    /// Every user.
    case users
  }

  /// The name, by which delegated permissions are granted.
  let name: String
  /// The id, by which application permissions are granted.
  let id: String
  /// What is done, in a few words.
  let title: String
  /// What it leads to.
  let gain: Gain

  private init(_ name: String, _ id: String, _ title: String, _ gain: Gain) {
    self.name = name
    self.id = id
    self.title = title
    self.gain = gain
  }

  /// The permission that a scope of a grant names, by name or id; `nil` where it is none of these.
  static func named(_ scope: String) -> EntraPermission? { byName[scope.lowercased()] }

  /// Every permission by which rights are gained.
  static let all: [EntraPermission] = [
    EntraPermission(
      "RoleManagement.ReadWrite.Directory",
      "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
      "gives itself any role of the directory",
      .power
    ),
    EntraPermission(
      "RoleAssignmentSchedule.ReadWrite.Directory",
      "dd199f4a-f148-40a4-a2ec-f0069cc799ec",
      "gives itself any role of the directory for a time",
      .power
    ),
    EntraPermission(
      "RoleEligibilitySchedule.ReadWrite.Directory",
      "fee28b28-e1f3-4841-818e-2704dc62245f",
      "makes itself eligible for any role of the directory",
      .power
    ),
    EntraPermission(
      "AppRoleAssignment.ReadWrite.All",
      "06b708a9-e830-4db3-a914-8e69da51d44f",
      "grants itself any application permission",
      .power
    ),
    EntraPermission(
      "Application.ReadWrite.All",
      "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
      "adds a credential to it",
      .applications
    ),
    EntraPermission(
      "Application.ReadWrite.OwnedBy",
      "18a4783c-866b-4cc7-a460-3d5e5662c884",
      "adds a credential to it, which it owns",
      .ownApplications
    ),
    EntraPermission(
      "Directory.ReadWrite.All",
      "19dbc75e-c2e2-444c-a770-ec69d8559fc7",
      "makes itself a member",
      .groups
    ),
    EntraPermission(
      "Group.ReadWrite.All",
      "62a82d76-70ea-41e2-9197-370581804d09",
      "makes itself a member",
      .groups
    ),
    EntraPermission(
      "GroupMember.ReadWrite.All",
      "dbaae8cf-10b5-4b86-a4a1-f871c94c6695",
      "makes itself a member",
      .groups
    ),
    EntraPermission(
      "UserAuthenticationMethod.ReadWrite.All",
      "50483e42-d915-4231-9639-7fdb7fd190e5",
      "gives it a way to sign in",
      .users
    ),
  ]

  private static let byName = Dictionary(
    all.flatMap { [($0.name.lowercased(), $0), ($0.id, $0)] },
    uniquingKeysWith: { first, _ in first }
  )
}
