import Foundation
import Testing

/// What the user does on the sample estate, and what must come of it.
struct TestCommandTests {
  static let approvable = "orchard-agents"

  @Test func estateIsDeniedAsAWhole() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (code, output, _) = await estate.run("test")
    #expect(code == 1)
    for (subject, decision) in [
      ("tallybird-assist", "DENY"), ("orchard-agents", "APPROVE"), ("claims-cloud", "HOLD"),
    ] {
      #expect(
        output.split(separator: "\n").contains { $0.hasPrefix(subject) && $0.contains(decision) },
        "\(subject) is not \(decision)"
      )
    }
    for name in ["matrix.html", "matrix.md", "results.json"] {
      #expect(FileManager.default.fileExists(atPath: estate.path("reports/\(name)")), "\(name)")
    }
  }

  @Test func approvableSubjectIsApprovedAndOnlyWithAllOfItsEvidence() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let whole = await estate.run("test", "--subject", Self.approvable, "--quiet")
    #expect(whole.code == 0, "\(whole.output)")
    for file in try estate.evidenceFiles(of: Self.approvable) {
      let path = estate.path("evidence/\(Self.approvable)/\(file)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      try FileManager.default.removeItem(atPath: path)
      let less = await estate.run("test", "--subject", Self.approvable, "--quiet")
      #expect(less.code == (file == "subject.yaml" ? 65 : less.code))
      #expect(less.code != 0, "approved without \(file)")
      try bytes.write(to: URL(fileURLWithPath: path))
    }
  }

  @Test func approvableSubjectIsNotApprovedWithoutAWholeSourceFolder() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let folders = Set(
      try estate.evidenceFiles(of: Self.approvable).compactMap {
        $0.split(separator: "/").dropLast().first
      }
    )
    for folder in folders.sorted() {
      let path = estate.path("evidence/\(Self.approvable)/\(folder)")
      try FileManager.default.moveItem(atPath: path, toPath: estate.path("aside"))
      let less = await estate.run("test", "--subject", Self.approvable, "--quiet")
      #expect(less.code == 1 || less.code == 2, "\(less.code) without \(folder)")
      try FileManager.default.moveItem(atPath: estate.path("aside"), toPath: path)
    }
  }

  @Test func oneChangedByteIsNotApproved() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    for file in try estate.evidenceFiles(of: Self.approvable) where file != "subject.yaml" {
      let url = URL(fileURLWithPath: estate.path("evidence/\(Self.approvable)/\(file)"))
      let bytes = try Data(contentsOf: url)
      try (bytes + Data("\n".utf8)).write(to: url)
      let changed = await estate.run("test", "--subject", Self.approvable, "--quiet")
      // A blank line at the end of the manifest itself changes nothing that it says.
      #expect((changed.code == 0) == (file == "manifest.json"), "\(file): \(changed.code)")
      try bytes.write(to: url)
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
