import ControlAssessment
import ControlModel
import Foundation
import StandardControls
import Testing

/// Each profile tells subjects apart: the estate has one to approve in it, and one to deny.
struct ProfileSubjectTests {
  @Test func eachProfileApprovesOneAndDeniesAnother() async throws {
    let judgement = try Judgement(profiles: StandardControls.profiles)
    func decisions(_ name: String) async throws -> [ProfileResult] {
      let folder = Estate.root.appendingPathComponent("evidence/\(name)").path
      return try #require(await judgement.result(of: folder)).profiles
    }
    let approved = try await decisions("wrenfield-intake")
    #expect(approved.map(\.profile) == StandardControls.profiles.map(\.name))
    for result in approved {
      // While a suite is being written, the profile that names its controls holds, and for nothing else.
      let others = result.reasons.filter { $0.effect > .approve && $0.rule != .profileIncomplete }
      #expect(others.isEmpty, "\(result.profile): \(others.map(\.text))")
    }
    var denied: Set<String> = []
    for name in ["brightmere-chat", "quillmark-review", "tallybird-assist"] {
      for result in try await decisions(name) where result.decision == .deny {
        denied.insert(result.profile)
      }
    }
    #expect(denied == Set(StandardControls.profiles.map(\.name)))
  }
}
