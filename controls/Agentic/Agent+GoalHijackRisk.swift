import ControlTesting

extension Agent {
  /// Holds the agent to a risk on record that is decided, and to its owner's signature under it.
  func checkGoalHijackRisk(_ scope: Scope) throws {
    let requirement = RequirementID.asi(1)
    let risks = scope.all(Risk.self, where: \.agent, is: id).filter { risk in
      risk.threat == requirement.id || risk.threat == requirement.description
    }
    guard let risk = risks.first else {
      throw Deviation(
        "risk of \(requirement.id)",
        expected: "in the risk register",
        observed: "none for \(id)"
      )
    }
    try expect("applicability of \(risk.id)", risk.applicable, .equal(.yes))
    try expect(
      "response to \(risk.id)",
      risk.response,
      .oneOf([.mitigate, .accept, .transfer, .avoid])
    )
    try expect("next review of \(risk.id)", risk.reviewDueAt, .after(scope.asOf))
    try scope.expectOwnerStatement(.goalHijackRisk, about: id, by: owner)
  }
}
