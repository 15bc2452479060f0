import Foundation
import Testing

/// The other commands, and what a wrong command line gives.
struct CommandTests {
  @Test(
    arguments: [
      (["tset"], "controls: unknown command \"tset\"; did you mean \"test\"?\n"),
      (
        ["test", "--evidenc", "x"],
        "controls: unknown option \"--evidenc\"; did you mean \"--evidence\"?\n"
      ),
      (["test", "--tier", "prod"], nil),
      (["test", "--as-of", "yesterday"], nil),
      (["test", "--as-of"], "controls: --as-of needs a value: TIME\n"),
      (["list"], nil),
      (["list", "contols"], "controls: unknown list \"contols\"; did you mean \"controls\"?\n"),
      (["evidence"], nil),
      (["explain", "no-such-thing-at-all"], nil),
      (["test", "--quiet=yes"], "controls: --quiet takes no value\n"),
    ] as [([String], String?)]
  )
  func wrongUsageIs64AndSaysWhat(_ words: [String], _ message: String?) async {
    let (code, output, error) = await Estate.run(words)
    #expect(code == 64, "\(error)")
    #expect(output.isEmpty)
    if let message { #expect(error == message) } else { #expect(error.hasPrefix("controls: ")) }
  }

  @Test func everyCommandHasHelp() async {
    let overview = await Estate.run(["--help"])
    #expect(overview.code == 0)
    for command in ["test", "why", "list", "explain", "evidence inspect", "evidence manifest"] {
      #expect(overview.output.contains(command))
      let help = await Estate.run(command.split(separator: " ").map(String.init) + ["--help"])
      #expect(help.code == 0)
      #expect(help.output.hasPrefix("controls \(command): "))
    }
  }

  @Test(arguments: ["controls", "requirements", "kinds", "formats", "parameters", "subjects"])
  func listsFitNarrowAndWideWindows(_ list: String) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    for width in [80, 160] {
      let words =
        [
          "list", list, "--evidence", estate.path("evidence"), "--policy",
          estate.path("controls/policy.yaml"),
        ]
      let (code, output, error) = await Estate.run(words, width: width)
      #expect(code == 0, "\(error)")
      #expect(!output.isEmpty)
    }
  }

  @Test(
    arguments: [
      ("NHI7-2", "Every credential has an expiry"), ("PR.AC-4", "PR.AA-05"),
      ("NHI7:2025", "Long-Lived Secrets"),
      ("evidence-malformed", "cut off"), ("control-failed", "blocks in this tier"),
      ("role-register", "RoleHolder"), ("GOVERN 1.6", "GOVERN 1.6"),
    ])
  func explains(_ word: String, _ part: String) async {
    let (code, output, _) = await Estate.run(["explain", word])
    #expect(code == 0)
    #expect(output.contains(part), "\(output)")
  }

  @Test func whyShowsTheRecordBehindAFinding() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (code, output, error) = await estate.run("why", "tallybird-assist", "NHI7-2")
    #expect(code == 0, "\(error)")
    #expect(output.contains("FAIL  NHI7-2"))
    #expect(output.contains("seen at  registers/iam-credential-report"))
    #expect(output.contains("sha256   "))
    #expect(output.contains("expected present"))
  }

  @Test func inspectShowsWhatAFileHolds() async throws {
    let path = Estate.root.appendingPathComponent(
      "evidence/tallybird-assist/aws/credential-report.csv"
    )
    .path
    let (code, output, error) = await Estate.run([
      "evidence", "inspect", path, "--as-of", "2026-11-20T09:00:00Z",
    ])
    #expect(code == 0, "\(error)")
    #expect(output.contains("format   aws-credential-report"))
    #expect(output.contains("svc-claims-sync"))
    #expect(output.contains("age="))
  }

  /// What an export does not name can be given, as the manifest would.
  @Test func inspectTakesWhatTheManifestWouldSay() async throws {
    let folder = Estate.root.appendingPathComponent("Tests/ControlEvidenceTests/Fixtures").path
    let cluster = ["evidence", "inspect", "\(folder)/kubernetes/cluster.json", "--limit", "0"]
    let (code, output, error) = await Estate.run(cluster + ["--account", "orchard"])
    #expect(code == 0, "\(error)")
    #expect(output.contains("records  15"))
    #expect(output.contains("Entitlement: 7 (iam-policy-export)"))
    let (nameless, _, reason) = await Estate.run(cluster)
    #expect(nameless == 65)
    #expect(reason.contains("needed  account in manifest.json: the cluster"))
    let advisor = ["evidence", "inspect", "\(folder)/aws/access-advisor.json", "--about", "arn:x"]
    #expect(await Estate.run(advisor).0 == 0)
    #expect(await Estate.run(advisor + ["--collected-at", "yesterday"]).0 == 64)
  }

  @Test func inspectOfATruncatedFileIs65WithTheLine() async throws {
    let source = Estate.root.appendingPathComponent(
      "evidence/tallybird-assist/aws/credential-report.csv"
    )
    let bytes = try Data(contentsOf: source)
    let cut = FileManager.default.temporaryDirectory.appendingPathComponent(
      "cut-\(UUID().uuidString).csv"
    )
    defer { try? FileManager.default.removeItem(at: cut) }
    try bytes.prefix(bytes.count - 60).write(to: cut)
    let (code, _, error) = await Estate.run(["evidence", "inspect", cut.path])
    #expect(code == 65)
    let lines = bytes.split(separator: UInt8(ascii: "\n")).count
    #expect(error.contains(":\(lines)"), "\(error)")
    #expect(error.contains("error[evidence-malformed]"))
  }

  @Test func manifestOfTheEstateIsUpToDate() async {
    for subject in ["orchard-agents", "tallybird-assist"] {
      let path = Estate.root.appendingPathComponent("evidence/\(subject)").path
      let (_, output, error) = await Estate.run(["evidence", "manifest", path, "--check"])
      #expect(output.isEmpty, "\(output)")
      #expect(error.isEmpty, "\(error)")
    }
  }
}
