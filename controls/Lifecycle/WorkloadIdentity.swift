import ControlTesting

/// What runs proves what it is by a key and an attestation, not by a secret that anybody may hold.
public let workloadIdentity = ControlSuite(
  "WorkloadIdentity",
  .reference("SPIFFE-ID standard, section 2: https://spiffe.io/docs/latest/spiffe-specs/spiffe-id/")
) {
  Control(
    "WID-1",
    "Every agent, service and connector is bound to a cryptographic workload identity",
    .severity(.critical),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.csf("PR.AA-01"), because: "An identity is managed when it is tied to what runs."),
    .supports(.nhi(4), because: "A key that never leaves its workload cannot be passed around."),
    .supports(.asi(3), because: "An agent cannot be impersonated by whoever has its secret."),
    .supports(.sp80053("IA-9")),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "An act is put down to the workload that did it."
    ),
    .supports(
      .maestro("L7.3"),
      because: "The mechanism that identifies agents rests on keys, not on shared secrets."
    ),
    .needs(.workloadIdentityEntries, .agentManifest),
    .rationale(
      "A secret says only that somebody has it. A key that the platform hands to one attested workload "
        + "says what is calling."
    ),
    .remedy("Register the workload with the identity issuer and take its static secret away."),
    fold: WorkloadBinding.self
  )

  Control(
    "WID-2",
    "Every workload entry records how it is attested and each instance presented an assertion whose chain verifies",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.csf("PR.AA-03"), because: "Services authenticate by attestation."),
    .supports(.csf("PR.AA-04"), because: "An assertion counts only once its chain is verified."),
    .supports(.sp80053("IA-9")),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "Whether assertions verify is a measure of the system's security."
    ),
    .supports(.maestro("L7.2"), because: "An agent that poses as another has no valid chain."),
    .needs(.tokenIssuance),
    .rationale(
      "An entry without attestation gives the name to whoever asks first. A chain that nobody verified "
        + "proves nothing."
    ),
    .remedy("Add node and workload selectors, and log the assertion with its issuer."),
    fold: PresentedAssertions.self
  )

  Control(
    "WID-3",
    "Every workload entry has a well-formed id in a known trust domain, an owner and a lifetime within the limit",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(.nhi(7), because: "The documents of a workload end within the hour."),
    .supports(.nhi(4), because: "A name outside the known domains is no proof of anything."),
    .supports(.csf("PR.AA-01"), because: "Each workload identity has somebody who answers for it."),
    .supports(
      .aiRMF("GOVERN 2.1"),
      because: "Who is responsible for what an agent runs as is written down."
    ),
    .supports(
      .maestro("L7.10"),
      because: "An entry that nobody owns, or in a foreign domain, is seen in the registry."
    ),
    .needs(.roleRegister),
    .limits(.maximumWorkloadIdentityLifetime, .workloadTrustDomains),
    .rationale(
      "A malformed name, or one of a domain that nobody knows, is matched by chance. Documents that live "
        + "for days undo what attestation gives."
    ),
    .remedy("Correct the entry, or delete it where nobody owns it."),
    judge: { (entry: WorkloadEntry, scope) in try entry.checkRegistration(scope) }
  )

  Control(
    "WID-4",
    "Every identity seen in the logs resolves to an attested workload that was running in that tenant and environment",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.csf("PR.AA-01"), because: "What acts is what was given an identity."),
    .supports(.csf("DE.CM-03"), because: "Use by what should not be running is noticed."),
    .supports(.csf("ID.AM-02"), because: "The inventory is held to what runs."),
    .supports(.nhi(9), because: "An identity used from a second place shows."),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "What acts in production is compared with what was deployed."
    ),
    .supports(
      .maestro("L7.2"),
      because: "An identity that acts where its workload does not run is an impostor's."
    ),
    .needs(.workloadIdentityEntries, .nhiInventory, .environmentRegister, .tokenIssuance),
    .rationale(
      "Stolen identities are used from elsewhere. A log entry without a running workload behind it is "
        + "the sign."
    ),
    .remedy("Register the workload, or treat the use as an incident."),
    fold: AttestedActors.self
  )
}
