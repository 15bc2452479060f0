import ControlTesting

/// MAESTRO layer 4, Deployment and Infrastructure: what runs was built by somebody known, was reviewed
/// and cannot talk to everybody.
public let deploymentAndInfrastructure = ControlSuite(
  "DeploymentAndInfrastructure",
  .reference(
    "CSA MAESTRO, layer 4: "
      + "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro"
  )
) {
  // Files alone decide the layer; the signed decisions say what was left open on purpose.
  ThreatLayer.deploymentAndInfrastructure.decisions(
    "MAE4-1",
    "Every deployment threat has a dated decision signed by the owner of the threat model, with a control or a reason",
    .supports(
      .maestro("L4"),
      because: "Files decide the layer; the decisions say what was left open on purpose."
    ),
    .supports(
      .maestro("L4.1"),
      .maestro("L4.2"),
      .maestro("L4.3"),
      .maestro("L4.4"),
      .maestro("L4.5"),
      .maestro("L4.6"),
      because: "Somebody decided what is done about the threat, and signed."
    ),
    signed: .deploymentThreats
  )

  Control(
    "MAE4-2",
    "Only images with a verified signature and no open critical finding run",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .maestro("L4"),
      because: "What runs was signed, the signature was checked, and no critical finding is open."
    ),
    .satisfies(
      .maestro("L4.1"),
      because:
        "An image that was changed on its way, or is known to be hostile or broken, does not run."
    ),
    .supports(.asi(4), because: "An image is a supply whose maker the signature names."),
    .supports(.csf("PR.PS-06"), because: "The way from source to what runs is signed."),
    .supports(.csf("PR.PS-02"), because: "An image with a critical finding is replaced."),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "What others built is checked before it runs, each time."
    ),
    .needs(.buildProvenance, .vulnScanReport),
    .rationale(
      "Whoever can put an image into the cluster is every workload in it. A signature that nobody "
        + "checks is no signature."
    ),
    .remedy("Sign the image in the pipeline and refuse unsigned ones at admission."),
    judge: { (image: Image, scope) in try image.expectAdmissible(in: scope) }
  )

  Control(
    "MAE4-3",
    "Every change of infrastructure code was reviewed, and the deployed state matches it with no open critical finding",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .maestro("L4"),
      because: "Infrastructure changes by reviewed code alone, and stays as the code says."
    ),
    .satisfies(
      .maestro("L4.3"),
      because: "Deployment code that somebody altered is seen by a reviewer or by its drift."
    ),
    .supports(
      .maestro("L4.2"),
      because: "An orchestrator whose settings drift or fail a critical check is found."
    ),
    .satisfies(
      .csf("PR.PS-01"),
      because: "Configuration is managed as code, reviewed, and compared with what runs."
    ),
    .supports(.sp80053("CM-3")),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "Change management of what the system runs on is in place."
    ),
    .needs(.configSnapshot),
    .rationale(
      "A change made past the code is invisible to review and comes back at the next incident. A "
        + "change nobody else read is one person's word."
    ),
    .remedy("Review the change, or bring the deployed state back to the reviewed code."),
    fold: InfrastructureState.self
  )

  Control(
    "MAE4-4",
    "Agent workloads are segmented and limited, egress is refused by default and no observed flow lies outside the allowed ones",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .maestro("L4"),
      because: "A workload reaches only what a rule allows it and takes only what its limits leave."
    ),
    .satisfies(
      .maestro("L4.5"),
      because: "Compute that is taken over is bounded by limits and cannot call home."
    ),
    .supports(
      .maestro("L4.4"),
      because: "One workload cannot take the memory and processes of all."
    ),
    .supports(
      .maestro("L4.6"),
      .maestro("X.2"),
      because: "A way that no rule allows is closed, and one that was taken is found."
    ),
    .satisfies(
      .csf("PR.IR-01"),
      because: "Networks are protected by rules that refuse by default and are held to the log."
    ),
    .satisfies(
      .csf("ID.AM-03"),
      because: "The allowed flows are on record, and what is observed is compared with them."
    ),
    .supports(.asi(5), because: "Code that runs where it should not still reaches nothing."),
    .supports(.sp80053("AC-4")),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The flows of a period are evidence of security in operation."
    ),
    .needs(.sandboxConfig),
    .rationale(
      "An agent that is led astray calls out. Where egress is open, its owner learns of it from "
        + "somebody else."
    ),
    .remedy("Block the flow, or add it to the allowed ones with a reason."),
    fold: WorkloadFlows.self
  )
}
