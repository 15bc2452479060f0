import ControlModel
import Foundation
import Testing

/// Replays of public incidents, under fictional names: the controls that would have caught them fail
/// there, and on the files that show it.
struct PublicIncidentTests {
  /// A control that fails on a replay, and the file in which what it found was to be seen.
  struct Sign: Sendable {
    let control: String
    let file: String
  }

  /// An analytics database of an AI service, open to the internet, with chat logs and keys in it.
  ///
  /// All but the last four were to be seen before anybody had read from it.
  static let exposedStore = [
    Sign(control: "NHI4-1", file: "identity/auth-config.yaml"),
    Sign(control: "NHI4-4", file: "identity/authenticator-assurance.csv"),
    Sign(control: "NHI5-1", file: "identity/iam-policy-export.yaml"),
    Sign(control: "NHI5-3", file: "registers/nhi-inventory.yaml"),
    Sign(control: "NHI7-1", file: "registers/iam-credential-report.csv"),
    Sign(control: "NHI7-2", file: "registers/iam-credential-report.csv"),
    Sign(control: "NHI7-3", file: "registers/iam-credential-report.csv"),
    Sign(control: "NHI7-5", file: "registers/iam-credential-report.csv"),
    Sign(control: "NHI2-4", file: "identity/secret-store-metadata.yaml"),
    Sign(control: "DAT-1", file: "governance/data-handling.yaml"),
    Sign(control: "DAT-3", file: "governance/data-handling.yaml"),
    Sign(control: "JIT-4", file: "identity/iam-policy-export.yaml"),
    Sign(control: "JIT-5", file: "registers/iam-credential-report.csv"),
    Sign(control: "NHI2-2", file: "scans/secret-scan-report.yaml"),
    Sign(control: "NHI2-3", file: "scans/secret-scan-report.yaml"),
    Sign(control: "TRU-7", file: "scans/secret-scan-report.yaml"),
    Sign(control: "NHI10-2", file: "logs/audit-log.jsonl"),
  ]

  /// A review extension whose maker was broken into: tokens of every repository went with it.
  ///
  /// All but the last five were to be seen before.
  static let leakedTokens = [
    Sign(control: "NHI3-2", file: "registers/oauth-grant-list.yaml"),
    Sign(control: "NHI3-4", file: "registers/third-party-register.yaml"),
    Sign(control: "NHI4-1", file: "github/fine-grained-tokens.json"),
    Sign(control: "NHI5-1", file: "github/fine-grained-tokens.json"),
    Sign(control: "NHI6-2", file: "ci/ci-results.yaml"),
    Sign(control: "NHI7-1", file: "github/fine-grained-tokens.json"),
    Sign(control: "NHI7-2", file: "github/fine-grained-tokens.json"),
    Sign(control: "NHI7-3", file: "github/fine-grained-tokens.json"),
    Sign(control: "NHI9-1", file: "logs/audit-log.jsonl"),
    Sign(control: "LIF-2", file: "github/fine-grained-tokens.json"),
    Sign(control: "REV-5", file: "github/app-installations.json"),
    Sign(control: "PRO-2", file: "registers/third-party-register.yaml"),
    Sign(control: "TRU-6", file: "github/app-installations.json"),
    Sign(control: "NHI3-3", file: "registers/threat-intel-feed.yaml"),
    Sign(control: "NHI2-2", file: "scans/secret-scan-report.yaml"),
    Sign(control: "NHI2-3", file: "scans/secret-scan-report.yaml"),
    Sign(control: "TRU-7", file: "scans/secret-scan-report.yaml"),
    Sign(control: "NHI10-2", file: "logs/audit-log.jsonl"),
  ]

  @Test(arguments: [("brightmere-chat", exposedStore), ("quillmark-review", leakedTokens)])
  func controlsThatWouldHaveCaughtItFail(_ subject: String, _ signs: [Sign]) async throws {
    let judgement = try Judgement()
    let folder = Estate.root.appendingPathComponent("evidence/\(subject)").path
    let result = try #require(await judgement.result(of: folder))
    #expect(result.decision == .deny)
    for sign in signs {
      let found = try #require(result.controls.first { $0.control == sign.control }, "\(sign)")
      #expect(found.outcome == .fail, "\(sign.control): \(found.outcome)")
      let files = found.findings.compactMap(\.locator?.path)
      #expect(files.contains(sign.file), "\(sign.control) found in \(files)")
    }
  }

  /// The same controls are no alarm that always rings.
  @Test func approvedSubjectsPassThem() async throws {
    let judgement = try Judgement()
    let names = Set((Self.exposedStore + Self.leakedTokens).map(\.control))
    for folder in [ApprovableSubjectTests.folder, ApprovableSubjectTests.supplier] {
      let result = try #require(await judgement.result(of: folder))
      for control in result.controls where names.contains(control.control) {
        let isKnown = folder.hasSuffix("orchard-agents") && control.control.hasPrefix("NHI7-")
        let isGood = control.outcome == .pass || control.outcome == .notApplicable
        #expect(isGood || isKnown, "\(control.control) on \(folder): \(control.outcome)")
      }
    }
  }
}
