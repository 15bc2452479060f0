import ControlTesting

/// MAESTRO layer 2, Data Operations: what an agent reads and keeps has a known origin, a short list
/// of writers, and comes back after a loss.
public let dataOperations = ControlSuite(
  "DataOperations",
  .reference(
    "CSA MAESTRO, layer 2: "
      + "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro"
  )
) {
  ThreatLayer.dataOperations.decisions(
    "MAE2-1",
    "Every data-operation threat has a dated decision signed by the owner of the threat model, with a control or a reason",
    .satisfies(
      .maestro("L2"),
      because: "Each threat of the layer has a signed decision, or a supplier's report answers it."
    ),
    .supports(
      .maestro("L2.1"),
      .maestro("L2.2"),
      .maestro("L2.3"),
      .maestro("L2.4"),
      .maestro("L2.5"),
      because: "Somebody decided what is done about the threat, and signed."
    ),
    signed: .dataOperationThreats
  )

  Control(
    "MAE2-2",
    "Every dataset, vector store and retrieval source has lineage with digests, keeps tenants apart and names its writers",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .satisfies(
      .maestro("L2"),
      because: "Origin, writers and partitioning are known of all that an agent reads."
    ),
    .satisfies(
      .maestro("L2.5"),
      because: "What enters the retrieval path comes from a verified source and a named writer."
    ),
    .supports(.maestro("L2.1"), because: "Only named writers can change what an agent relies on."),
    .supports(.maestro("L2.4"), because: "A digest that was checked shows whether data changed."),
    .supports(.asi(6), because: "Retrieved context is poisoned by those who may write it."),
    .satisfies(
      .csf("ID.AM-07"),
      because: "The data that agents use is inventoried with origin, digest and writers."
    ),
    .supports(
      .aiRMF("MAP 4.1"),
      because: "The origin of third-party data is on record."
    ),
    .needs(.memoryStoreConfig, .iamPolicyExport, .nhiInventory),
    .limits(.readOnlyActions),
    .rationale(
      "An agent believes what it retrieves. Whoever can write into its sources can steer it, so each "
        + "source has a known origin and each writer a name."
    ),
    .remedy("Record origin, digest and writers of the source, or stop retrieving from it."),
    fold: DataSources.self
  )

  Control(
    "MAE2-3",
    "Every data store is encrypted, logs its access and was restored in a test",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .maestro("L2"),
      because: "Stores are encrypted, watched and can be brought back."
    ),
    .supports(.maestro("L2.2"), because: "A log of accesses shows what was taken out."),
    .supports(
      .maestro("L2.3"),
      because: "A store that was restored in a test comes back after an outage."
    ),
    .supports(
      .maestro("L2.4"),
      because: "Data is protected on its way and where it lies, and an older copy can be had."
    ),
    .satisfies(
      .csf("PR.DS-01"),
      because: "Data at rest is encrypted, closed to the public and recoverable."
    ),
    .satisfies(
      .csf("PR.DS-11"),
      because: "Backups are made, and a restore from one was tested."
    ),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "Recovery of what the system runs on is planned and tried."
    ),
    .needs(.backupReport),
    .limits(.restoreTestMaximumAge),
    .rationale(
      "A backup that was never restored is a hope. A store that logs nothing cannot show what left "
        + "it."
    ),
    .remedy("Turn on encryption and access logging, and test a restore."),
    judge: { (store: DataStore, scope) in try store.expectProtected(in: scope) }
  )
}
