import Foundation
import Testing

/// Every command of the signing guide does what the guide says.
struct SigningGuideTests {
  /// The commands of the guide's blocks, with what each ends with; `nil`: as decided.
  static func commands() throws -> [(words: [String], code: Int32?)] {
    let guide = try String(
      contentsOf: Estate.root.appendingPathComponent("Documentation/signing.md"),
      encoding: .utf8
    )
    let blocks = guide.components(separatedBy: "```sh\n").dropFirst()
    let lines = blocks.flatMap { $0.components(separatedBy: "```")[0].split(separator: "\n") }
    return lines.map { line in
      let parts = line.components(separatedBy: " # ")
      let note = parts.count > 1 ? parts[1] : ""
      return (
        parts[0].split(separator: " ").map(String.init),
        note == "as decided" ? nil : note.hasPrefix("exit ") ? Int32(note.dropFirst(5)) : 0
      )
    }
  }

  @Test(.enabled(if: openssl != nil, "openssl is not installed"))
  func everyCommandEndsAsTheGuideSays() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let commands = try Self.commands()
    try #require(commands.contains { $0.words.starts(with: ["controls", "verify"]) })
    for (words, expected) in commands {
      let (code, text) = try await Self.run(words, in: estate)
      if let expected {
        #expect(code == expected, "\(words.joined(separator: " ")): \(text)")
      } else {
        #expect((0...2).contains(code), "\(words.joined(separator: " ")): \(text)")
      }
    }
  }

  static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static func run(_ words: [String], in estate: Estate) async throws -> (Int32, String) {
    if words[0] == "controls" {
      let folders = ["keys/", "evidence/", "controls/", "reports/"]
      var rest = words.dropFirst().map { word in
        folders.contains { word.hasPrefix($0) } ? estate.path(word) : word
      }
      if ["decide", "verify"].contains(rest[0]) {
        rest += ["--evidence", estate.path("evidence")]
        for name in ["policy", "waivers"] {
          rest += ["--\(name)", estate.path("controls/\(name).yaml")]
        }
      }
      if rest[0] == "decide" {
        rest += ["--decision", estate.path("reports/decision.dsse.json")]
        rest += ["--summary", estate.path("reports/summary.dsse.json")]
      }
      let (code, output, error) = await Estate.run(Array(rest))
      return (code, output + error)
    }
    let process = Process()
    let tool = words[0] == "openssl" ? openssl ?? "" : "/bin/\(words[0])"
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = estate.folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, "")
  }
}
