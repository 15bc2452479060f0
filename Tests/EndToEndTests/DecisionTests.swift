import ControlTesting
import ControlsCommand
import Foundation
import StandardControls
import Testing

/// A decision is signed once, and can be come to again by whoever has the evidence.
struct DecisionTests {
  static let subject = "orchard-agents"

  @Test func untouchedDecisionIsTheSame() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let signed = try await estate.decide()
    let judged = await estate.run("test", "--subject", Self.subject, "--quiet")
    #expect(signed == judged.code)
    for file in ["decision.json", "summary.json"] {
      let (code, output, error) = await estate.verify(file)
      #expect(code == 0, "\(output)\(error)")
      #expect(output.hasPrefix("the same decision: "))
    }
  }

  @Test func sameInputsAndKeyGiveTheSameBytes() async throws {
    let first = try Estate()
    let second = try Estate()
    defer {
      first.remove()
      second.remove()
    }
    _ = try await first.decide()
    _ = try await second.decide()
    for file in ["decision.json", "summary.json"] {
      #expect(try first.text(file) == second.text(file))
    }
  }

  @Test(
    arguments: [
      ("evidence/orchard-agents/registers/role-register.yaml", "role-register.yaml, sha256"),
      ("evidence/orchard-agents/manifest.json", "manifest, sha256"),
      ("evidence/orchard-agents/subject.yaml", "subjectFile, sha256"),
      ("controls/policy.yaml", "differs  policy, sha256"),
      ("controls/waivers.yaml", "differs  waivers, sha256"),
    ])
  func oneMoreByteIsNamed(_ file: String, _ name: String) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = try await estate.decide()
    let path = try estate.existing(file)
    try estate.write(try estate.text(path) + "\n", to: path)
    let (code, output, error) = await estate.verify("decision.json")
    #expect(code == 1, "\(output)\(error)")
    let wanted = path == file ? name : "\(path.split(separator: "/").last ?? ""), sha256"
    #expect(output.contains(wanted), "\(output)")
    #expect(output.contains("signed  ") && output.contains("now     "))
  }

  @Test(arguments: ["controls/policy.yaml", "controls/waivers.yaml"])
  func fileThatCannotBeReadAnyMoreIsNamedToo(_ file: String) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = try await estate.decide()
    try estate.write(try "\t{" + estate.text(file), to: file)
    let (code, output, error) = await estate.verify("decision.json")
    #expect(code == 1, "\(output)")
    #expect(output.contains("sha256"))
    #expect(error.contains("error["))
  }

  @Test func missingFileAndSubjectAreNamed() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = try await estate.decide()
    let file = try estate.existing("evidence/orchard-agents/registers/role-register.yaml")
    try FileManager.default.removeItem(atPath: estate.path(file))
    let gone = await estate.verify("decision.json")
    #expect(gone.code == 1)
    #expect(gone.output.contains("now     missing"), "\(gone.output)")
    try FileManager.default.removeItem(atPath: estate.path("evidence/\(Self.subject)"))
    let none = await estate.verify("decision.json")
    #expect(none.code == 1)
    #expect(none.output.contains("differs  \(Self.subject) manifest.json"), "\(none.output)")
  }

  @Test func changedControlIsNamed() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = try await estate.decide()
    // One that reads no parameter: another policy would be wrong without it.
    let id = try #require(
      StandardControls.suites.flatMap(\.controls).map(\.description)
        .first { $0.parameters.isEmpty }?.id
    )
    let recording = RecordingConsole()
    let code = await ControlsCommand.run(
      [
        "verify", estate.path("decision.json"), "--key", estate.path("keys/gate.pub.pem"),
        "--evidence", estate.path("evidence"), "--policy", estate.path("controls/policy.yaml"),
        "--waivers", estate.path("controls/waivers.yaml"),
      ],
      suites: Self.suites(renaming: id),
      console: recording.console()
    )
    #expect(code == .deny, "\(recording.output)\(recording.error)")
    #expect(recording.output.contains("differs  controls \(id), sha256"), "\(recording.output)")
  }

  /// The standard suites with another control under one id.
  private static func suites(renaming id: String) -> [ControlSuite] {
    StandardControls.suites.map { suite in
      ControlSuite(suite.name) {
        suite.controls.map { control in
          control.description.id == id
            ? Control(id, "Another sentence", .satisfies(.nhi(7)), .remedy("x")) {
              (_: Credential, _) in
            } : control
        }
      }
    }
  }

  @Test func forgedOrForeignDecisionIsNotVerified() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = try await estate.decide()
    let foreign = await estate.verify("decision.json", key: "keys/other.pub.pem")
    #expect(foreign.code == 2)
    #expect(foreign.output.hasPrefix("not verified: "))
    let text = try estate.text("decision.json")
    for member in ["payload", "sig"] {
      let forged = try #require(text.flippingByte(of: member))
      #expect(forged != text)
      try estate.write(forged, to: "forged.json")
      let (code, output, error) = await estate.verify("forged.json")
      #expect(code == 2 || (member == "payload" && code == 65), "\(member): \(output)\(error)")
    }
  }

  @Test func unusableKeyOrFileIs65AndShowsNothing() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = try await estate.decide()
    for (key, found) in [
      ("keys/rsa.pub.pem", "an RSA key"), ("keys/none.pem", "no such file"),
      ("keys/gate.pem", "a private key"), ("controls/policy.yaml", "found   "),
    ] {
      let (code, _, error) = await estate.verify("decision.json", key: key)
      #expect(code == 65, "\(key)")
      #expect(error.contains("error[key-unusable]") && error.contains(found), "\(error)")
      let secret = try estate.text("keys/gate.pem").split(separator: "\n")[1]
      #expect(!error.contains(secret))
    }
    for file in ["controls/policy.yaml", "no-such-file.json"] {
      #expect(await estate.verify(file).code == 65)
    }
    #expect(await Estate.run(["verify", estate.path("decision.json")]).code == 64)
    #expect(await Estate.run(["decide"]).code == 64)
  }
}

extension Estate {
  /// Signs the decision on one subject with the first key.
  func decide() async throws -> Int32 {
    try writeKeys()
    let (code, _, error) = await run(
      "decide",
      "--subject",
      DecisionTests.subject,
      "--sign",
      path("keys/gate.pem"),
      "--decision",
      path("decision.json"),
      "--summary",
      path("summary.json")
    )
    #expect(code <= 2, "\(error)")
    return code
  }

  /// Verifies a file of the copy.
  func verify(
    _ file: String,
    key: String = "keys/gate.pub.pem"
  ) async -> (code: Int32, output: String, error: String) {
    await run("verify", path(file), "--key", path(key))
  }

  /// A file of the copy; another one of the same subject where the estate does not hold it.
  func existing(_ file: String) throws -> String {
    if FileManager.default.fileExists(atPath: path(file)) { return file }
    let names = try evidenceFiles(of: DecisionTests.subject).filter { $0.hasSuffix(".yaml") }
    let name = try #require(names.first { $0 != "subject.yaml" })
    return "evidence/\(DecisionTests.subject)/\(name)"
  }
}

extension String {
  /// The text with one byte in the middle of a base64 member replaced.
  func flippingByte(of member: String) -> String? {
    guard let start = range(of: "\"\(member)\": \"")?.upperBound,
      let end = self[start...].firstIndex(of: "\"")
    else { return nil }
    let middle = index(start, offsetBy: distance(from: start, to: end) / 2)
    var text = self
    text.replaceSubrange(middle...middle, with: self[middle] == "A" ? "B" : "A")
    return text
  }
}
