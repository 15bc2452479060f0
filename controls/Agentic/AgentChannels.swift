import ControlTesting

/// ASI07 Insecure Inter-Agent Communication: an agent believes its peers, so both ends prove who they
/// are, every message is checked, and only registered peers are heard.
public let agentChannels = ControlSuite(
  "AgentChannels",
  .satisfies(.asi(7)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI07 Insecure Inter-Agent Communication: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI07-1",
    "Every channel between agents requires both sides to authenticate, pins the protocol version, signs and refuses repeats",
    .severity(.critical),
    .blocks(from: .pilot),
    .rationale("On a channel that does not ask who is there, anybody is a trusted agent."),
    .satisfies(.nhi(4), because: "Agents prove to each other who they are, in strong ways only."),
    .supports(.maestro("L7"), because: "Agents meet only peers that proved who they are."),
    .supports(.maestro("L7.2"), because: "An agent cannot pose as another on the channel."),
    .supports(.csf("PR.DS-02"), because: "What agents say to each other is protected on its way."),
    .supports(.csf("PR.AA-03"), because: "Services authenticate each other on every channel."),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The security of the links between agents is examined one by one."
    ),
    .supports(.sp80053("IA-9"), .zeroTrustTenet(2)),
    .needs(.workloadIdentityEntries),
    .reference("NIST SP 800-53 r5 IA-9, Service Identification and Authentication"),
    .remedy(
      "Turn on mutual authentication with one identity per agent, require signatures and pin the version."
    ),
    judge: { (channel: Channel, scope) in try channel.checkAuthentication(scope) }
  )

  Control(
    "ASI07-2",
    "Every message between agents was checked for signature, audience and freshness, and none fell back to a weaker channel",
    .severity(.high),
    .blocks(from: .production),
    .rationale("A setting protects the messages that it was applied to, and no others."),
    .supports(.nhi(4), because: "What a peer sends is authenticated when it arrives."),
    .supports(.maestro("L7.2"), because: "A message of somebody else fails its check."),
    .supports(.maestro("L7.7"), because: "A weak path between agents is seen when it is taken."),
    .supports(.csf("PR.DS-02"), because: "The integrity of each message is verified on receipt."),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "The exchange between agents is monitored message by message."
    ),
    .supports(.sp80053("AU-10")),
    .needs(.agentChannelConfig),
    .limits(.messageFreshness),
    .reference("NIST SP 800-53 r5 AU-10, Non-repudiation"),
    .remedy(
      "Verify each message on receipt, log the result and disable the fallback on both ends."
    ),
    judge: { (message: AgentMessage, scope) in try message.checkReceipt(scope) }
  )

  Control(
    "ASI07-3",
    "Every peer was registered at the time of the exchange",
    .severity(.high),
    .blocks(from: .production),
    .rationale("Who is not registered has no owner, no limits and nobody who would stop it."),
    .supports(.maestro("L7.10"), because: "The registry is held against who really spoke."),
    .supports(.maestro("L7.11"), because: "A peer that was only discovered is not heard."),
    .supports(.asi(10), because: "A rogue agent cannot take part unnoticed."),
    .supports(.csf("ID.AM-02"), because: "The inventory holds every agent that others speak with."),
    .supports(
      .aiRMF("GOVERN 1.6"),
      because: "The inventory of agents is compared with who took part."
    ),
    .needs(.agentManifest),
    .remedy("Refuse peers that the registry does not hold."),
    judge: { (message: AgentMessage, scope) in try message.checkPeers(scope) }
  )
}
