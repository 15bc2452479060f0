import Foundation
import Testing

/// A seal makes the manifest, and through it every file, one that cannot be changed unseen.
struct SealTests {
  static let folder = "evidence/\(DecisionTests.subject)"

  @Test func sealedFolderVerifiesAndHasNoUnlistedFile() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let before = await estate.run("test", "--subject", DecisionTests.subject, "--quiet")
    #expect(await estate.verifyEvidence().code == 2, "there is no seal yet")
    try await estate.seal()
    let (code, output, error) = await estate.verifyEvidence()
    #expect(code == 0, "\(output)\(error)")
    let after = await estate.run("test", "--subject", DecisionTests.subject, "--quiet")
    #expect(after.code == before.code && after.output == before.output)
    let manifest = await Estate.run(["evidence", "manifest", estate.path(Self.folder), "--check"])
    #expect(manifest.code == 0, "\(manifest.output)")
  }

  @Test func everyUnlistedMissingAndChangedFileIsNamed() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    try await estate.seal()
    let own: Set = ["subject.yaml", "manifest.json", "manifest.dsse.json"]
    let files = try estate.evidenceFiles(of: DecisionTests.subject).filter { !own.contains($0) }
    try estate.write("x", to: "\(Self.folder)/stray.txt")
    try estate.write("changed", to: "\(Self.folder)/\(files[0])")
    try FileManager.default.removeItem(atPath: estate.path("\(Self.folder)/\(files[1])"))
    let (code, output, error) = await estate.verifyEvidence()
    #expect(code == 1, "\(output)")
    #expect(error.contains("stray.txt: error[evidence-unlisted]"))
    #expect(error.contains("\(files[0]): error[evidence-changed]"))
    #expect(error.contains("\(files[1]): error[evidence-missing]"))
    #expect(output.contains("3 files do not agree"))
    let again = await estate.runSeal()
    #expect(again.code == 65, "sealed a folder that does not agree with its manifest")
  }

  @Test func nameOfAFileDoesNotActOnTheTerminal() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    try await estate.seal()
    try estate.write("x", to: "\(Self.folder)/a\u{1B}[2J.txt")
    let (code, output, error) = await estate.verifyEvidence()
    #expect(code == 1)
    #expect(error.contains("a\\u{1B}[2J.txt"))
    #expect(!(output + error).contains("\u{1B}"))
  }

  @Test(arguments: ["manifest.json", "subject.yaml"])
  func changedManifestOrSubjectBreaksTheSeal(_ file: String) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    try await estate.seal()
    let name = "\(Self.folder)/\(file)"
    try estate.write(try estate.text(name) + "\n", to: name)
    let (code, output, _) = await estate.verifyEvidence()
    #expect(code == 1)
    #expect(output.contains("\(file) is not the sealed one"), "\(output)")
  }

  @Test func sealOfAnotherKeyOrAForgedOneIsNotTrusted() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    try await estate.seal()
    let other = await estate.verifyEvidence(key: "keys/other.pub.pem")
    #expect(other.code == 1)
    #expect(other.output.contains("no trusted key signed it"))
    let name = "\(Self.folder)/manifest.dsse.json"
    let text = try estate.text(name)
    for forged in [text.flippingByte(of: "sig"), text.flippingByte(of: "payload"), "{}", ""] {
      try estate.write(try #require(forged), to: name)
      #expect(await estate.verifyEvidence().code == 1)
    }
  }

  @Test func sealOfAnotherSubjectProvesNothing() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    try await estate.seal()
    let other = "evidence/claims-cloud"
    try estate.write(
      try estate.text("\(Self.folder)/manifest.dsse.json"),
      to: "\(other)/manifest.dsse.json"
    )
    let (code, output, _) = await Estate.run([
      "evidence", "verify", estate.path(other), "--key", estate.path("keys/gate.pub.pem"),
    ])
    #expect(code == 1)
    #expect(output.contains("it does not cover claims-cloud/manifest.json"), "\(output)")
  }

  @Test func tierThatNeedsASealHoldsWithoutAndNamesIt() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    try estate.writeKeys()
    let key = Keys.open(Keys.first).split(separator: "\n").map { "      \($0)\n" }.joined()
    let policy = try estate.text("controls/policy.yaml").replacing(
      "trustedKeys:\n",
      with: "seal: {tiers: [sandbox], keys: [gate]}\ntrustedKeys:\n  - id: gate\n    owner: gate\n"
        + "    key: |\n" + key
    )
    try estate.write(policy, to: "controls/policy.yaml")
    let without = await estate.results()
    #expect(without.contains("needs sealed evidence, and there is no seal"))
    try await estate.seal()
    #expect(await !estate.results().contains("needs sealed evidence"))
    let file = "\(Self.folder)/subject.yaml"
    try estate.write(try estate.text(file) + "\n", to: file)
    #expect(await estate.results().contains("there is a seal that proves nothing"))
  }
}

extension Estate {
  fileprivate func results() async -> String {
    _ = await run("test", "--subject", DecisionTests.subject, "--quiet")
    return (try? text("reports/results.json")) ?? ""
  }

  fileprivate func runSeal() async -> (code: Int32, output: String, error: String) {
    await Self.run(["evidence", "seal", path(SealTests.folder), "--key", path("keys/gate.pem")])
  }

  fileprivate func seal() async throws {
    try writeKeys()
    let (code, output, error) = await runSeal()
    try #require(code == 0, "\(output)\(error)")
  }

  fileprivate func verifyEvidence(
    key: String = "keys/gate.pub.pem"
  ) async -> (code: Int32, output: String, error: String) {
    try? writeKeys()
    return await Self.run(["evidence", "verify", path(SealTests.folder), "--key", path(key)])
  }
}
