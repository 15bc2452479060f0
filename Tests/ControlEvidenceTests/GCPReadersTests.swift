import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading Google Cloud exports")
struct GCPReadersTests {
  private static let copy =
    "serviceAccount:letters-copy@larkspur-letters.iam.gserviceaccount.com"

  @Test func readsServiceAccounts() throws {
    let sink = try read(fixture("google/service-accounts.json"), path: "sa.json")
    #expect(sink.problems == [])
    let accounts = sink.all(Identity.self)
    #expect(accounts.count == 2)
    #expect(accounts[0].id == Self.copy)
    #expect(accounts[0].kind == .serviceAccount)
    #expect(accounts[0].account == "larkspur-letters")
    #expect(accounts[0].aliases?.last == "100000000000000000001")
    #expect(accounts.map(\.status) == [.enabled, .disabled])
    #expect(accounts[0].createdAt == nil)
    #expect(accounts[0].lastUsedAt == .notRecorded)
    #expect(accounts[1].purpose == "Trial of 2025, to be removed")
    #expect(accounts[1].locator.description == "sa.json:11 #/1")
  }

  @Test func readsTheAnswerOfTheInterface() throws {
    let text = """
      {"accounts": [
        {"name": "projects/p/serviceAccounts/a@p.iam.gserviceaccount.com", "uniqueId": "1",
         "email": "a@p.iam.gserviceaccount.com"},
        {"name": "projects/p/serviceAccounts/b@p.iam.gserviceaccount.com", "uniqueId": "2"}
      ], "nextPageToken": "t"}
      """
    let sink = try read(text, path: "sa.json", format: "gcp-service-accounts")
    #expect(sink.isPartial)
    #expect(sink.all(Identity.self).map(\.account) == ["p"])
    #expect(sink.problems.last == "4 /accounts/1: no email")
  }

  @Test func readsKeysWithTheirThreeEnds() throws {
    let sink = try read(fixture("google/service-account-keys.json"), path: "keys.json")
    #expect(sink.problems == [])
    let keys = sink.all(Credential.self)
    #expect(keys.map(\.identity) == [Self.copy, Self.copy, Self.copy])
    #expect(
      keys.map(\.expiresAt) == [
        .never, .at(try instant("2026-11-26T02:11:09Z")), .at(try instant("2026-12-01T08:00:00Z")),
      ]
    )
    #expect(keys.map(\.managedBy) == [.customer, .provider, .customer])
    #expect(keys.map(\.lifetimeClass) == [.static, .shortLived, .static])
    #expect(keys.map(\.status) == [.active, .active, .inactive])
    #expect(keys[0].createdAt == (try instant("2025-04-02T08:00:00Z")))
    #expect(keys[0].id.hasSuffix("/keys/0000000000000000000000000000000000000001"))
  }

  @Test func aKeyOfUnknownSortIsRejected() throws {
    let text = """
      [{"name": "projects/p/serviceAccounts/a@p.iam.gserviceaccount.com/keys/1",
        "validAfterTime": "2026-01-01T00:00:00Z"}]
      """
    let sink = try read(text, path: "keys.json")
    #expect(sink.count == 0)
    #expect(sink.problems == ["1 /0: no known keyType"])
  }

  @Test func readsThePolicyOfAProject() throws {
    let sink = try read(
      fixture("google/iam-policy.json"),
      path: "policy.json",
      context: EvidenceContext(account: "larkspur-letters")
    )
    #expect(sink.problems == [])
    let rights = sink.all(Entitlement.self)
    #expect(rights.count == 5)
    #expect(rights.allSatisfy { $0.resources == ["projects/larkspur-letters"] })
    #expect(
      rights.map(\.holder) == [
        "group:cloud-platform@larkspur.example",
        "deleted:serviceAccount:pinewick@larkspur-letters.iam.gserviceaccount.com"
          + "?uid=100000000000000000009",
        Self.copy, "user:dana.roe@larkspur.example", "allUsers",
      ]
    )
    #expect(rights.map(\.administrative) == [true, false, false, nil, false])
    #expect(rights.map(\.resolved) == [true, true, true, false, true])
    #expect(rights[2].expiresAt == .never)
    #expect(rights[3].expiresAt == .at(try instant("2026-12-31T00:00:00Z")))
    #expect(rights[3].conditions?.count == 1)
    #expect(rights[3].actions == ["projects/larkspur-letters/roles/letterReader"])
    #expect(sink.all(TrustRelation.self).isEmpty)
    #expect(sink.kinds == [.iamPolicyExport])
  }

  @Test func whoMayActAsAServiceAccountIsATrustRelation() throws {
    let sink = try read(
      fixture("google/service-account-policy.json"),
      path: "policy.json",
      context: EvidenceContext(
        about: "projects/larkspur-letters/serviceAccounts/"
          + "letters-copy@larkspur-letters.iam.gserviceaccount.com"
      )
    )
    let relations = sink.all(TrustRelation.self)
    #expect(relations.map(\.target) == [Self.copy, Self.copy, Self.copy])
    #expect(relations.map(\.principalKind) == [.federated, .federated, .identity])
    #expect(
      relations.map(\.subjectPattern) == [
        "attribute.repository/larkspur-mutual/letters", "letters/copy", nil,
      ]
    )
    #expect(
      relations.map(\.issuer) == [
        "iam.googleapis.com/projects/100000000001/locations/global/workloadIdentityPools/pipelines",
        "larkspur-letters.svc.id.goog", nil,
      ]
    )
    #expect(relations[2].trustedIdentity == "user:dana.roe@larkspur.example")
    #expect(sink.kinds == [.iamPolicyExport, .federationTrustConfig])
  }

  @Test(arguments: [
    ("roles/viewer_withcond_0123456789abcdef0123", false, Moment.notRecorded),
    ("roles/viewer", true, .never),
  ])
  func aHiddenConditionLeavesTheRightOpen(role: String, resolved: Bool, end: Moment) throws {
    let text = #"{"etag": "e", "version": 1, "bindings": [{"role": "\#(role)", "members": ["m"]}]}"#
    let rights = try read(text, path: "p.json", context: EvidenceContext(account: "p"))
      .all(Entitlement.self)
    #expect(rights.map(\.resolved) == [resolved])
    #expect(rights.map(\.expiresAt) == [end])
  }

  @Test func aPolicyOnNothingIsRefused() throws {
    let bytes = try fixture("google/iam-policy.json")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "policy.json") }
    #expect(found?.remedy.contains("account") == true)
  }

  @Test func aBindingWithoutMembersIsRejected() throws {
    let text =
      #"{"etag": "e", "bindings": [{"role": "roles/viewer"}, {"role": "r", "members": 3}]}"#
    let sink = try read(text, path: "p.json", context: EvidenceContext(account: "p"))
    #expect(sink.problems == ["1 /bindings/0: no members", "1 /bindings/1/members: a number"])
  }

  /// The asset inventory names the resource of each policy, in three spellings.
  @Test(arguments: [
    (#"[{"resource": "//cloudresourcemanager.googleapis.com/projects/p", "policy": POLICY}]"#),
    (#"{"results": [{"resource": "//cloudresourcemanager.googleapis.com/projects/p", "policy": POLICY}]}"#),
    (#"{"name": "//cloudresourcemanager.googleapis.com/projects/p", "iam_policy": POLICY}"#),
    (#"[{"name": "//cloudresourcemanager.googleapis.com/projects/p", "iamPolicy": POLICY}]"#),
  ])
  func readsPoliciesOfTheAssetInventory(text: String) throws {
    let policy = #"{"bindings": [{"role": "roles/owner", "members": ["user:a"]}]}"#
    let sink = try read(text.replacing("POLICY", with: policy), path: "assets.json")
    #expect(sink.problems == [])
    let right = try #require(sink.all(Entitlement.self).first)
    #expect(right.resources == ["projects/p"])
    #expect(right.id == "projects/p#roles/owner#user:a")
  }

  @Test func aPolicyOnAListedServiceAccountIsTrust() throws {
    let text = """
      {"results": [
        {"resource": "//iam.googleapis.com/projects/p/serviceAccounts/a@p.iam.gserviceaccount.com",
         "policy": {"bindings": [{"role": "roles/iam.serviceAccountUser", "members": ["allUsers"]}]}},
        {"resource": null, "policy": {"bindings": []}}
      ], "nextPageToken": "t"}
      """
    let sink = try read(
      text,
      path: "assets.json",
      format: "gcp-iam-policy",
      context: EvidenceContext(account: "p")
    )
    #expect(sink.isPartial)
    let trust = try #require(sink.all(TrustRelation.self).first)
    #expect(trust.target == "serviceAccount:a@p.iam.gserviceaccount.com")
    #expect(trust.principalKind == .anyone)
  }
}
