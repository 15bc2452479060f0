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
    let run = try await WholeEstate.run.value
    #expect(run.code == 1)
    for (subject, decision) in Self.decisions {
      #expect(
        run.output.split(separator: "\n").contains {
          $0.hasPrefix(subject) && $0.contains(decision)
        },
        "\(subject) is not \(decision)"
      )
    }
    #expect(run.reports.count == WholeEstate.names.count)
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

  /// Neither report names the folder in which it was made: then there would have been no run.
  @Test func reportsAreTheSameBytesFromAnyFolder() async throws {
    let first = try await WholeEstate.run.value.reports
    let second = try await WholeEstate.make().reports
    for name in WholeEstate.names {
      // A failed comparison of a megabyte would be described byte by byte, for minutes.
      let isSame = first[name] == second[name]
      #expect(isSame, "\(name) differs")
    }
  }

  @Test func committedReportsAreThoseOfTheSampleEstate() async throws {
    let made = try await WholeEstate.run.value.reports
    for name in WholeEstate.names {
      let committed = try Data(contentsOf: Estate.root.appendingPathComponent("reports/\(name)"))
      let isSame = made[name] == committed
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
