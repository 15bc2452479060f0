import Foundation
import Testing

/// What the user does on the sample estate, and what must come of it.
struct TestCommandTests {
  static let approvable = "orchard-agents"
  /// The decision on each subject, as the estate's own page tells it.
  static let decisions = [
    ("brightmere-chat", "DENY"), ("claims-cloud", "HOLD"), ("orchard-agents", "APPROVE"),
    ("quillmark-review", "DENY"), ("tallybird-assist", "DENY"), ("wrenfield-intake", "APPROVE"),
  ]

  @Test func estateIsDeniedAsAWhole() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (code, output, _) = await estate.run("test")
    #expect(code == 1)
    for (subject, decision) in Self.decisions {
      #expect(
        output.split(separator: "\n").contains { $0.hasPrefix(subject) && $0.contains(decision) },
        "\(subject) is not \(decision)"
      )
    }
    for name in ["matrix.html", "matrix.md", "results.json"] {
      #expect(FileManager.default.fileExists(atPath: estate.path("reports/\(name)")), "\(name)")
    }
  }

  @Test func emptyEvidenceIsNeverApproved() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    try FileManager.default.removeItem(atPath: estate.path("evidence"))
    let missing = await estate.run("test")
    #expect(missing.code == 65)
    try FileManager.default.createDirectory(
      atPath: estate.path("evidence"),
      withIntermediateDirectories: true
    )
    let empty = await estate.run("test", "--as-of", "2026-11-20T09:00:00Z")
    #expect(empty.code == 2)
  }

  @Test func reportsAreTheSameBytesFromAnyFolder() async throws {
    let first = try Estate()
    let second = try Estate()
    defer {
      first.remove()
      second.remove()
    }
    _ = await first.run("test", "--as-of", "2026-11-20T09:00:00Z")
    _ = await second.run("test", "--as-of", "2026-11-20T09:00:00Z")
    for name in ["matrix.html", "matrix.md", "results.json"] {
      let one = try Data(contentsOf: URL(fileURLWithPath: first.path("reports/\(name)")))
      let two = try Data(contentsOf: URL(fileURLWithPath: second.path("reports/\(name)")))
      // A failed comparison of a megabyte would be described byte by byte, for minutes.
      let isSame = one == two
      #expect(isSame, "\(name) differs")
      #expect(!String(decoding: one, as: UTF8.self).contains(first.folder.lastPathComponent))
    }
  }

  @Test func committedReportsAreThoseOfTheSampleEstate() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = await estate.run("test")
    for name in ["matrix.html", "matrix.md", "results.json"] {
      let made = try Data(contentsOf: URL(fileURLWithPath: estate.path("reports/\(name)")))
      let committed = try Data(contentsOf: Estate.root.appendingPathComponent("reports/\(name)"))
      let isSame = made == committed
      #expect(
        isSame,
        "reports/\(name) is not up to date; run make matrix and review the change"
      )
    }
  }

  @Test func filterApprovesNothing() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (code, _, _) = await estate.run("test", "--subject", Self.approvable, "--filter", "NHI7-2")
    #expect(code == 2)
  }

  @Test(arguments: [60, 80, 120, 200])
  func matrixFitsItsWindow(_ width: Int) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (_, output, _) = await estate.run("test", width: width)
    for line in output.split(separator: "\n") where !line.hasPrefix("report:") {
      #expect(line.count <= width, "\(line)")
    }
  }
}
