import ControlTesting
import SuiteVocabulary

/// NHI8:2025 Environment Isolation: what is weak must not open what is strong.
public let environmentIsolation = ControlSuite(
  "EnvironmentIsolation",
  .satisfies(
    .nhi(8),
    because: "Identity, credential, path and use together are all ways across."
  ),
  .reference(
    "OWASP NHI Top 10 2025, NHI8 Environment Isolation: https://owasp.org/www-project-non-human-identities-top-10/2025/8-environment-isolation/"
  )
) {
  Control(
    "NHI8-1",
    "No identity belongs to more than one environment class",
    .severity(.high),
    .blocks(from: .pilot),
    .satisfies(
      .csf("PR.IR-01"),
      because: "An environment is protected from logical access only by identities of its own."
    ),
    .supports(
      .csf("PR.AA-05"),
      because: "Rights are least where an identity has one environment only."
    ),
    .supports(
      .csf("ID.AM-08"),
      because: "Each stage of the life cycle then has its own identities."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The line between environments is an internal risk control."
    ),
    .supports(
      .maestro("L4.6"),
      because: "A shared identity is the way from test into production."
    ),
    .supports(.sp80053("CM-4(1)"), .sp80053("AC-6")),
    .appliesTo(.vendor, .environment, .agentSystem),
    .needs("environment-register"),
    .reference("NIST SP 800-53 r5 CM-4(1), Separate Test Environments"),
    .rationale(
      "Test systems are open to many people and built with less care. An identity that "
        + "belongs to both sides lends production's rights to all of them."
    ),
    .remedy("Create one identity per environment and remove the shared one."),
    among: { (identity: Identity, _) in identity.standsForSoftware && identity.couldAct }
  ) { identity, scope in
    try scope.tracing(identity.id, in: .actor) {
      try identity.expectOneEnvironmentClass(in: scope)
    }
  }

  Control(
    "NHI8-2",
    "No credential is held or used in more than one environment class",
    .severity(.critical),
    .blocks(from: .pilot),
    .supports(.nhi(9), because: "A credential in two environments is one that two uses share."),
    .supports(
      .csf("PR.IR-01"),
      because: "A credential that works on both sides is a way across."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The line between environments is an internal risk control."
    ),
    .supports(
      .maestro("L4.6"),
      because: "What is stolen in test then opens production."
    ),
    .supports(.sp80053("IA-5"), .sp80053("CM-4(1)")),
    .appliesTo(.vendor, .environment, .agentSystem),
    .needs("nhi-inventory", "environment-register"),
    .needsAny("audit-log", "data-access-log"),
    .reference("NIST SP 800-53 r5 CM-4(1), Separate Test Environments"),
    .rationale(
      "A credential that works on both sides is stolen on the weak side and used on the "
        + "strong one. Separate values make the line between them real."
    ),
    .remedy("Issue separate credentials and rotate the one that crossed."),
    fold: CredentialPlaces.self
  )

  Control(
    "NHI8-3",
    "No trust, delegation or path leads from a non-production identity to a production resource",
    .severity(.critical),
    .blocks(from: .pilot),
    .satisfies(
      .csf("PR.IR-01"),
      because: "An environment is protected from logical access only if no path leads in."
    ),
    .supports(
      .csf("PR.AA-05"),
      because: "Rights reached by a detour count like rights that were granted."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "Walking every path evaluates the system's security."
    ),
    .supports(
      .maestro("X.2"),
      because: "A path over several hops crosses layers as well as environments."
    ),
    .supports(.maestro("L4.6"), because: "Each such path is one an intruder can take."),
    .supports(.sp80053("AC-4"), .sp80053("AC-6")),
    .appliesTo(.environment, .agentSystem),
    .needs("iam-policy-export", "environment-register"),
    .needsAny("trust-chain-graph", "federation-trust-config", "delegations"),
    .reference("NIST SP 800-53 r5 AC-4, Information Flow Enforcement"),
    .rationale(
      "Separate accounts help little where a trust leads from one to the other. An intruder "
        + "walks the path that nobody drew on purpose."
    ),
    .remedy(
      "Cut the edge that crosses, or move the identity to production under production rules."
    ),
    among: { (identity: Identity, _) in identity.standsForSoftware && identity.couldAct }
  ) { identity, scope in
    switch scope.place(identity.environment) {
    case .unknown(let reason):
      throw Deviation("environment", expected: "in the environment register", observed: reason)
    case .within(.production, _): try identity.expectTrustFromProductionOnly(in: scope)
    case .within(.nonProduction, _): try identity.expectNoWayToProduction(in: scope)
    }
  }

  Control(
    "NHI8-4",
    "No non-production identity touched a production resource in the period",
    .severity(.critical),
    .blocks(from: .pilot),
    .supports(
      .csf("DE.CM-03"),
      because: "Use across environments is an event that monitoring must find."
    ),
    .supports(
      .csf("PR.IR-01"),
      because: "The log shows whether the protection held."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The log of a period is evidence of security in operation."
    ),
    .supports(.maestro("L4.6"), because: "Such an access is lateral movement, or looks like it."),
    .supports(.sp80053("AC-2(12)"), .sp80053("AU-6")),
    .appliesTo(.environment, .agentSystem),
    .needs("nhi-inventory", "environment-register"),
    .reference("NIST SP 800-53 r5 AC-2(12), Account Monitoring for Atypical Usage"),
    .rationale(
      "Configuration says what should be apart, the log says what was. One crossing shows "
        + "that the separation does not hold."
    ),
    .remedy("Deny the access, and examine what the identity read or changed."),
    fold: CrossingEvents.self
  )
}
