import ControlTesting
import SuiteVocabulary

/// The trust chain: who each agent can act as, through what, to reach what, and who says so.
public let trustChain = ControlSuite(
  "TrustChain",
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI03: "
      + "https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "TRU-1",
    "Every agent has a complete path through secret and identity to each resource it can reach, with no broken join",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .supports(.asi(3), because: "Authority that cannot be traced cannot be bounded."),
    .supports(
      .csf("ID.AM-03"),
      because: "The ways from agents to data are on record, hop by hop."
    ),
    .supports(.csf("PR.AA-05"), because: "Rights that are inherited or delegated are seen too."),
    .supports(
      .maestro("L7"),
      because: "What an agent reaches in the ecosystem is known to its end."
    ),
    .supports(.maestro("L7.3"), because: "Behind each step stands an identity that is known."),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The components on the way to each resource are identified."
    ),
    .needs(.toolRegistry, .nhiInventory, .iamCredentialReport, .iamPolicyExport, .delegations),
    .rationale(
      "A chain with a missing link ends at a name that nobody can look up. That name is where an "
        + "incident's questions stop."
    ),
    .remedy("Collect the missing export, so that the join can be made."),
    fold: CompleteChains.self
  )

  Control(
    "TRU-2",
    "Every hop that lets an agent act as somebody has a reason, an approval and an end",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .supports(.asi(3), because: "Authority that an agent takes on was given, for a time."),
    .supports(
      .csf("PR.AA-05"),
      because: "Each way of acting as another is authorised, and ends."
    ),
    .supports(.sp80053("AC-6")),
    .supports(
      .aiRMF("GOVERN 1.4"),
      because: "Who decided on the hop, why and until when is visible."
    ),
    .supports(.maestro("X.3"), because: "A hop that nobody approved is a way to more rights."),
    .supports(
      .maestro("L7.3"),
      because: "Each identity that an agent takes on was given to it."
    ),
    .needs(.approvalRegister, .delegations, .iamPolicyExport, .federationTrustConfig),
    .rationale(
      "Who can this agent act as, right now, and why? A hop without a reason answers the first half "
        + "only."
    ),
    .remedy("Record why the hop exists and who approved it, or cut it."),
    fold: ReasonedHops.self
  )

  Control(
    "TRU-3",
    "Every call, credential and delegation in the logs lies on the graph",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .supports(.asi(3), because: "Authority that was used and never given shows in the log."),
    .supports(
      .csf("DE.CM-09"),
      because: "What was done is compared with what could be done."
    ),
    .supports(.maestro("L7"), because: "What agents did is explained by what they may do."),
    .supports(
      .maestro("X.1"),
      because: "A component that reached what it was never given is noticed."
    ),
    .supports(
      .maestro("L7.9"),
      because: "Each call has an agent, an identity and a credential that are on record."
    ),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "The behaviour in production is held against the map of the system."
    ),
    .needs(
      .agentTrace,
      .tokenIssuance,
      .dataAccessLog,
      .delegations,
      .iamCredentialReport,
      .agentManifest,
      .toolRegistry,
      .nhiInventory
    ),
    .rationale(
      "A graph that misses what happened is a drawing. An access that no edge explains came by a way "
        + "that no control guards."
    ),
    .remedy("Add the missing edge from its source, or examine the use as unapproved."),
    subject: Conservation.self
  )

  Control(
    "TRU-4",
    "Every node and edge of the graph has an owner",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .supports(
      .csf("GV.RR-02"),
      because: "Somebody is responsible for each thing on the chain."
    ),
    .supports(.csf("ID.AM-08"), because: "What has an owner is managed to its end."),
    .supports(
      .aiRMF("GOVERN 2.1"),
      because: "Who answers for each agent, tool and identity is documented."
    ),
    .supports(.nhi(1), because: "What nobody owns is what nobody takes away."),
    .supports(.maestro("L7.9"), because: "Somebody answers for each thing that acts."),
    .needs(.nhiInventory, .agentManifest, .toolRegistry, .iamCredentialReport, .roleRegister),
    .rationale(
      "A new token or connector without an owner is cut off by nobody. Orphans outlive their purpose."
    ),
    .remedy("Name the owner of the node or edge."),
    subject: { scope in Owners(scope).deviations() }
  )

  Control(
    "TRU-5",
    "What each agent can reach, directly or through others, and what it did reach are within what was approved for it",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .proves(.identityScope),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(
      .asi(3),
      because: "What is inherited and delegated counts against what was approved."
    ),
    .supports(
      .nhi(5),
      because: "Reach beyond the approval is privilege that nobody meant to give."
    ),
    .supports(
      .maestro("X.3"),
      because: "Rights gained through another layer or agent are seen as reach."
    ),
    .supports(
      .csf("PR.AA-05"),
      because: "Permissions in force are compared with those that were authorised."
    ),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "Growth since the approval is found after deployment."
    ),
    .needs(
      .approvalRegister,
      .iamPolicyExport,
      .delegations,
      .toolRegistry,
      .agentTrace,
      .dataAccessLog,
      .nhiInventory
    ),
    .rationale(
      "Access grows one connector at a time, and nobody approves the sum. What an agent can do "
        + "through others is what it can do."
    ),
    .remedy("Remove the reach that was not approved, or have it approved with an end date."),
    fold: ApprovedReach.self
  )

  Control(
    "TRU-6",
    "No path leads from an integration or a third party to a sensitive resource beyond the limit",
    .severity(.critical),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.nhi(3), because: "A weak supplier's access ends where nobody approved more."),
    .supports(
      .maestro("X.1"),
      because: "A weak component leads to nothing sensitive that it was not given."
    ),
    .supports(.maestro("X.2"), because: "The ways onward from each integration are counted."),
    .supports(.maestro("L7.7"), because: "What an integration opens is known and bounded."),
    .supports(
      .csf("GV.SC-07"),
      because: "What a supplier could reach is the measure of its risk."
    ),
    .supports(
      .csf("ID.RA-04"),
      because: "The path shows what the loss of the integration would cost."
    ),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "The risk that third-party access brings is worked out each time."
    ),
    .needs(.oauthGrantList, .iamPolicyExport, .delegations, .assetInventory, .nhiInventory),
    .needsAny(.thirdPartyRegister, .trustChainGraph),
    .limits(.maximumIntegrationPaths),
    .rationale(
      "A compromised integration is the real way in. What it can reach in three hops is what its "
        + "supplier's breach would cost."
    ),
    .remedy("Cut the path at its weakest edge."),
    subject: { scope in IntegrationPaths(scope).deviations() }
  )

  Control(
    "TRU-7",
    "The reach of every exposed secret is known and closed by rotation",
    .severity(.critical),
    .blocks(from: .pilot),
    .appliesTo(.environment, .agentSystem),
    .supports(.nhi(2), because: "A leak matters by what the secret opens, until it is replaced."),
    .supports(
      .csf("RS.AN-08"),
      because: "The magnitude of the leak is what the secret reaches."
    ),
    .supports(.csf("RS.MI-01"), because: "The leak is contained when the way is closed."),
    .supports(.csf("ID.RA-04"), because: "The path shows what a finder of the secret could do."),
    .supports(
      .maestro("X.4"),
      because: "A secret seen in one layer opens another until it is rotated."
    ),
    .supports(
      .aiRMF("MANAGE 4.3"),
      because: "The leak is tracked to its end by what it opened."
    ),
    .needs(.iamCredentialReport, .nhiInventory, .iamPolicyExport, .rotationRecord),
    .limits(.leakResponseLimit),
    .rationale(
      "An exposed secret is a path for whoever finds it. Until it is rotated, its reach is theirs."
    ),
    .remedy("Rotate the secret and examine what its reach touched."),
    among: { (finding: SecretFinding, _) in finding.mayHaveWorked }
  ) { finding, scope in
    try finding.expectReachClosed(in: scope)
  }

  Control(
    "TRU-8",
    "Every chain states its identity boundary, and each hop across it, to another unit, tenant or party, has an owner on both sides",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .supports(
      .csf("GV.SC-02"),
      because: "Where responsibility passes to another party, both sides have a name."
    ),
    .supports(
      .csf("PR.AA-04"),
      because: "Who vouches for an identity on the other side is stated."
    ),
    .supports(
      .aiRMF("MAP 3.3"),
      because: "The boundary is the scope within which the agent acts."
    ),
    .supports(.maestro("L7"), because: "Where the ecosystem begins is stated, and guarded by two."),
    .supports(
      .maestro("L7.7"),
      because: "An integration is a crossing with an owner on each side."
    ),
    .needs(.delegations, .workloadIdentityEntries, .nhiInventory, .environmentRegister),
    .rationale(
      "The identity boundary no longer matches the business boundary. A crossing that only one side "
        + "knows of is guarded by neither."
    ),
    .remedy("State the boundary and name both owners of the crossing."),
    fold: Boundaries.self
  )
}
