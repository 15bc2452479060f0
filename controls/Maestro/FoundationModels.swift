import ControlTesting

/// MAESTRO layer 1, Foundation Models: what an agent reasons with is known, tested and not open to
/// everybody without end.
public let foundationModels = ControlSuite(
  "FoundationModels",
  .appliesTo(.vendor, .agentSystem),
  .reference(
    "CSA MAESTRO, layer 1: "
      + "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro"
  )
) {
  ThreatLayer.foundationModels.decisions(
    "MAE1-1",
    "Every foundation-model threat has a dated decision signed by the owner of the threat model, with a control or a reason",
    .satisfies(
      .maestro("L1"),
      because: "Each threat of the layer has a signed decision, or a supplier's report answers it."
    ),
    .supports(
      .maestro("L1.1"),
      .maestro("L1.2"),
      .maestro("L1.3"),
      .maestro("L1.4"),
      .maestro("L1.5"),
      .maestro("L1.6"),
      .maestro("L1.7"),
      because: "Somebody decided what is done about the threat, and signed."
    ),
    signed: .foundationModelThreats
  )

  Control(
    "MAE1-2",
    "Every model in use is pinned to a version and its origin is known",
    .severity(.high),
    .blocks(from: .pilot),
    .satisfies(
      .maestro("L1"),
      because: "What the agent reasons with is one known version of known origin."
    ),
    .supports(
      .maestro("L1.3"),
      because: "A model of known origin and digest is not replaced by one with a trigger."
    ),
    .supports(
      .maestro("X.1"),
      because: "A model is a component that others make: its origin is where a weakness comes in."
    ),
    .supports(.asi(4), because: "A model that changes under its name is a supply nobody accepted."),
    .supports(
      .csf("GV.SC-05"),
      because: "What is asked of a supplied model can be held to a version."
    ),
    .supports(
      .aiRMF("MAP 4.1"),
      because: "The origin of the component is on record, whoever made it."
    ),
    .needs(.agentManifest, .thirdPartyRegister),
    .rationale(
      "A model behind a moving name can change overnight, and every test of it with it. Where its "
        + "origin is unknown, nobody can say what was put into it."
    ),
    .remedy(
      "Pin the model version and record where it came from with its digest or the provider's version name."
    ),
    fold: ModelsInUse.self
  )

  Control(
    "MAE1-3",
    "Every model has adversarial, extraction, privacy and backdoor tests that are in date and above the threshold",
    .severity(.high),
    .signed(.modelTestsFit),
    .blocks(from: .production),
    .satisfies(
      .maestro("L1"),
      because: "The version in use withstood the attacks that the layer lists."
    ),
    .supports(
      .maestro("L1.1"),
      because: "A test counts how often crafted inputs make the model go wrong."
    ),
    .supports(.maestro("L1.2"), because: "A test tries to copy the model by its answers."),
    .supports(.maestro("L1.4"), because: "A privacy test asks whether given data was in training."),
    .supports(
      .maestro("L1.3"),
      .maestro("L1.5"),
      because: "A backdoor test looks for what was put in while the model was trained."
    ),
    .supports(
      .maestro("L1.6"),
      because: "An adversarial test shows whether the model can be bent to another task."
    ),
    .satisfies(
      .aiRMF("MEASURE 2.7"),
      because: "The model's security was evaluated for the version in use, and the result is kept."
    ),
    .supports(
      .aiRMF("MEASURE 2.10"),
      because: "The privacy test examines what the model gives away of its training."
    ),
    .supports(
      .csf("ID.RA-01"),
      because: "A weakness of the model is found and recorded by a test."
    ),
    .limits(.modelEvaluationMaximumAge, .modelEvaluationTopics, .minimumModelResistance),
    .needs(.evalReport),
    .rationale(
      "A model that was never attacked by its owner will first be attacked by somebody else. A test "
        + "of an earlier version says nothing of the one that runs."
    ),
    .remedy("Run the missing test, or obtain the provider's dated report for this version."),
    judge: { (model: Model, scope) in try model.expectTested(in: scope) }
  )

  Control(
    "MAE1-4",
    "Every model in use has query limits by caller",
    .severity(.medium),
    .blocks(from: .production),
    .satisfies(
      .maestro("L1"),
      because: "No caller can ask without end, to copy the model or to exhaust it."
    ),
    .supports(.maestro("L1.2"), because: "A model is copied by many queries of one caller."),
    .supports(.maestro("L1.7"), because: "One caller cannot use up what all others need."),
    .supports(.csf("PR.IR-04"), because: "Capacity is kept by bounding what each caller takes."),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The limit is an internal control on the model as a component."
    ),
    .needs(.limitConfig, .agentManifest),
    .rationale(
      "Without a limit one caller can copy a model by its answers, or run up its cost until it "
        + "stops for all."
    ),
    .remedy("Set a limit by caller on the endpoint."),
    judge: { (model: Model, scope) in try model.expectLimited(in: scope) }
  )
}
