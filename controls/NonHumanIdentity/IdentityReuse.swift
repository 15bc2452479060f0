import ControlTesting

/// NHI9:2025 NHI Reuse: one workload, one identity, one credential, so that a compromise stays
/// where it happens and each use has one author.
public let identityReuse = ControlSuite(
  "IdentityReuse",
  .satisfies(.nhi(9), because: "Credential, account and purpose are what workloads come to share."),
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference(
    "OWASP NHI Top 10 2025, NHI9 NHI Reuse: https://owasp.org/www-project-non-human-identities-top-10/2025/9-nhi-reuse/"
  )
) {
  Control(
    "NHI9-1",
    "Each credential is used by exactly one workload or agent",
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .asi(3),
      because: "An agent with another's credential has rights meant for the other."
    ),
    .supports(
      .csf("PR.AA-01"),
      because: "A shared credential identifies nobody, so it is not managed."
    ),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "Who did something is transparent only if one user could."
    ),
    .supports(
      .maestro("L7.9"),
      because: "With two users of one credential, either can deny the action."
    ),
    .supports(
      .maestro("L7.2"),
      because: "Each agent that shares a credential can pose as the other."
    ),
    .supports(.sp80053("IA-9"), .sp80053("AC-2(9)")),
    .needs("iam-credential-report"),
    .reference("NIST SP 800-53 r5 IA-9, Service Identification and Authentication"),
    .rationale(
      "With two users of one credential, neither can be named, cut off or rotated alone. The "
        + "compromise of one is the compromise of both."
    ),
    .remedy("Give each workload its own credential and rotate the shared one."),
    fold: CredentialUsers.self
  )

  Control(
    "NHI9-2",
    "No service account serves more than one workload, application or agent",
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .asi(3),
      because: "Agents under one account inherit each other's rights."
    ),
    .supports(
      .csf("PR.AA-01"),
      because: "An account that serves several cannot be managed for any."
    ),
    .supports(
      .csf("ID.AM-08"),
      because: "It ends with one workload only if it serves no other."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "One account for each component is an internal risk control."
    ),
    .supports(
      .maestro("L7.3"),
      because: "Under one account agents cannot be told apart."
    ),
    .supports(.sp80053("AC-2(9)"), .sp80053("IA-9")),
    .needsAny("workload-identity-entries", "agent-manifest"),
    .reference("NIST SP 800-53 r5 AC-2(9), Restrictions on Use of Shared and Group Accounts"),
    .rationale(
      "An account that serves several workloads needs the rights of all of them and can be "
        + "retired with none. Its log cannot say which one acted."
    ),
    .remedy("Split the account into one per workload."),
    among: isServiceIdentity
  ) { identity, scope in
    try scope.tracing(identity.id, in: .actor) { try identity.expectOneServed(in: scope) }
  }

  Control(
    "NHI9-3",
    "Each service identity has one stated purpose and a bounded set of resources",
    .severity(.medium),
    .blocks(from: .production),
    .supports(.nhi(5), because: "Without a bound on resources no privilege is too much."),
    .supports(
      .csf("PR.AA-05"),
      because: "Least privilege is measured against a purpose and its resources."
    ),
    .supports(
      .aiRMF("MAP 3.3"),
      because: "Purpose and resources are the scope in which it is to be used."
    ),
    .supports(
      .maestro("X.3"),
      because: "A bounded identity has fewer rights to carry into other layers."
    ),
    .supports(.sp80053("AC-6")),
    .needs("iam-policy-export"),
    .limits(.maximumResourcesPerIdentity),
    .reference("NIST SP 800-53 r5 AC-6, Least Privilege"),
    .rationale(
      "Without a stated purpose no right can be called too much. A bounded list of resources "
        + "is what a reviewer compares it with."
    ),
    .remedy("State the purpose and split the identity where it serves several."),
    among: isServiceIdentity
  ) { identity, scope in
    try scope.tracing(identity.id, in: .actor) {
      try expect("purpose", identity.purpose, .notEmpty)
      let allowances = identity.allowances(in: scope)
      try expectBounded(allowances, scope.policy.maximumResourcesPerIdentity)
      try identity.expectOneTenant(allowances, in: scope)
    }
  }
}

@Sendable
private func isServiceIdentity(_ identity: Identity, _ scope: Scope) -> Bool {
  identity.standsForSoftware && identity.couldAct && identity.kind != .root
}

/// States that statements name few enough resources, each of them bounded.
///
/// - Throws: A ``Deviation`` where none is recorded, one is open, or there are too many.
private func expectBounded(_ allowances: [Entitlement], _ limit: Int) throws {
  if allowances.isEmpty {
    throw Deviation(
      "resources",
      expected: "a bounded set",
      observed: "no entitlement recorded"
    )
  }
  var resources: Set<String> = []
  for allowance in allowances {
    if let open = allowance.unboundedResource {
      throw Deviation(
        "resources",
        expected: "a bounded set",
        observed: "\(open), by \(allowance.id)"
      )
    }
    resources.formUnion(allowance.resources)
  }
  if resources.count > limit {
    throw Deviation(
      "resources",
      expected: "at most \(limit) resources",
      observed: "\(resources.count) resources"
    )
  }
}
