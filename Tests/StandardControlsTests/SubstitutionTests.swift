import ControlModel
import ControlTesting
import StandardControls
import Testing

/// What a document says is no answer to who may do what.
struct SubstitutionTests {
  /// Evidence that tells and does not show: what people wrote about a system.
  static let documents: Set<EvidenceKind> = [
    "attestation", "model-card", "policy-register", "review-minutes", "vendor-assurance",
    "contract-terms", "vendor-claims", "training-record", "risk-register",
    "responsibility-matrix",
  ]

  /// Identity, access and logging: NHI, tool use and privilege of agents, CSF PR.AA, logs and
  /// monitoring.
  static func isOnAccess(_ requirement: RequirementID) -> Bool {
    switch requirement.framework {
    case .nhi: true
    case .asi: ["ASI02", "ASI03"].contains(requirement.id)
    case .csf:
      requirement.id.hasPrefix("PR.AA-") || requirement.id == "PR.PS-04"
        || requirement.id.hasPrefix("DE.CM-")
    default: false
    }
  }

  @Test(arguments: CatalogueTests.controls.map(\.description))
  func documentsAloneAnswerNoRequirementOnAccess(_ control: ControlDescription) {
    let answered = control.satisfies.filter(Self.isOnAccess)
    if answered.isEmpty { return }
    let shows = control.needs.contains { need in
      need.kinds.contains { !Self.documents.contains($0) }
    }
    #expect(shows, "\(control.id) rests on documents and satisfies \(answered.map(\.id))")
  }
}
