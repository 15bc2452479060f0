import ControlModel
import ControlTrust
import Testing

/// A tenant as Microsoft Graph lists it: applications, service principals, users by hand, grants.
struct EntraGainTests {
  private static func id(_ number: Int) -> String {
    "66666666-0000-4000-8000-\(String(number + 100_000_000_000).suffix(12))"
  }

  private static let tenant = id(15)
  private static let graphObject = id(900)

  private static func exports(
    appRoles: [String] = [],
    scopes: String? = nil,
    isForAll: Bool = true,
    owner: String? = nil
  ) throws -> Exports {
    var exports = Exports()
    let owners = owner.map { ", \"owners\": [{\"userPrincipalName\": \"\($0)\"}]" } ?? ""
    try exports.read(
      """
      {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#applications", "value": [
       {"id": "\(id(101))", "appId": "\(id(1))", "displayName": "letters",
        "signInAudience": "AzureADMyOrg", "passwordCredentials": [
         {"keyId": "\(id(201))", "startDateTime": "2026-06-01T00:00:00Z",
          "endDateTime": "2027-06-01T00:00:00Z"}]\(owners)},
       {"id": "\(id(102))", "appId": "\(id(2))", "displayName": "target",
        "signInAudience": "AzureADMyOrg"}]}
      """,
      "applications.json",
      account: tenant
    )
    try exports.read(
      """
      {"value": [
       {"id": "\(id(501))", "appId": "\(id(1))", "displayName": "letters", "accountEnabled": true,
        "servicePrincipalType": "Application", "appOwnerOrganizationId": "\(tenant)"},
       {"id": "\(id(502))", "appId": "\(id(2))", "displayName": "target", "accountEnabled": true,
        "servicePrincipalType": "Application", "appOwnerOrganizationId": "\(tenant)"},
       {"id": "\(id(503))", "appId": "\(id(3))", "displayName": "outside", "accountEnabled": true,
        "servicePrincipalType": "Application", "appOwnerOrganizationId": "\(id(77))"},
       {"id": "\(id(504))", "appId": "\(id(4))", "displayName": "machine", "accountEnabled": true,
        "servicePrincipalType": "ManagedIdentity"}]}
      """,
      "principals.json",
      account: tenant
    )
    for (kind, name) in [(Identity.Kind.user, "ann"), (.group, "staff")] {
      exports.add(
        Identity(
          id: name,
          kind: kind,
          provider: "entra",
          account: tenant,
          status: .enabled,
          locator: Locator(path: "users.json")
        )
      )
    }
    if !appRoles.isEmpty {
      let assignments = appRoles.enumerated().map { number, role in
        """
        {"id": "a\(number)", "appRoleId": "\(role)", "principalId": "\(id(501))",
         "principalType": "ServicePrincipal", "resourceId": "\(graphObject)",
         "createdDateTime": "2026-02-03T10:30:00Z"}
        """
      }
      try exports.read("{\"value\": [\(assignments.joined(separator: ","))]}", "roles.json")
    }
    if let scopes {
      let consent = isForAll ? "AllPrincipals" : "Principal"
      let person = isForAll ? "null" : "\"ann\""
      try exports.read(
        """
        {"value": [{"id": "g1", "clientId": "\(id(501))", "consentType": "\(consent)",
         "principalId": \(person), "resourceId": "\(graphObject)", "scope": "\(scopes)"}]}
        """,
        "grants.json"
      )
    }
    return exports
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let id: String
    let gains: [String]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "Mail.Read",
      id: "810c84a8-4a9e-49e6-bf7d-12d183f40d01",
      gains: []
    ),
    Case(
      testDescription: "RoleManagement.ReadWrite.Directory",
      id: "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
      gains: ["administrator of \(tenant)"]
    ),
    Case(
      testDescription: "AppRoleAssignment.ReadWrite.All",
      id: "06b708a9-e830-4db3-a914-8e69da51d44f",
      gains: ["administrator of \(tenant)"]
    ),
    // A managed identity takes no credentials; a supplier's application may lock its own.
    Case(
      testDescription: "Application.ReadWrite.All",
      id: "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
      gains: [id(502), id(503) + "?"]
    ),
    Case(
      testDescription: "Application.ReadWrite.OwnedBy, owning nothing",
      id: "18a4783c-866b-4cc7-a460-3d5e5662c884",
      gains: []
    ),
    Case(
      testDescription: "GroupMember.ReadWrite.All",
      id: "dbaae8cf-10b5-4b86-a4a1-f871c94c6695",
      gains: ["staff?"]
    ),
    Case(
      testDescription: "UserAuthenticationMethod.ReadWrite.All",
      id: "50483e42-d915-4231-9639-7fdb7fd190e5",
      gains: ["ann"]
    ),
  ]

  @Test(arguments: cases)
  func anApplicationPermissionGivesWhatItImplies(_ example: Case) throws {
    let graph = try Self.exports(appRoles: [example.id]).graph()
    #expect(graph.gains(of: Self.id(501)) == example.gains.sorted())
  }

  @Test func aDelegatedPermissionNeedsSomebodySignedIn() throws {
    let graph = try Self.exports(scopes: "openid RoleManagement.ReadWrite.Directory").graph()
    #expect(graph.gains(of: Self.id(501)) == ["administrator of \(Self.tenant)?"])
    let start = try #require(graph.node(Self.id(501)))
    let ann = try #require(graph.node("ann"))
    let path = graph.reach(from: start, following: .standing).path(to: ann)
    #expect(path.map { graph.nodes[$0.to].id } == ["any user of \(Self.tenant)", "ann"])
    #expect(path.first?.conditions == ["a user is signed in to it"])
    #expect(!graph.reach(from: start, following: .certain).contains(ann))
  }

  @Test func aGrantOfOneUserIsForThatUser() throws {
    let graph = try Self.exports(scopes: "Mail.Read", isForAll: false).graph()
    let start = try #require(graph.node(Self.id(501)))
    #expect(graph.node("any user of \(Self.tenant)") == nil)
    #expect(graph.reach(from: start).path(to: try #require(graph.node("ann"))).count == 1)
  }

  @Test func anOwnerAddsACredential() throws {
    let graph = try Self.exports(owner: "dana.roe@larkspur.example").graph()
    #expect(graph.gains(of: "dana.roe@larkspur.example") == [Self.id(501)])
  }

  @Test func aTeamInARegisterIsNoOwnerOfTheDirectory() throws {
    let graph = try Self.exports(owner: "team-letters").graph()
    #expect(graph.gains(of: "team-letters") == [])
  }

  @Test func anApplicationAndItsServicePrincipalAreOneActor() throws {
    let graph = try Self.exports(appRoles: ["9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8"]).graph()
    let principal = try #require(graph.node(Self.id(501)))
    #expect(graph.node(Self.id(1)) == principal)
    #expect(graph.node(Self.id(101)) == principal)
    #expect(graph.doubts.isEmpty)
    let merge = try #require(graph.merges.first { $0.alias == Self.id(1) })
    #expect(
      merge.reason
        == "an application and its service principal carry one appId in tenant \(Self.tenant)"
    )
    #expect(merge.locator.path == "principals.json")
    // The application's secret is what the service principal's rights hang on.
    let secret = try #require(graph.node(Self.id(201), in: .credential))
    let power = try #require(graph.node("administrator of \(Self.tenant)"))
    #expect(
      graph.reach(from: secret).path(to: power).map(\.kind) == [.authenticatesAs, .mayAssume]
    )
    #expect(graph.brokenInvariants() == [])
  }

  @Test func twoServicePrincipalsOfOneApplicationIdAreADoubt() throws {
    var exports = try Self.exports()
    try exports.read(
      """
      {"value": [{"id": "\(Self.id(599))", "appId": "\(Self.id(1))", "displayName": "again",
       "servicePrincipalType": "Application", "appOwnerOrganizationId": "\(Self.tenant)"}]}
      """,
      "more.json",
      account: Self.tenant
    )
    let graph = exports.graph()
    #expect(graph.node(Self.id(1)) != graph.node(Self.id(501)))
    #expect(graph.doubts.map(\.alias) == [Self.id(1)])
  }

  @Test func anApplicationOfAnotherTenantStaysAnother() throws {
    var exports = try Self.exports()
    try exports.read(
      """
      {"value": [{"id": "\(Self.id(601))", "appId": "\(Self.id(2))", "displayName": "target",
       "servicePrincipalType": "Application", "appOwnerOrganizationId": "\(Self.tenant)"}]}
      """,
      "abroad.json",
      account: Self.id(16)
    )
    let graph = exports.graph()
    let home = try #require(graph.node(Self.id(2)))
    let abroad = try #require(graph.node(Self.id(601)))
    #expect(home != abroad)
    #expect(graph.reach(from: home).path(to: abroad).map(\.kind) == [.runsAs])
  }

  @Test func usageUnderTheApplicationIdCountsForItsServicePrincipal() throws {
    var exports = try Self.exports()
    for (name, holder) in [("used", Self.id(501)), ("unused", Self.id(502))] {
      exports.add(
        Entitlement(
          id: name,
          holder: holder,
          effect: .allow,
          actions: ["letters.read"],
          resources: ["letters"],
          via: .binding,
          policy: "p",
          resolved: true,
          basis: .configured
        )
      )
    }
    for application in [Self.id(1), Self.id(2)] {
      exports.add(
        Usage(
          identity: application,
          permission: application == Self.id(1) ? "letters.read" : "signIn",
          lastUsedAt: .at(Estate.day),
          windowStartedAt: Estate.day.advanced(by: .seconds(-86_400)),
          windowEndedAt: Estate.day
        )
      )
    }
    let inventory = exports.inventory
    let graph = TrustGraph(inventory, asOf: Estate.day)
    #expect(graph.unusedEntitlements(inventory).map { graph.nodes[$0].id } == ["unused"])
  }
}
