import ControlModel

extension Gate {
  /// Reasons in the order in which they are read: the decisive effect first and, within one effect,
  /// governance before all else, since nothing makes up for it; else as they were.
  ///
  /// - Parameter reasons: The reasons in the order of suites, requirements and files.
  /// - Returns: The same reasons.
  func ordered(_ reasons: [GateReason]) -> [GateReason] {
    let governing = Set(
      controls.filter { $0.satisfies.contains(where: Self.isGovernance) }.map(\.id)
    )
    func governs(_ reason: GateReason) -> Bool {
      reason.control.map(governing.contains) ?? reason.requirement.map(Self.isGovernance) ?? false
    }
    return GateDecision.allCases.reversed().flatMap { effect -> [GateReason] in
      let own = reasons.filter { $0.effect == effect }
      // A profile has an order of reading of its own.
      if rollUp == nil { return own }
      return own.filter(governs) + own.filter { !governs($0) }
    }
  }

  /// Whether a requirement is one of governance: CSF 2.0 GOVERN (GV) or AI RMF GOVERN.
  static func isGovernance(_ requirement: RequirementID) -> Bool {
    switch requirement.framework {
    case .csf: requirement.id.hasPrefix("GV.")
    case .aiRMF: requirement.id.hasPrefix("GOVERN ")
    default: false
    }
  }
}
