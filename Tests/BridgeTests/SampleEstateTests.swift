import ControlModel
import ControlTesting
import ControlTestingSupport
import Foundation
import StandardControls
import Testing

/// The bridge as a team uses it: the controls of a suite as test cases over their own evidence.
struct SampleEstateTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func cases(_ subject: String) async throws -> [ControlCase] {
    let asOf = try #require(Instant(rfc3339: "2026-11-20T09:00:00Z"))
    return try await ControlCase.all(
      suites: StandardControls.suites.filter { $0.name == "IdentityReuse" },
      evidence: root.appendingPathComponent("evidence").path,
      subjects: [subject],
      asOf: asOf
    )
  }

  /// One case for each control of the suite: the pilot's identities are each used by one workload.
  @Test(arguments: try await cases("orchard-agents"))
  func orchardAgentsReusesNoIdentity(_ controlCase: ControlCase) {
    controlCase.check()
  }

  /// On the denied supplier the same suite fails, and the finding is the text of the issue.
  @Test(arguments: try await cases("tallybird-assist"))
  func findingsAreTheTextOfTheIssues(_ controlCase: ControlCase) {
    #expect(controlCase.issues.isEmpty == (controlCase.result.outcome <= .waived))
    withKnownIssue(isIntermittent: true) {
      controlCase.check()
    } matching: { issue in
      issue.comments.contains { $0.rawValue.hasPrefix("\(controlCase.control.id): ") }
    }
  }

  @Test func deniedSupplierHasFindings() async throws {
    let issues = try await Self.cases("tallybird-assist").flatMap(\.issues)
    #expect(issues.contains { $0.contains("expected") && $0.contains(" at ") })
  }
}
