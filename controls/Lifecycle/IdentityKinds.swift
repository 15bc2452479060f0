import ControlTesting

/// Which of the four kinds of software identity the evidence has: service accounts, API keys,
/// workload tokens and connectors.
///
/// A kind that is not there must be shown to be absent: the files that would hold it are all listed
/// as complete, and somebody other than the supplier stands behind them.
struct IdentityKinds: Codable {
  var hasServiceAccount = false
  var hasKey = false
  var hasWorkloadToken = false
  var hasConnector = false

  mutating func note(_ identity: Identity) {
    switch identity.kind {
    case .serviceAccount, .servicePrincipal, .managedIdentity, .role, .user, .bot:
      hasServiceAccount = true
    case .app, .oauthClient: hasConnector = true
    case .workload, .agent: hasWorkloadToken = true
    case .person, .group, .root: break
    }
  }

  mutating func note(_ credential: Credential) {
    switch credential.kind {
    case .accessKey, .apiKey, .personalAccessToken, .serviceAccountKey, .clientSecret,
      .appPassword, .sshKey:
      hasKey = true
    case .workloadDocument, .federated, .token: hasWorkloadToken = true
    case .password, .certificate: break
    }
  }

  mutating func note(_ issuance: Issuance) {
    if issuance.kind == .workloadToken || issuance.kind == .workloadCertificate {
      hasWorkloadToken = true
    }
  }

  mutating func merge(_ later: IdentityKinds) {
    hasServiceAccount = hasServiceAccount || later.hasServiceAccount
    hasKey = hasKey || later.hasKey
    hasWorkloadToken = hasWorkloadToken || later.hasWorkloadToken
    hasConnector = hasConnector || later.hasConnector
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let kinds: [(name: String, isThere: Bool, evidence: [EvidenceKind])] = [
      ("service accounts", hasServiceAccount, [.nhiInventory]),
      ("API keys", hasKey, [.iamCredentialReport]),
      ("workload tokens", hasWorkloadToken, [.nhiInventory, .tokenIssuance]),
      ("connectors", hasConnector, [.oauthGrantList, .toolRegistry]),
    ]
    return kinds.compactMap { kind in
      if kind.isThere { return nil }
      let unproven = kind.evidence.filter { !scope.isListedAsComplete($0) }
      if unproven.isEmpty { return nil }
      return Deviation(
        kind.name,
        expected: "in the evidence, or shown to be absent by complete files",
        observed: "none, and no complete \(unproven.map(\.name).joined(separator: ", "))"
      )
    }
  }
}

extension Scope {
  /// Whether the manifest lists files of a kind and calls all of them complete.
  fileprivate func isListedAsComplete(_ kind: EvidenceKind) -> Bool {
    let items = all(EvidenceItem.self, where: \.kind, is: kind.name)
    return !items.isEmpty
      && items.allSatisfy { $0.completeness == .complete && $0.sourceClass != .claim }
  }
}
