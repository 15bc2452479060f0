import ControlTesting

/// MAESTRO layer 7, Agent Ecosystem: whom an agent can meet is known before it meets them.
public let agentEcosystem = ControlSuite(
  "AgentEcosystem",
  .appliesTo(.vendor, .agentSystem),
  .reference(
    "CSA MAESTRO, layer 7: "
      + "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro"
  )
) {
  ThreatLayer.agentEcosystem.decisions(
    "MAE7-1",
    "Every agent-ecosystem threat has a dated decision signed by the owner of the threat model, with a control or a reason",
    .satisfies(
      .maestro("L7"),
      because: "Each threat of the layer has a signed decision, or a supplier's report answers it."
    ),
    .supports(
      .maestro("L7.1"),
      .maestro("L7.2"),
      .maestro("L7.3"),
      .maestro("L7.4"),
      .maestro("L7.5"),
      .maestro("L7.6"),
      .maestro("L7.7"),
      .maestro("L7.8"),
      .maestro("L7.9"),
      .maestro("L7.10"),
      .maestro("L7.11"),
      .maestro("L7.12"),
      .maestro("L7.13"),
      because: "Somebody decided what is done about the threat, and signed."
    ),
    signed: .ecosystemThreats
  )

  Control(
    "MAE7-2",
    "Every agent, peer, marketplace listing and integration that the product can reach is registered with a verified identity",
    .severity(.high),
    .blocks(from: .production),
    .satisfies(
      .maestro("L7"),
      because:
        "Whoever the product can reach is registered, verified and does what it says it does."
    ),
    .satisfies(
      .maestro("L7.2"),
      because:
        "Each agent in reach has an identity that was verified, so that none poses as another."
    ),
    .satisfies(
      .maestro("L7.13"),
      because: "What an agent says it can do is held to what it can reach."
    ),
    .supports(
      .maestro("L7.6"),
      .maestro("L7.10"),
      .maestro("L7.11"),
      because: "What a marketplace or directory offers is used only where it is registered here."
    ),
    .supports(
      .maestro("L7.7"),
      because: "An integration is registered with its publisher before it is reached."
    ),
    .supports(
      .maestro("L7.8"),
      because: "A specialised agent that is reached stands in the register with its maker."
    ),
    .supports(.csf("GV.SC-04"), because: "The suppliers behind what is reached are known."),
    .supports(.asi(4), because: "A peer or tool obtained at run time is one that was registered."),
    .supports(
      .aiRMF("GOVERN 6.1"),
      because: "Third parties in reach fall under the rules for third parties."
    ),
    .needs(.toolRegistry, .thirdPartyRegister, .nhiInventory),
    .rationale(
      "An agent trusts whom it can reach. A peer or plug-in that nobody registered is one that nobody "
        + "vetted."
    ),
    .remedy("Register the reached party with its verified identity, or cut the connection."),
    fold: ReachedParties.self
  )
}
