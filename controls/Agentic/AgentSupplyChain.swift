import ControlTesting

/// ASI04 Agentic Supply Chain Vulnerabilities: models, prompts, tools and peer agents come from
/// others, often while the agent runs, so what is loaded is pinned, signed, scanned and unchanged.
public let agentSupplyChain = ControlSuite(
  "AgentSupplyChain",
  .satisfies(.asi(4)),
  .appliesTo(.vendor, .agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI04 Agentic Supply Chain Vulnerabilities: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI04-1",
    "Every component loaded at run time matches a pinned digest in a signed bill of materials",
    .severity(.critical),
    .blocks(from: .production),
    .rationale("What is loaded by name is whatever somebody last put under that name."),
    .satisfies(
      .maestro("L3"),
      because: "No part of the agent framework runs that is not the pinned one."
    ),
    .supports(
      .maestro("L3.1"),
      .maestro("L3.2"),
      because: "An exchanged or added part of the framework has another digest."
    ),
    .supports(.maestro("X.1"), because: "A component from elsewhere is seen where it is loaded."),
    .supports(.csf("PR.PS-02"), because: "Which software runs is known down to the digest."),
    .supports(.csf("GV.SC-07"), because: "The bill of materials records what suppliers deliver."),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The pinned bill is the control of third-party components that is documented."
    ),
    .needs(.agentTrace, .toolRegistry),
    .remedy("Pin the component by digest, sign the bill of materials and load nothing else."),
    fold: LoadedComponents.self
  )

  Control(
    "ASI04-2",
    "Every model, prompt, tool server and image comes from an allowed source with verified provenance, and from a reviewed supplier",
    .severity(.high),
    .blocks(from: .production),
    .rationale(
      "A digest says that nothing changed since it was taken. Only provenance says who made the thing, and only a review says whether to trust them."
    ),
    .supports(.maestro("L3.4"), because: "A dependency from elsewhere is refused at its source."),
    .supports(.maestro("L4"), because: "Images that are deployed have a verified origin."),
    .supports(
      .csf("GV.SC-05"),
      because: "What is required of suppliers is checked on what they deliver."
    ),
    .supports(.csf("PR.PS-06"), because: "Provenance shows by which build the component was made."),
    .supports(
      .aiRMF("MAP 4.1"),
      because: "Where third-party components come from is followed and documented."
    ),
    .needs(.buildProvenance, .thirdPartyRegister),
    .asks(.componentSupplierReviewed),
    .limits(.allowedSources, .ownSuppliers),
    .remedy(
      "Take the component from an allowed source, or have the source approved and the supplier reviewed."
    ),
    among: { (component: Component, _) in component.isBroughtIn }
  ) { component, scope in
    try component.checkSource(scope)
    try component.checkSupplier(scope)
  }

  Control(
    "ASI04-3",
    "No tool server or peer agent has drifted from the description and version that were approved",
    .severity(.critical),
    .blocks(from: .pilot),
    .rationale(
      "An agent believes a tool's description. One that changes after its approval steers the agent with nobody looking."
    ),
    .satisfies(
      .maestro("L7"),
      because:
        "Tools and peers of the ecosystem are those that were approved, as they were approved."
    ),
    .supports(
      .maestro("L7.13"),
      because: "A description that changed is noticed before agents rely on it."
    ),
    .supports(.asi(2), because: "A tool whose meaning changed cannot be misused unseen."),
    .supports(.csf("PR.PS-01"), because: "What runs is compared with the approved configuration."),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "Third-party tools are monitored for changes after their approval."
    ),
    .supports(.sp80053("CM-3")),
    .needs(.agentTrace),
    .reference("NIST SP 800-53 r5 CM-3, Configuration Change Control"),
    .remedy(
      "Suspend the tool, compare it with the approved version and approve it anew or remove it."
    ),
    fold: ToolDrift.self
  )

  Control(
    "ASI04-4",
    "Every component was scanned, and none carries a known vulnerability past its repair limit",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .rationale("A known hole is the cheapest way in, and its age is time that attackers had."),
    .satisfies(
      .maestro("L3"),
      because: "Known weaknesses of the framework's parts are found and repaired in time."
    ),
    .satisfies(
      .maestro("L4"),
      because: "Known weaknesses of what is deployed are found and repaired in time."
    ),
    .supports(.maestro("L4.1"), because: "Images are scanned as well."),
    .supports(.csf("ID.RA-01"), because: "Vulnerabilities of components are found and recorded."),
    .supports(.csf("PR.PS-02"), because: "Software is replaced within the limit of its risk."),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The security of the system's components is evaluated and documented."
    ),
    .supports(.sp80053("RA-5")),
    .needs(.vulnScanReport, .exceptionRegister),
    .limits(
      .criticalRepairLimit,
      .highRepairLimit,
      .vulnerabilityScanMaximumAge,
      .vulnerabilityScanTools
    ),
    .reference("NIST SP 800-53 r5 RA-5, Vulnerability Monitoring and Scanning"),
    .remedy(
      "Scan the component, update it, or record a time-limited exception with a compensating control."
    ),
    among: { (component: Component, _) in component.isScannable }
  ) { component, scope in
    try component.checkVulnerabilities(scope)
  }
}
