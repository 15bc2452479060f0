import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading Microsoft Entra exports")
struct EntraReadersTests {
  private static let prefix = "66666666-0000-4000-8000-000000000"
  private static let context = EvidenceContext(account: prefix + "00f")
  private static let application = prefix + "001"

  @Test func readsApplicationsWithWhatTheQueryExpanded() throws {
    let sink = try read(
      fixture("microsoft/applications.json"),
      path: "apps.json",
      context: Self.context
    )
    #expect(sink.problems == [])
    let application = try #require(sink.all(Identity.self).first)
    #expect(application.id == Self.application)
    #expect(application.kind == .app)
    #expect(application.account == Self.prefix + "00f")
    #expect(application.aliases == [Self.prefix + "101"])
    #expect(application.owner == "dana.roe@larkspur.example")
    #expect(application.purpose == "Reads the claims mailbox")
    #expect(
      application.scopeStatement == [
        "00000003-0000-0000-c000-000000000000/\(Self.prefix)aaa/Role"
      ]
    )
    #expect(application.createdAt == (try instant("2025-02-03T10:11:12Z")))
    let credentials = sink.all(Credential.self)
    #expect(credentials.map(\.kind) == [.certificate, .clientSecret])
    #expect(credentials.map(\.identity) == [Self.application, Self.application])
    #expect(credentials.map(\.boundTo) == [.key, .unbound])
    #expect(credentials[0].expiresAt == .at(try instant("2027-01-15T00:00:00Z")))
    // 2299 is what people write for never; a hint is the start of the secret, and stays out.
    #expect(credentials[1].expiresAt == .never)
    #expect(credentials[1].hint == "made in the portal")
    #expect(credentials[1].createdAt == (try instant("2025-02-03T10:20:00.1234567Z")))
    #expect(credentials[1].locator.pointer == "/value/0/passwordCredentials/0")
    let trust = try #require(sink.all(TrustRelation.self).first)
    #expect(trust.target == Self.application)
    #expect(trust.issuer == "https://token.actions.githubusercontent.com")
    #expect(trust.subjectPattern == "repo:larkspur-mutual/claims-cloud:environment:claims-prod")
    #expect(trust.audiences == ["api://AzureADTokenExchange"])
    #expect(sink.kinds == [.nhiInventory, .iamCredentialReport, .federationTrustConfig])
  }

  /// PowerShell writes a list of one as its element, an empty one as nothing, and dates of its own.
  @Test func readsWhatPowerShellWrites() throws {
    let sink = try read(
      fixture("microsoft/applications-powershell.json"),
      path: "apps.json",
      context: Self.context
    )
    #expect(sink.problems == [])
    let application = try #require(sink.all(Identity.self).first)
    #expect(application.displayName == "Letters")
    #expect(application.createdAt == (try instant("2024-12-12T08:00:00Z")))
    let secret = try #require(sink.all(Credential.self).first)
    #expect(secret.kind == .clientSecret)
    #expect(secret.createdAt == (try instant("2024-12-12T08:00:00Z")))
    #expect(secret.expiresAt == .at(try instant("2026-12-13T00:00:00Z")))
    #expect(sink.all(TrustRelation.self).isEmpty)
    #expect(sink.kinds == [.nhiInventory, .iamCredentialReport])
  }

  @Test func aSelectionWithoutCredentialsIsNoEvidenceOfThem() throws {
    let text = #"{"value": [{"appId": "a", "id": "b", "signInAudience": "AzureADMyOrg"}]}"#
    let sink = try read(text, path: "apps.json", context: Self.context)
    #expect(sink.kinds == [.nhiInventory])
    #expect(sink.count == 1)
  }

  @Test func readsServicePrincipalsOfThisTenantAndOfOthers() throws {
    let sink = try read(
      fixture("microsoft/service-principals.json"),
      path: "sp.json",
      context: Self.context
    )
    #expect(sink.problems == [])
    let principals = sink.all(Identity.self)
    #expect(principals.map(\.id) == ["501", "502", "503"].map { Self.prefix + $0 })
    #expect(principals.map(\.kind) == [.servicePrincipal, .servicePrincipal, .managedIdentity])
    #expect(principals.map(\.controller) == [.customer, .vendor, nil])
    #expect(principals.map(\.status) == [.enabled, .disabled, .enabled])
    #expect(principals[0].aliases == [Self.application])
    // To sign, to verify, and the password of the key: one certificate.
    let credentials = sink.all(Credential.self)
    #expect(credentials.map(\.id) == [Self.prefix + "204"])
    #expect(credentials.map(\.identity) == [Self.prefix + "502"])
  }

  @Test func readsDelegatedGrants() throws {
    let sink = try read(fixture("microsoft/permission-grants.json"), path: "grants.json")
    #expect(sink.isPartial)
    let grants = sink.all(Grant.self)
    #expect(grants.map(\.client) == [Self.prefix + "502", Self.prefix + "502"])
    #expect(grants[0].scopes == ["Mail.ReadWrite", "Files.ReadWrite.All"])
    #expect(grants.map(\.tenantWide) == [true, false])
    #expect(grants.map(\.onBehalfOf) == [nil, Self.prefix + "401"])
    #expect(grants.allSatisfy { $0.kind == .delegated && $0.expiresAt == .never })
    #expect(grants[0].grantedAt == nil)
    #expect(grants[0].lastUsedAt == .notRecorded)
  }

  @Test func keepsApplicationPermissionsApartFromRolesOfPeople() throws {
    let sink = try read(fixture("microsoft/app-role-assignments.json"), path: "roles.json")
    #expect(sink.problems == [])
    let grant = try #require(sink.all(Grant.self).first)
    #expect(grant.kind == .application)
    #expect(grant.scopes == [Self.prefix + "aaa"])
    #expect(grant.grantedAt == (try instant("2025-02-03T10:30:00Z")))
    let right = try #require(sink.all(Entitlement.self).first)
    #expect(right.holder == Self.prefix + "402")
    #expect(right.via == .group)
    #expect(!right.resolved)
    #expect(sink.kinds == [.oauthGrantList, .iamPolicyExport])
  }

  @Test func noSignInIsNotRecordedAndNotNever() throws {
    var context = Self.context
    context.collectedAt = try instant("2026-11-18T06:00:00Z")
    let sink = try read(
      fixture("microsoft/sign-in-activity.json"),
      path: "activity.json",
      context: context
    )
    #expect(sink.problems == [])
    let usages = sink.all(Usage.self)
    #expect(usages.count == 5)
    #expect(usages.allSatisfy { $0.identity == Self.application })
    #expect(usages[0].permission == "signIn")
    #expect(usages[0].lastUsedAt == .at(try instant("2026-11-17T03:00:00Z")))
    #expect(usages[1].permission == "signIn:delegatedClient")
    #expect(usages[1].lastUsedAt == .notRecorded)
    #expect(usages[0].windowEndedAt == context.collectedAt)
    #expect(usages[0].windowStartedAt == (try instant("2026-10-19T06:00:00Z")))
  }

  @Test func aReportWithoutATimeIsRefused() throws {
    let bytes = try fixture("microsoft/sign-in-activity.json")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "activity.json") }
    #expect(found?.remedy == "list the file in manifest.json with its collectedAt")
  }

  @Test func theUseOfACredentialIsJoinedToIt() throws {
    var tables = RecordTables()
    for name in ["applications", "credential-activity"] {
      let sink = try read(
        fixture("microsoft/\(name).json"),
        path: "\(name).json",
        context: Self.context
      )
      #expect(sink.problems == [])
      tables.append(contentsOf: sink.records)
    }
    tables.mergeCredentials()
    let credentials = tables.records(Credential.self)
    let secret = try #require(credentials.first { $0.id == Self.prefix + "202" })
    #expect(secret.status == .active)
    #expect(secret.lastUsedAt == .at(try instant("2026-11-17T03:00:00Z")))
    #expect(secret.expiresAt == .never)
    let other = try #require(credentials.first { $0.id == Self.prefix + "205" })
    #expect(other.identity == Self.prefix + "502")
    #expect(other.lastUsedAt == .notRecorded)
    #expect(other.status == .unknown)
  }

  @Test(arguments: [
    ("applications", "entra-applications"), ("servicePrincipals", "entra-service-principals"),
    ("oauth2PermissionGrants", "entra-permission-grants"),
    ("servicePrincipals('x')/appRoleAssignments", "entra-app-role-assignments"),
  ])
  func anEmptyAnswerNamesItsCollection(collection: String, format: String) throws {
    let context = "https://graph.microsoft.com/v1.0/$metadata#\(collection)"
    let text = #"{"@odata.context": "\#(context)", "value": []}"#
    let document = try EvidenceDocument(bytes: Array(text.utf8), path: "a.json")
    #expect(
      EvidenceReaders.native.filter { $0.recognizes(document) }.map(\.format.id) == [format]
    )
  }

  @Test func rejectsWhatCannotBeRead() throws {
    let text = """
      {"value": [
        {"appId": "a", "signInAudience": "x", "createdDateTime": "05/04/2026 17:15:48"},
        {"signInAudience": "x"},
        {"appId": "c", "signInAudience": "x", "passwordCredentials": [{"displayName": "no id"}]},
        {"appId": "d", "signInAudience": "x", "passwordCredentials": "none"}
      ]}
      """
    let sink = try read(
      text,
      path: "a.json",
      format: "entra-applications",
      context: Self.context
    )
    #expect(sink.all(Identity.self).map(\.id) == ["c", "d"])
    #expect(
      sink.problems == [
        "2 /value/0/createdDateTime: a time that cannot be read", "3 /value/1: no appId",
        "4 /value/2/passwordCredentials/0: no keyId", "5 /value/3/passwordCredentials: text",
      ]
    )
  }

  @Test func anErrorSavedAsEvidenceIsNoList() {
    let text = #"{"error": {"code": "Authorization_RequestDenied", "message": "no"}}"#
    let found = problem { () throws(Diagnostic) in _ = try read(text, path: "apps.json") }
    #expect(found?.code == .evidenceFormatUnknown)
  }
}
