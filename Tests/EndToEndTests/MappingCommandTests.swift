import ControlEvidence
import Foundation
import Testing

/// A mapping file counts as a reader wherever evidence is read.
struct MappingCommandTests {
  /// A folder of the test's own.
  final class Folder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mapping-\(UUID().uuidString)"
    )

    init(_ files: [String: String]) throws {
      for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func text(_ name: String) throws -> String {
      try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
    }

    func write(_ path: String, _ text: String) throws {
      let file = url.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
  }

  /// The guide's mapping and its export.
  static func guide() throws -> (mapping: String, export: String) {
    let text = try DocumentationTests.text("Documentation/mapping-files.md")
    let mapping = try #require(DocumentationTests.blocks("yaml", in: text).first)
    let export = try #require(DocumentationTests.blocks("csv", in: text).first)
    return (mapping, export + "\n")
  }

  @Test func mappingOfTheGuideReadsTheExportOfTheGuide() async throws {
    let (mapping, export) = try Self.guide()
    let folder = try Folder(["people-register.yaml": mapping, "people.csv": export])
    let (code, output, error) = await Estate.run([
      "evidence", "inspect", folder.path("people.csv"), "--mapping",
      folder.path("people-register.yaml"), "--as-of", "2026-11-20T09:00:00Z",
    ])
    #expect(code == 0, "\(error)")
    #expect(output.contains("format   people-register: people register"))
    #expect(output.contains("records  1\n"))
    #expect(output.contains("left out 1, by the mapping"))
    #expect(output.contains("authority=[sign, pay]"))
    #expect(output.contains("startsAt=2026-01-31T23:00:00Z"))
    #expect(output.contains("endsAt=never"))
  }

  @Test func resultsSayWhichMappingReadAFile() async throws {
    let (mapping, export) = try Self.guide()
    let folder = try Folder([
      "mappings/people.yaml": mapping, "evidence/acme/hr/people.csv": export,
      "evidence/acme/subject.yaml":
        "id: acme\nname: Acme\nkind: vendor\ntier: pilot\nowner: team\n",
      "policy.yaml": "version: 1\n", "none/README": "no mapping",
    ])
    let mappings = ["--mappings", folder.path("mappings")]
    let written = await Estate.run(
      ["evidence", "manifest", folder.path("evidence/acme")] + mappings
    )
    #expect(written.code == 0, "\(written.error)")
    #expect(try folder.text("evidence/acme/manifest.json").contains("\"people-register\""))
    let test =
      [
        "test", "--evidence", folder.path("evidence"), "--policy", folder.path("policy.yaml"),
        "--reports", folder.path("reports"), "--as-of", "2026-11-20T09:00:00Z", "--quiet",
      ]
    let (code, _, error) = await Estate.run(test + mappings)
    #expect(code == 2, "\(error)")
    let digest = ConfigurationDocument.digest(of: Array(mapping.utf8))
    let results = try folder.text("reports/results.json")
    #expect(results.contains("\"mappingSha256\": \"\(digest)\""))
    let read = await Estate.run(["gate", "--results", folder.path("reports/results.json")])
    #expect(read.code == 2, "\(read.error)")
    // Without the mapping the file is what no reader knows.
    _ = await Estate.run(test + ["--mappings", folder.path("none")])
    #expect(try !folder.text("reports/results.json").contains("mappingSha256"))
  }

  @Test func formatsListMappingsAndABrokenOneStopsEverything() async throws {
    let (mapping, export) = try Self.guide()
    let folder = try Folder(["m/people.yaml": mapping, "people.csv": export])
    let list = await Estate.run(["list", "formats", "--mappings", folder.path("m")])
    #expect(list.output.contains("people-register"))
    #expect(list.output.contains("aws-credential-report"))
    try folder.write("m/other.yaml", mapping.replacing("container: table", with: "containr: table"))
    for words in [["list", "formats"], ["evidence", "inspect", folder.path("people.csv")]] {
      let (code, output, error) = await Estate.run(words + ["--mappings", folder.path("m")])
      #expect(code == 65)
      #expect(output.isEmpty)
      #expect(error.contains("other.yaml:5: error[evidence-mapping-malformed]"), "\(error)")
      #expect(error.contains("a known key, such as container"))
    }
  }

  @Test func schemaIsPrintedAndUnknownKindsAreNamed() async throws {
    let folder = try Folder([:])
    let one = await Estate.run(["evidence", "schema", "credential"])
    #expect(one.code == 0)
    #expect(
      one.output.contains("\"$id\": \"urn:control-testing:evidence-kind:iam-credential-report:1\"")
    )
    let all = await Estate.run(["evidence", "schema", "--all", folder.path("schemas")])
    #expect(all.output.hasPrefix("wrote 74 schemas"))
    #expect(try folder.text("schemas/iam-credential-report.schema.json") == one.output)
    let wrong = await Estate.run(["evidence", "schema", "credentail"])
    #expect(wrong.code == 64)
    #expect(wrong.error == "controls: unknown kind \"credentail\"; did you mean \"Credential\"?\n")
    #expect(await Estate.run(["evidence", "schema"]).code == 64)
  }
}
