import ControlTesting

/// NHI10:2025 Human Use of NHI: a person who works as a machine hides from sign-in rules and from
/// the log.
public let humanUse = ControlSuite(
  "HumanUse",
  .satisfies(.nhi(10), because: "Sign-in, origin, emergency and mixture are the ways it happens."),
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference(
    "OWASP NHI Top 10 2025, NHI10 Human Use of NHI: https://owasp.org/www-project-non-human-identities-top-10/2025/10-human-use-of-nhi/"
  )
) {
  Control(
    "NHI10-1",
    "No person signs in interactively as a machine identity",
    .severity(.high),
    .blocks(from: .pilot),
    .supports(
      .csf("PR.AA-03"),
      because: "A person who signs in as a machine was not authenticated."
    ),
    .supports(
      .csf("DE.CM-03"),
      because: "Sign-ins of people are the activity that is monitored."
    ),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "It shows whether a person or the system acted."
    ),
    .supports(
      .maestro("L7.9"),
      because: "Behind a machine identity a person can deny what they did."
    ),
    .supports(.sp80053("AC-2"), .sp80053("IA-2")),
    .needs("nhi-inventory"),
    .reference("NIST SP 800-53 r5 IA-2, Identification and Authentication (Organizational Users)"),
    .rationale(
      "A person who signs in as a machine evades multi-factor rules and leaves a log that "
        + "names nobody. Machines have no reason to use a sign-in page."
    ),
    .remedy(
      "Block interactive sign-in for the identity and give the person access of their own."
    ),
    among: { (event: AuditEvent, _) in event.kind == .signIn && event.result != .denied }
  ) { event, scope in
    if event.isApprovedEmergency(in: scope) { return }
    try event.expectOwnSignIn(in: scope)
  }

  Control(
    "NHI10-2",
    "No machine identity is used from a workstation address or a person's client",
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .csf("DE.CM-03"),
      because: "Origin and client of each use are what monitoring looks at."
    ),
    .supports(
      .csf("PR.AA-05"),
      because: "Where a right may be used from is part of the right."
    ),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "It shows whether a person or the system acted."
    ),
    .supports(
      .maestro("L7.3"),
      because: "An agent's identity in a person's hands is an identity attack."
    ),
    .supports(
      .zeroTrustTenet(4),
      because: "Network and client are attributes the policy decides by."
    ),
    .supports(.sp80053("AC-2(12)"), .sp80053("AC-17(1)")),
    .needs("nhi-inventory"),
    .limits(.workloadNetworks, .personClients),
    .reference("NIST SP 800-53 r5 AC-2(12), Account Monitoring for Atypical Usage"),
    .rationale(
      "A machine's key on a laptop is a copy outside every protection made for the machine. "
        + "Address and client give it away."
    ),
    .remedy("Limit the identity to the networks and clients of its workload."),
    among: { (event: AuditEvent, scope) in
      event.result != .denied && !scope.isPerson(event.actor)
    }
  ) { event, scope in
    if event.isApprovedEmergency(in: scope) { return }
    try event.expectWorkloadOrigin(in: scope)
  }

  Control(
    "NHI10-3",
    """
    Every emergency use of a machine identity by a person matches an approval and is followed by \
    rotation
    """,
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .csf("PR.AA-05"),
      because: "Rights for an emergency are given for it and end with it."
    ),
    .supports(
      .csf("RS.MI-01"),
      because: "Rotation contains what a person may have taken along."
    ),
    .supports(
      .aiRMF("MANAGE 4.3"),
      because: "Emergency use follows, and leaves, a documented process."
    ),
    .supports(
      .maestro("L7.9"),
      because: "Without an approval nobody can say who acted."
    ),
    .supports(.sp80053("AU-2"), .sp80053("AC-2")),
    .needs("nhi-inventory", "approval-log", "rotation-record"),
    .limits(.emergencyRotationLimit),
    .reference("NIST SP 800-53 r5 AC-2, Account Management"),
    .rationale(
      "Emergencies are real, and so is the habit of calling everything one. An approval "
        + "beforehand and a new value afterwards keep the exception from becoming a shared "
        + "password."
    ),
    .remedy("Approve the emergency use beforehand and rotate the credential afterwards."),
    fold: EmergencyUses.self
  )

  Control(
    "NHI10-4",
    "No identity is used by both a person's session and a workload",
    .severity(.high),
    .blocks(from: .production),
    .supports(.nhi(9), because: "A person and a workload are two uses of one identity."),
    .supports(
      .csf("PR.AA-01"),
      because: "One identity is managed for a person or for a service."
    ),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "It shows whether a person or the system acted."
    ),
    .supports(
      .maestro("L7.9"),
      because: "With a mixed identity neither side's actions can be proved."
    ),
    .supports(.sp80053("AU-10"), .sp80053("IA-2")),
    .needsAny("audit-log", "data-access-log"),
    .reference("NIST SP 800-53 r5 AU-10, Non-repudiation"),
    .rationale(
      "Where a person and a workload share an identity, each can blame the other. Neither can "
        + "be stopped without stopping both."
    ),
    .remedy("Keep the person's and the workload's identity apart and record who acts for whom."),
    fold: MixedUse.self
  )
}
