import ControlModel
import ControlTestingSupport
import StandardControls
import Testing

/// Findings over the graph carry their chain, hop by hop, with the record that proves each.
struct PathTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let control: String
    let name: String
    let path: [String]
    var testDescription: String { "\(control) \(name)" }
  }

  static let cases = [
    Case(
      control: "TRU-1",
      name: "fail-resource-in-no-inventory",
      path: [
        "a runsAs id-a [agent-manifest.yaml:1 #/0]",
        "id-a grants p-1, read [iam-policy-export.yaml:1 #/0]",
        "p-1 reaches db, read [iam-policy-export.yaml:1 #/0]",
      ]
    ),
    Case(
      control: "TRU-2",
      name: "fail-trust-without-an-approval",
      path: [
        "a runsAs id-a [agent-manifest.yaml:1 #/0]",
        "id-a mayAssume role-x [federation-trust-config.yaml:1 #/0]",
      ]
    ),
    Case(
      control: "TRU-3",
      name: "fail-access-that-no-right-reaches",
      path: ["a runsAs id-a [agent-manifest.yaml:1 #/0]"]
    ),
    Case(
      control: "TRU-4",
      name: "fail-tool-without-an-owner",
      path: ["a uses t [agent-manifest.yaml:1 #/0]"]
    ),
    Case(
      control: "TRU-5",
      name: "fail-reach-through-another-agent",
      path: [
        "a delegatesTo b [agent-manifest.yaml:1 #/0]",
        "b runsAs id-b [agent-manifest.yaml:2 #/1]",
        "id-b grants p-2, read [iam-policy-export.yaml:2 #/1]",
        "p-2 reaches payroll, read [iam-policy-export.yaml:2 #/1]",
      ]
    ),
    Case(
      control: "TRU-6",
      name: "fail-confidential-data-two-hops-away",
      path: [
        "app-x mayAssume role-x [federation-trust-config.yaml:1 #/0]",
        "role-x grants p-1, read [iam-policy-export.yaml:1 #/0]",
        "p-1 reaches claims, read [iam-policy-export.yaml:1 #/0]",
      ]
    ),
    Case(
      control: "TRU-7",
      name: "fail-open-for-24-hours-and-one-second",
      path: [
        "c-1 authenticatesAs id-a [iam-credential-report.yaml:1 #/0]",
        "id-a grants p-1, read [iam-policy-export.yaml:1 #/0]",
        "p-1 reaches db, read [iam-policy-export.yaml:1 #/0]",
      ]
    ),
    Case(
      control: "TRU-8",
      name: "fail-nobody-owns-the-far-side",
      path: [
        "a runsAs id-a [agent-manifest.yaml:1 #/0]",
        "id-a delegatesTo id-b, agentHandOff for read [delegations.yaml:1 #/0]",
      ]
    ),
    Case(
      control: "MAE5-2",
      name: "fail-right-through-another-identity",
      path: [
        "a runsAs id-a [agent-manifest.yaml:1 #/0]",
        "id-a mayAssume role-x [federation-trust-config.yaml:1 #/0]",
        "role-x grants p-1, s3:PutObject [iam-policy-export.yaml:1 #/0]",
      ]
    ),
    Case(
      control: "MAE7-2",
      name: "fail-tool-in-no-registry",
      path: ["a uses u [agent-manifest.yaml:1 #/0]"]
    ),
  ]

  @Test(arguments: cases)
  func findingCarriesItsChain(_ expected: Case) async throws {
    let fixture = try #require(
      FixtureTests.fixtures.first {
        $0.control == expected.control && $0.name == expected.name
      }
    )
    let result = try await fixture.result(in: StandardControls.suites)
    let paths = result.findings.map(\.path)
    #expect(paths.contains(expected.path), "\(paths)")
  }

  /// A record with a way from an agent to it shows the way, in controls that look at records alone.
  @Test func recordsInAnAgentsReachShowTheWay() async throws {
    var fixture = try #require(
      FixtureTests.fixtures.first { $0.control == "NHI5-1" && $0.outcome == .fail }
    )
    let holder = try #require(fixture.records["Entitlement"]?.first?["holder"]?.string)
    fixture.records["Agent"] = [
      EvidenceValue(
        .object([
          .init(name: "id", value: EvidenceValue(.string("triage"))),
          .init(name: "name", value: EvidenceValue(.string("Triage"))),
          .init(name: "version", value: EvidenceValue(.string("1"))),
          .init(name: "runsAs", value: EvidenceValue(.string(holder))),
          .init(name: "tools", value: EvidenceValue(.array([]))),
          .init(name: "status", value: EvidenceValue(.string("enabled"))),
          .init(name: "basis", value: EvidenceValue(.string("declared"))),
        ])
      )
    ]
    let result = try await fixture.result(in: StandardControls.suites)
    let paths = result.findings.map(\.path)
    #expect(paths.contains { $0.first?.hasPrefix("triage runsAs \(holder)") == true }, "\(paths)")
  }
}
