import Foundation
import Testing

/// The attesting guide, from the list of what is due to another cell in the matrix.
struct AttestingGuideTests {
  private static func blocks(_ language: String) throws -> [String] {
    let guide = try String(
      contentsOf: Estate.root.appendingPathComponent("Documentation/attesting.md"),
      encoding: .utf8
    )
    return guide.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  /// Runs a line of the guide in a copy of the estate.
  private static func run(
    _ line: String,
    in estate: Estate
  ) async throws -> (code: Int32, output: String, error: String) {
    let folders = ["forms/", "keys/", "evidence/"]
    var words = line.split(separator: " ").dropFirst().map { word in
      folders.contains { word.hasPrefix($0) } ? estate.path(String(word)) : String(word)
    }
    if words.first == "attest" || words.first == "test" {
      words += ["--evidence", estate.path("evidence")]
      if words[1] != "sign" {
        for name in ["policy", "waivers"] {
          words += ["--\(name)", estate.path("controls/\(name).yaml")]
        }
      }
    }
    if words.first == "test" { words += ["--reports", estate.path("reports")] }
    return await Estate.run(words)
  }

  private static func prepared() throws -> Estate {
    let estate = try Estate()
    try estate.writeKeys()
    let key = try estate.text("keys/gate.pub.pem").split(separator: "\n").map { "      \($0)\n" }
    let entry =
      "trustedKeys:\n  - id: team-claims-key\n    owner: team-claims\n    key: |\n"
      + key.joined()
    let policy = try estate.text("controls/policy.yaml")
    try estate.write(
      policy.replacingOccurrences(of: "trustedKeys:\n", with: entry),
      to: "controls/policy.yaml"
    )
    return estate
  }

  /// What came of the control that asks for the review.
  private static func outcome(_ estate: Estate) throws -> String? {
    let data = Data(try estate.text("reports/results.json").utf8)
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let subjects = root?["subjects"] as? [[String: Any]]
    let controls = subjects?.first?["controls"] as? [[String: Any]]
    return controls?.first { $0["control"] as? String == "NHI3-4" }?["outcome"] as? String
  }

  @Test func aSignedStatementChangesACellAndAWrongOneChangesItBack() async throws {
    let estate = try Self.prepared()
    defer { estate.remove() }
    let lines = try Self.blocks("sh").flatMap { $0.split(separator: "\n").map(String.init) }
    let form = try #require(try Self.blocks("yaml").first)
    func step(_ words: String, _ code: Int32? = 0) async throws -> String {
      let line = try #require(lines.first { $0.hasPrefix("controls \(words)") })
      let result = try await Self.run(line, in: estate)
      if let code {
        #expect(result.code == code, "\(line): \(result.output)\(result.error)")
      }
      return result.output + result.error
    }
    #expect(try await step("attest list").contains("supplier-review  ends 2027-09-02T00:00:00Z"))
    #expect(try await step("attest new NHI3-4").contains("left for you: owner, role"))
    // What the tool wrote and what the guide completes have the same fields.
    let written = try estate.text("forms/review.yaml")
    for line in form.split(separator: "\n") {
      #expect(written.contains("\n\(line.prefix { $0 != ":" }):"), "\(line)")
    }

    // Signed in a role that may not sign it, by somebody who does not hold it.
    let wrong = form.replacingOccurrences(of: "business-owner", with: "ciso")
    try estate.write(wrong, to: "forms/review.yaml")
    _ = try await step("attest sign")
    let refused = try await step("attest check", 1)
    #expect(refused.contains("NHI3-4: role of att-tallybird: expected one of"), "\(refused)")
    _ = try await step("evidence manifest")
    _ = try await step("test", nil)
    #expect(try Self.outcome(estate) == "fail")

    try estate.write(form, to: "forms/review.yaml")
    _ = try await step("attest sign")
    #expect(try await step("attest check").contains("att-tallybird.dsse.json: counts"))
    _ = try await step("evidence manifest")
    _ = try await step("test", nil)
    #expect(try Self.outcome(estate) == "pass")
    #expect(try await step("attest list").contains("supplier-review  ends 2027-11-01T00:00:00Z"))
    #expect(try await step("attest new --csv").contains("statements to"))
  }

  @Test func aFormThatIsNotCompleteIsNotSigned() async throws {
    let estate = try Self.prepared()
    defer { estate.remove() }
    let form = try #require(try Self.blocks("yaml").first)
    let key = ["--key", estate.path("keys/gate.pem"), "--as-of", "2026-11-20T09:00:00Z"]
    let faults = [
      ("owner: \"team-claims\"", "owner: \"\"", "owner left blank"),
      ("2027-11-01T00:00:00Z", "2026-11-20T09:00:00Z", "expiresAt 2026-11-20T09:00:00Z"),
      ("owner:", "signer:", "the field signer"),
    ]
    for (text, change, found) in faults {
      let changed = form.replacingOccurrences(of: text, with: change)
      try estate.write(changed, to: "forms/review.yaml")
      let (code, _, error) = await Estate.run(
        ["attest", "sign", estate.path("forms/review.yaml")] + key
      )
      #expect(code == 65)
      #expect(error.contains(found), "\(error)")
      #expect(!FileManager.default.fileExists(atPath: estate.path("forms/att-tallybird.dsse.json")))
    }
  }

  @Test func rowsOfATableAreSignedEach() async throws {
    let estate = try Self.prepared()
    defer { estate.remove() }
    let names =
      "statement,control,subject,id,claim,target,owner,role,documentReference,documentDigest,cites,"
      + "expiresAt\n"
    func row(_ id: String, _ owner: String) -> String {
      "supplier-review,NHI3-4,s,\(id),\"It is, so\",t,\(owner),r,d,sha256:aa,a;b,"
        + "2027-01-01T00:00:00Z\n"
    }
    try estate.write(names + row("one", "ada") + row("two", "ben"), to: "forms/due.csv")
    let words = [
      "attest", "sign", estate.path("forms/due.csv"), "--key", estate.path("keys/gate.pem"),
      "--as-of", "2026-11-20T09:00:00Z", "--output", estate.path("signed"),
    ]
    let own = await Estate.run(words + ["--owner", "ben"])
    #expect(own.code == 0)
    #expect(own.output.contains("signed 1 with key"))
    let all = await Estate.run(words)
    #expect(all.output.contains("signed 2 with key"))
    // The same key and time give the same bytes.
    let first = try estate.text("signed/one.dsse.json")
    _ = await Estate.run(words)
    #expect(try estate.text("signed/one.dsse.json") == first)
    try estate.write(names + row("one", "ada") + row("one", "ben"), to: "forms/due.csv")
    let twice = await Estate.run(words)
    #expect(twice.code == 64)
  }
}
