import ControlAssessment
import ControlEvidence
import ControlFrameworks
import ControlModel
import ControlTesting
import Foundation
import StandardControls
import Testing

/// What must hold of the standard catalogue as a whole.
struct CatalogueTests {
  static let controls = StandardControls.suites.flatMap(\.controls)
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func suitesHaveNoProblem() {
    let problems = SuiteCheck.problems(of: StandardControls.suites, catalogs: Catalogs.all)
    #expect(problems.isEmpty, "\(problems.map(\.description).joined(separator: "\n"))")
  }

  @Test func everyItemOfNHIIsSatisfied() {
    let satisfied = Set(Self.controls.flatMap(\.description.satisfies))
    for number in 1...10 { #expect(satisfied.contains(.nhi(number)), "NHI\(number)") }
    #expect(Self.controls.count >= 30)
  }

  /// The items of OWASP Agentic that files alone can show; the others need a person's word as well.
  static let automatedAgenticItems: Set = [2, 3, 5, 7]

  /// Each item is satisfied by a control of its own suite, and where files cannot show all of it, a
  /// control that satisfies it asks for a signed statement.
  @Test(arguments: 1...10)
  func everyItemOfASIIsSatisfied(_ number: Int) {
    let satisfying = Self.controls.map(\.description).filter { $0.satisfies.contains(.asi(number)) }
    let prefix = RequirementID.asi(number).id
    #expect(satisfying.contains { $0.id.hasPrefix("\(prefix)-") }, "\(prefix)")
    #expect(satisfying.contains { $0.mode == .automated }, "\(prefix)")
    let needsStatement = !Self.automatedAgenticItems.contains(number)
    #expect(satisfying.contains { $0.mode != .automated } == needsStatement, "\(prefix)")
  }

  /// Frameworks to which a control has no mapping that would stand up.
  static let unmapped: [String: Set<FrameworkID>] = [
    "ASI03-2": [.aiRMF], "ASI03-3": [.aiRMF],
  ]

  @Test(arguments: controls.map(\.description))
  func isMappedWithReasonsToTheFrameworksOfTheMatrix(_ control: ControlDescription) {
    let mapped = control.satisfies + control.supports
    for framework in [FrameworkID.csf, .aiRMF, .maestro] {
      if Self.unmapped[control.id]?.contains(framework) == true { continue }
      // The controls of a framework's own family answer for its items; what else they meet is said
      // where it would stand up.
      if control.id.hasPrefix("CSF-"), framework != .csf { continue }
      #expect(
        mapped.contains { $0.framework == framework },
        "\(control.id) maps to no \(framework)"
      )
    }
    for requirement in mapped where [.csf, .aiRMF, .maestro].contains(requirement.framework) {
      #expect(control.rationales[requirement] != nil, "\(control.id): why \(requirement.id)?")
    }
  }

  @Test(arguments: controls)
  func everyLimitIsInThePolicyFile(_ control: Control) throws {
    let policy = try Self.policy()
    for parameter in control.parameters {
      #expect(
        policy.values[parameter.name] != nil,
        "\(parameter.name) is not in controls/policy.yaml"
      )
      #expect(policy.sources[parameter.name] != nil, "\(parameter.name) has no source")
      #expect(!parameter.meaning.isEmpty)
    }
  }

  @Test func everyCoreProofIsGivenByAControl() {
    for proof in ControlDescription.CoreProof.allCases {
      #expect(Self.controls.contains { $0.description.coreProof == proof }, "\(proof)")
    }
  }

  static func policy() throws -> Policy {
    let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent("controls/policy.yaml")))
    let document = try ConfigurationDocument.read(bytes, path: "controls/policy.yaml")
    let (policy, problems) = PolicyReader.read(
      document,
      path: "controls/policy.yaml",
      parameters: controls.flatMap(\.parameters),
      catalogs: Catalogs.all
    )
    #expect(problems.isEmpty, "\(problems.map(\.description).joined(separator: "\n"))")
    return policy
  }
}
