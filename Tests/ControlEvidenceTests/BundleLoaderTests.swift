import ControlEvidence
import ControlModel
import Foundation
import Testing

/// Every file of a subject's folder is accounted for, whatever became of it.
struct BundleLoaderTests {
  /// A subject's folder of the test's own.
  final class Bundle {
    let folder: URL

    init(_ files: [String: String], listed: [String]? = nil) throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "bundle-\(UUID().uuidString)/acme"
      )
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try write("subject.yaml", "id: acme\nname: Acme\nkind: vendor\ntier: pilot\nowner: team\n")
      for (path, text) in files { try write(path, text) }
      try list(listed ?? files.keys.sorted())
    }

    deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

    func write(_ path: String, _ text: String) throws {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: url)
    }

    func list(_ paths: [String]) throws {
      let items = try paths.map { path in
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
        return """
          {"path": "\(path)", "sha256": "\(ConfigurationDocument.digest(of: bytes))",
           "sizeInBytes": \(bytes.count), "sourceClass": "ownExport", "sourceSystem": "register",
           "collector": "bot", "collectedAt": "2026-06-29T00:00:00Z", "completeness": "complete",
           "kinds": ["role-register"], "format": "canonical"}
          """
      }
      try write(
        "manifest.json",
        "{\"version\": 1, \"subject\": \"acme\", \"items\": [\(items.joined(separator: ","))]}"
      )
    }

    func load() throws -> Inventory { try BundleLoader().load(EvidenceFolder(path: folder.path)) }
  }

  static let register = """
    - {person: ann, role: owner, scope: all, kind: person, party: customer, status: active}
    """

  static func file(_ path: String, in inventory: Inventory) throws -> EvidenceFile {
    try #require(inventory.files.first { $0.path == path })
  }

  @Test func listedAndUnchangedIsRead() throws {
    let bundle = try Bundle(["registers/role-register.yaml": Self.register])
    let inventory = try bundle.load()
    let file = try Self.file("registers/role-register.yaml", in: inventory)
    #expect(file.state == .read)
    #expect(file.recordCount == 1)
    #expect(file.kinds == [.roleRegister])
    #expect(file.diagnostics.isEmpty)
    #expect(inventory.records(RoleHolder.self).map(\.person) == ["ann"])
    #expect(inventory.records(RoleHolder.self).first?.locator.digest == file.digest)
    #expect(inventory.records(EvidenceItem.self).map(\.path) == [file.path])
    #expect(inventory.diagnostics.isEmpty)
  }

  @Test func listedAndGoneIsMissing() throws {
    let bundle = try Bundle(["role-register.yaml": Self.register])
    try FileManager.default.removeItem(
      at: bundle.folder.appendingPathComponent("role-register.yaml")
    )
    let file = try Self.file("role-register.yaml", in: try bundle.load())
    #expect(file.state == .missing)
    #expect(file.kinds == [.roleRegister])
    #expect(file.diagnostics.map(\.code) == [.evidenceMissing])
  }

  @Test func oneByteMoreIsChangedAndStillRead() throws {
    let bundle = try Bundle(["role-register.yaml": Self.register])
    try bundle.write("role-register.yaml", Self.register + "\n")
    let inventory = try bundle.load()
    #expect(try Self.file("role-register.yaml", in: inventory).state == .changed)
    #expect(inventory.records(RoleHolder.self).count == 1)
  }

  @Test func notListedIsReadAndSaysSo() throws {
    let bundle = try Bundle(["role-register.yaml": Self.register], listed: [])
    let inventory = try bundle.load()
    let file = try Self.file("role-register.yaml", in: inventory)
    #expect(file.state == .unlisted)
    #expect(file.sourceClass == nil)
    #expect(inventory.records(RoleHolder.self).count == 1)
  }

  @Test func withoutAManifestEverythingIsUnlisted() throws {
    let bundle = try Bundle(["role-register.yaml": Self.register])
    try FileManager.default.removeItem(at: bundle.folder.appendingPathComponent("manifest.json"))
    let inventory = try bundle.load()
    #expect(inventory.files.map(\.state) == [.unlisted])
    #expect(inventory.diagnostics.map(\.code) == [.manifestMalformed])
  }

  @Test(
    arguments: [
      ("version 2", "{\"version\": 2, \"subject\": \"acme\", \"items\": []}"),
      ("another subject", "{\"version\": 1, \"subject\": \"other\", \"items\": []}"),
      ("no items", "{\"version\": 1, \"subject\": \"acme\"}"),
      ("cut off", "{\"version\": 1, \"subject\": \"acme\", \"items\": ["),
      ("a path that leaves", item("../secret")), ("an absolute path", item("/etc/passwd")),
      ("a backslash", item("a\\\\b")), ("an empty path", item("")),
      ("an unknown kind", item("a.yaml", "\"kinds\": [\"role-registers\"]")),
      ("a time without zone", item("a.yaml", "\"collectedAt\": \"2026-01-01T00:00:00\"")),
      ("an unknown class", item("a.yaml", "\"sourceClass\": \"rumour\"")),
    ]
  )
  func wrongManifestIsAProblemAndVouchesForNothing(_ name: String, _ text: String) throws {
    let bundle = try Bundle(["role-register.yaml": Self.register])
    try bundle.write("manifest.json", text)
    let inventory = try bundle.load()
    #expect(inventory.diagnostics.count == 1, "\(name)")
    #expect(inventory.files.map(\.state) == [.unlisted], "\(name)")
  }

  static func item(_ path: String, _ more: String = "\"kinds\": []") -> String {
    let digest = String(repeating: "0", count: 64)
    return "{\"version\": 1, \"subject\": \"acme\", \"items\": "
      + "[{\"path\": \"\(path)\", \"sha256\": \"\(digest)\", \(more)}]}"
  }

  @Test func wrongCountOfRecordsIsAProblem() throws {
    let bundle = try Bundle(["role-register.yaml": Self.register])
    let manifest = bundle.folder.appendingPathComponent("manifest.json")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    try bundle.write(
      "manifest.json",
      text.replacing("\"sizeInBytes\"", with: "\"recordCount\": 2, \"sizeInBytes\"")
    )
    let file = try Self.file("role-register.yaml", in: try bundle.load())
    #expect(file.diagnostics.map(\.code) == [.evidencePartial])
    #expect(file.completeness == .partial)
  }

  @Test func brokenRecordIsRejectedAndCounted() throws {
    let bundle = try Bundle([
      "role-register.yaml": Self.register + "\n- {person: bob, role: owner}\n"
    ])
    let file = try Self.file("role-register.yaml", in: try bundle.load())
    #expect(file.state == .read)
    #expect(file.recordCount == 1)
    #expect(file.rejectedCount == 1)
    #expect(file.diagnostics.first?.code == .recordMalformed)
    #expect(file.diagnostics.first?.locator?.line == 2)
    #expect(file.diagnostics.first?.locator?.pointer == "/1/scope")
  }

  @Test func linksAndPipesAreNotOpened() throws {
    let bundle = try Bundle(["role-register.yaml": Self.register])
    let link = bundle.folder.appendingPathComponent("link.yaml")
    try FileManager.default.createSymbolicLink(
      at: link,
      withDestinationURL: URL(fileURLWithPath: "/etc/passwd")
    )
    #expect(mkfifo(bundle.folder.appendingPathComponent("pipe.yaml").path, 0o600) == 0)
    let inventory = try bundle.load()
    for name in ["link.yaml", "pipe.yaml"] {
      let file = try Self.file(name, in: inventory)
      #expect(file.state == .unreadable)
      #expect(file.diagnostics.first?.code == .evidenceUnreadable)
      #expect(file.sizeInBytes == 0)
    }
  }

  @Test(
    arguments: [
      "", "id: other\nkind: vendor\ntier: pilot\nowner: t", "id: acme\nkind: vendor\ntier: pilot",
      "id: acme\nkind: product\ntier: pilot\nowner: t",
      "id: acme\nkind: vendor\ntier: prod\nowner: t",
      "id: acme\nkind: vendor\ntier: pilot\nowner: t\nowners: x", "[]", "id: *x",
    ]
  )
  func wrongSubjectIsRefused(_ text: String) throws {
    let bundle = try Bundle([:])
    try bundle.write("subject.yaml", text)
    #expect(throws: Diagnostic.self) { try bundle.load() }
  }

  @Test func oneIdentityOfSeveralFilesIsJoinedAndContradictionsAreProblems() throws {
    let first = "- {id: svc, kind: role, provider: aws, account: a, status: disabled, owner: ann}"
    let second =
      "- {id: svc, kind: role, provider: aws, account: a, status: enabled, purpose: sync, owner: bob}"
    let bundle = try Bundle(
      ["a/nhi-inventory.yaml": first, "b/nhi-inventory.yaml": second],
      listed: []
    )
    let inventory = try bundle.load()
    let identity = try #require(inventory.records(Identity.self).first)
    #expect(inventory.records(Identity.self).count == 1)
    #expect(identity.status == .enabled)
    #expect(identity.purpose == "sync")
    #expect(identity.owner == "ann")
    #expect(identity.locator.path == "a/nhi-inventory.yaml")
    let duplicate = try #require(inventory.diagnostics.first { $0.code == .evidenceDuplicate })
    #expect(duplicate.found == "owner of svc is bob")
  }

  @Test func oneEventOfTwoOverlappingFilesCountsOnce() throws {
    func event(_ id: String, actor: String) -> String {
      #"""
      {"eventVersion": "1.11", "eventID": "\#(id)", "eventTime": "2026-11-17T22:05:09Z",
       "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::444455556666:user/\#(actor)",
         "accountId": "444455556666", "userName": "\#(actor)"},
       "eventSource": "s3.amazonaws.com", "eventName": "PutObject", "awsRegion": "eu-west-1",
       "sourceIPAddress": "10.20.2.4", "requestID": "r", "readOnly": false, "eventType": "AwsApiCall",
       "managementEvent": false, "recipientAccountId": "444455556666", "eventCategory": "Data"}
      """#
    }
    // Delivered again, and an id that somebody used for what another did.
    let bundle = try Bundle(
      [
        "aws/one.json": "{\"Records\": [\(event("e-1", actor: "a")), \(event("e-2", actor: "a"))]}",
        "aws/two.json": "{\"Records\": [\(event("e-2", actor: "a")), \(event("e-1", actor: "b"))]}",
      ],
      listed: []
    )
    let inventory = try bundle.load()
    let events = inventory.records(AuditEvent.self)
    #expect(events.map(\.id) == ["e-1", "e-2", "e-1"])
    #expect(Set(events.map(\.actor)).count == 2)
    let read = inventory.files.filter { $0.path.hasPrefix("aws") }.map(\.recordCount)
    #expect(read == [2, 2])
  }

  @Test func unsignedAttestationIsNeverVerified() throws {
    let claim = """
      - {id: a, claim: c, requirements: [], target: t, owner: ann, role: r, documentReference: d,
         documentDigest: e, verified: "yes", signedAt: 2026-01-01T00:00:00Z}
      """
    let bundle = try Bundle(["attestation.yaml": claim], listed: [])
    #expect(try bundle.load().records(Attestation.self).map(\.verified) == [.notTried])
  }

  /// What an answer does not name comes from the manifest, and two answers about one key are joined.
  @Test func theManifestSaysWhatAnAnswerIsAbout() throws {
    let bundle = try Bundle([:])
    let answers = [
      ("keys.json", "aws/access-keys/svc-claims-sync.json", #""account": "444455556666""#),
      (
        "use.json", "aws/last-used/AKIAEXAMPLE000000001.json",
        #""account": "444455556666", "about": "AKIAEXAMPLE000000001""#
      ),
      (
        "advisor.json", "aws/access-advisor.json",
        #""about": "arn:aws:iam::444455556666:user/svc-claims-sync""#
      ),
      ("lost.json", "aws/access-advisor.json", #""account": "444455556666""#),
    ]
    var items: [String] = []
    for (path, source, members) in answers {
      let bytes = try fixture(source)
      try bundle.write(path, String(decoding: bytes, as: UTF8.self))
      let digest = ConfigurationDocument.digest(of: bytes)
      items.append("{\"path\": \"\(path)\", \"sha256\": \"\(digest)\", \(members)}")
    }
    try bundle.write(
      "manifest.json",
      "{\"version\": 1, \"subject\": \"acme\", \"items\": [\(items.joined(separator: ","))]}"
    )
    let inventory = try bundle.load()
    let keys = inventory.records(Credential.self)
    #expect(keys.map(\.id) == ["AKIAEXAMPLE000000001", "AKIAEXAMPLE000000002"])
    #expect(keys.map(\.status) == [.active, .inactive])
    #expect(keys.first?.lastUsedAt.instant != nil)
    #expect(keys.first?.createdAt != nil)
    #expect(inventory.records(Usage.self).count == 5)
    let lost = try Self.file("lost.json", in: inventory)
    #expect(lost.state == .unreadable)
    #expect(lost.diagnostics.map(\.remedy) == ["list the file in manifest.json with its about"])
  }
}
