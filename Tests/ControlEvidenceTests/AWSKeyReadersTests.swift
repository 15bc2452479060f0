import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading AWS access keys and their last use")
struct AWSKeyReadersTests {
  private static let context = EvidenceContext(account: "444455556666")
  private static let user = "arn:aws:iam::444455556666:user/svc-claims-sync"

  @Test func readsTheKeysOfAUser() throws {
    let sink = try read(
      fixture("aws/access-keys/svc-claims-sync.json"),
      path: "keys.json",
      context: Self.context
    )
    #expect(sink.problems == [])
    let keys = sink.all(Credential.self)
    #expect(keys.map(\.id) == ["AKIAEXAMPLE000000001", "AKIAEXAMPLE000000002"])
    #expect(keys.map(\.identity) == [Self.user, Self.user])
    #expect(keys.map(\.status) == [.active, .inactive])
    #expect(keys[0].kind == .accessKey)
    #expect(keys[0].createdAt == (try instant("2025-01-14T09:00:00Z")))
    #expect(keys[0].expiresAt == .never)
    #expect(keys[0].lastUsedAt == .notRecorded)
    #expect(keys[1].locator.description == "keys.json:9 #/AccessKeyMetadata/1")
  }

  @Test func aUserWithoutKeysHasNone() throws {
    let sink = try read(
      fixture("aws/access-keys/svc-idle.json"),
      path: "keys.json",
      context: Self.context
    )
    #expect(sink.count == 0)
    #expect(sink.problems == [])
  }

  @Test(arguments: [
    ("arn:aws-cn:iam::444455556666:root", "arn:aws-cn:iam::444455556666:user/svc-idle"),
    ("444455556666", "arn:aws:iam::444455556666:user/svc-idle"),
  ])
  func theManifestNamesTheAccount(account: String, identity: String) throws {
    let text = """
      {"AccessKeyMetadata": [{"UserName": "svc-idle", "AccessKeyId": "AKIAEXAMPLE000000003",
        "Status": "Expired", "CreateDate": 1736845200}]}
      """
    let sink = try read(text, path: "k.json", context: EvidenceContext(account: account))
    let key = try #require(sink.all(Credential.self).first)
    #expect(key.identity == identity)
    #expect(key.status == .expired)
    #expect(key.createdAt == (try instant("2025-01-14T09:00:00Z")))
  }

  @Test(arguments: [nil, "production", "12345"])
  func withoutTheAccountNothingCanBeRead(account: String?) throws {
    let bytes = try fixture("aws/access-keys/svc-claims-sync.json")
    let found = problem { () throws(Diagnostic) in
      _ = try read(bytes, path: "k.json", context: EvidenceContext(account: account))
    }
    #expect(found?.code == .recordMalformed)
    #expect(found?.remedy.contains("account") == true)
    #expect(found?.remedy.contains("manifest.json") == true)
  }

  @Test func aPageIsPartialAndKeysWithoutKeyFieldsAreRejected() throws {
    let text = """
      {"AccessKeyMetadata": [
        {"UserName": "u", "AccessKeyId": "AKIAEXAMPLE000000001", "Status": "Active"},
        {"AccessKeyId": "AKIAEXAMPLE000000002", "Status": "Active"},
        {"UserName": "u", "AccessKeyId": "AKIAEXAMPLE000000003", "Status": "active"},
        {"UserName": "u", "AccessKeyId": "AKIAEXAMPLE000000004", "Status": "Active",
         "CreateDate": "2025-01-14"}
      ], "IsTruncated": true, "Marker": "x"}
      """
    let sink = try read(text, path: "k.json", context: Self.context)
    #expect(sink.isPartial)
    #expect(sink.all(Credential.self).map(\.createdAt) == [nil])
    #expect(
      sink.problems == [
        "7 /IsTruncated: IsTruncated, so more pages exist",
        "3 /AccessKeyMetadata/1: no UserName",
        "4 /AccessKeyMetadata/2: Status \"active\"",
        "6 /AccessKeyMetadata/3/CreateDate: a time that cannot be read",
      ]
    )
    #expect(
      try !read(
        "{\"AccessKeyMetadata\": [], \"IsTruncated\": false}",
        path: "k.json",
        context: Self.context
      ).isPartial
    )
  }

  @Test func theLastUseBelongsToTheKeyInTheFilesName() throws {
    let first = try read(
      fixture("aws/last-used/AKIAEXAMPLE000000001.json"),
      path: "last-used/AKIAEXAMPLE000000001.json",
      context: Self.context
    )
    let used = try #require(first.all(Credential.self).first)
    #expect(used.id == "AKIAEXAMPLE000000001")
    #expect(used.identity == Self.user)
    #expect(used.status == .unknown)
    #expect(used.lastUsedAt == .at(try instant("2026-11-17T23:15:00Z")))
    let second = try read(
      fixture("aws/last-used/AKIAEXAMPLE000000002.json"),
      path: "some.json",
      context: EvidenceContext(account: "444455556666", about: "AKIAEXAMPLE000000002")
    )
    let unused = try #require(second.all(Credential.self).first)
    #expect(unused.id == "AKIAEXAMPLE000000002")
    #expect(unused.lastUsedAt == .never)
  }

  @Test func aLastUseOfNoKnownKeyIsRejected() throws {
    let bytes = try fixture("aws/last-used/AKIAEXAMPLE000000001.json")
    let sink = try read(bytes, path: "last-used/sync.json", context: Self.context)
    #expect(sink.count == 0)
    #expect(sink.rejectedCount == 1)
    #expect(sink.diagnostics.first?.remedy.contains("about") == true)
  }

  @Test func oneKeyInTwoFilesIsOneCredential() throws {
    var tables = RecordTables()
    for path in ["access-keys/svc-claims-sync.json", "last-used/AKIAEXAMPLE000000001.json"] {
      let sink = try read(fixture("aws/\(path)"), path: path, context: Self.context)
      tables.append(contentsOf: sink.records)
    }
    tables.mergeCredentials()
    let keys = tables.records(Credential.self)
    #expect(keys.map(\.id) == ["AKIAEXAMPLE000000001", "AKIAEXAMPLE000000002"])
    #expect(keys.map(\.status) == [.active, .inactive])
    #expect(keys[0].createdAt == (try instant("2025-01-14T09:00:00Z")))
    #expect(keys[0].lastUsedAt == .at(try instant("2026-11-17T23:15:00Z")))
    #expect(keys[1].lastUsedAt == .notRecorded)
  }

  @Test func credentialsOfTwoIdentitiesStayTwo() {
    var tables = RecordTables()
    for identity in ["a", "b"] {
      tables.append(
        Credential(
          id: "k",
          identity: identity,
          kind: .token,
          status: .active,
          basis: .configured
        )
      )
    }
    tables.mergeCredentials()
    #expect(tables.records(Credential.self).map(\.identity) == ["a", "b"])
  }
}
