import ControlModel

extension GateDecision {
  /// The word as it stands in a report, in capitals since it is what the reader came for.
  var word: String {
    switch self {
    case .approve: "APPROVE"
    case .hold: "HOLD"
    case .deny: "DENY"
    }
  }

  /// What the word means, for a reader who sees it for the first time.
  var meaning: String {
    switch self {
    case .approve: "all that is mandatory was assessed, and nothing blocks"
    case .hold: "it could not be assessed"
    case .deny: "it was judged, and does not meet what the tier asks for"
    }
  }
}

extension ControlDescription.CoreProof {
  /// The name a person reads.
  var label: String {
    switch self {
    case .identityScope: "Identity scope"
    case .tenantIsolation: "Tenant isolation"
    case .revocation: "Revocation"
    case .auditability: "Auditability"
    }
  }
}

extension ControlDescription.Mode {
  /// One letter for a crowded cell: A automated, H hybrid, M made by people.
  var letter: String {
    switch self {
    case .automated: "A"
    case .attested: "M"
    case .hybrid: "H"
    }
  }

  /// What the letter stands for.
  var label: String {
    switch self {
    case .automated: "automated"
    case .attested: "attested by people"
    case .hybrid: "hybrid"
    }
  }
}

extension Subject.Kind {
  /// The words a person reads.
  var label: String {
    switch self {
    case .vendor: "vendor product"
    case .environment: "environment"
    case .agentSystem: "agent system"
    }
  }
}

extension EvidenceFile.SourceClass {
  /// The words a person reads.
  var label: String {
    switch self {
    case .claim: "claim"
    case .vendorExport: "vendor export"
    case .ownExport: "own export"
    case .exercise: "exercise"
    case .thirdParty: "third party"
    }
  }
}
