import ControlTesting

/// Data boundaries: which data there is, who answers for it, where it goes, what it may be used for
/// and when it ends.
public let dataBoundaries = ControlSuite(
  "DataBoundaries",
  .appliesTo(.vendor, .agentSystem),
  .reference("NIST CSF 2.0, ID.AM-07 and PR.DS-01: https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "DAT-1",
    "Every data class has one owner, a store, a tenant key and a purpose",
    .severity(.high),
    .blocks(from: .pilot),
    .supports(.csf("ID.AM-07"), because: "The metadata of each class of data are on record."),
    .supports(.aiRMF("MAP 4.1"), because: "What data the system holds, and why, is mapped."),
    .supports(.maestro("L2"), because: "Stores and their tenants are known, class by class."),
    .supports(RequirementID(.iso42001, "A.7.2")),
    .needs(.roleRegister),
    .rationale(
      "Data that nobody owns is kept for ever and given to anybody. A store without a tenant key "
        + "mixes the content of customers."
    ),
    .remedy("Fill in the missing owner, store, key or purpose, or stop collecting the class."),
    judge: { (dataClass: DataClass, scope) in try dataClass.checkPlace(scope) }
  )

  Control(
    "DAT-2",
    "Logs, prompts, secrets and model outputs each have rules for retention, access, redaction and use in training",
    .severity(.high),
    .blocks(from: .pilot),
    .supports(.csf("ID.AM-07"), because: "The rules are part of what is known of each class."),
    .supports(.csf("PR.DS-01"), because: "Access and redaction protect what is stored."),
    .supports(.aiRMF("MEASURE 2.10"), because: "Prompts and outputs are where privacy is at risk."),
    .supports(.aiRMF("GOVERN 1.4"), because: "The rules are on record, and not a habit."),
    .supports(.maestro("L5.5"), because: "What logs may hold, and who may read them, is decided."),
    .needs(.dataHandling),
    .rationale(
      "Prompts and outputs carry what customers type, and logs copy it. Where no rule says how "
        + "long, for whom and for what, each part of the product decides for itself."
    ),
    .remedy("Agree the missing rule and record it with its clause."),
    subject: HandlingRules.deviations
  )

  Control(
    "DAT-3",
    "Customer telemetry, training data, support data and customer content are kept apart, and none is used for training without consent",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .supports(.csf("PR.DS-01"), because: "Each sort of data has stores of its own."),
    .supports(.csf("ID.AM-03"), because: "Flows between the sorts are on record."),
    .supports(
      .aiRMF("MAP 4.1"),
      because: "Use of customers' data in training is a mapped legal risk."
    ),
    .supports(.maestro("L2"), because: "Training data is made only of what may be trained on."),
    .supports(.maestro("X.4"), because: "A model that learned it can tell it to another customer."),
    .needs(.dataLineage),
    .rationale(
      "What a model has learned cannot be taken back, and it answers other customers. Where "
        + "telemetry and content share a store, nobody can say which was used."
    ),
    .remedy("Separate the store or stop the flow until consent is on record."),
    fold: TrainingUse.self
  )

  Control(
    "DAT-4",
    "Every telemetry flow to the supplier is declared with class, purpose, recipient and retention",
    .severity(.high),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment),
    .supports(
      .csf("ID.AM-03"),
      because: "Declared flows are held against pipelines and the network."
    ),
    .supports(.csf("GV.SC-05"), because: "What a supplier may receive is agreed, flow by flow."),
    .supports(.sp80053("AC-4")),
    .supports(.aiRMF("MAP 4.1"), because: "Where a third party receives data is mapped."),
    .supports(.maestro("L5"), because: "Observability data that leaves is known and bounded."),
    .needs(.logPipelineStatus, .networkFlowMap),
    .rationale(
      "Telemetry is the way by which a product learns about its customers, and nobody watches it. "
        + "A flow that was never declared has no limit."
    ),
    .remedy("Declare the flow and have it approved, or stop it."),
    fold: DeclaredFlows.self
  )

  Control(
    "DAT-5",
    "No class holds an object older than its retention period, and each has a dated proof of deletion",
    .severity(.high),
    .signed(.deletionProven),
    .supports(
      .csf("GV.SC-10"),
      because: "Deletion that works is what remains to be done at an end."
    ),
    .supports(.csf("ID.AM-08"), because: "Data is managed to the end of its life."),
    .supports(.csf("PR.DS-01"), because: "What is deleted can no longer leak."),
    .supports(.aiRMF("MEASURE 2.10"), because: "Keeping data for too long is a privacy risk."),
    .supports(.maestro("L2.2"), because: "What is gone cannot be taken out of a store."),
    .needs(.dataAccessLog),
    .limits(.deletionProofMaximumAge),
    .rationale(
      "A retention period that nothing enforces is a wish. The age of the oldest object and a "
        + "dated proof show whether deletion happens."
    ),
    .remedy("Delete what is too old and keep the proof with its date."),
    fold: Deletion.self
  )
}
