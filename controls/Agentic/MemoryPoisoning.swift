import ControlTesting
import SuiteVocabulary

/// ASI06 Memory & Context Poisoning: what an agent remembers it believes, so memory is kept apart,
/// says where it came from, ends, is tested, and can be taken back.
public let memoryPoisoning = ControlSuite(
  "MemoryPoisoning",
  .satisfies(.asi(6)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI06 Memory & Context Poisoning: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI06-1",
    "Every memory, cache and vector store is partitioned by tenant",
    .severity(.critical),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .agentSystem),
    .rationale("In a shared memory one tenant's text becomes another tenant's instructions."),
    .satisfies(
      .maestro("L2"),
      because: "The data that agents work on is kept apart for those who own it."
    ),
    .supports(.maestro("X.4"), because: "Data of one tenant does not show through a shared store."),
    .supports(.maestro("L2.2"), because: "A query cannot bring out what another tenant stored."),
    .supports(.csf("PR.DS-01"), because: "Stored context is confidential to its tenant."),
    .supports(.csf("PR.IR-01"), because: "One tenant has no logical access to another's memory."),
    .supports(
      .aiRMF("MEASURE 2.10"),
      because: "Whether stored context is private to a tenant is examined store by store."
    ),
    .remedy("Give each tenant a namespace of its own with its own key."),
    judge: { (store: MemoryStore, _) in try store.checkPartition() }
  )

  Control(
    "ASI06-2",
    "Every memory write carries its origin and an end date",
    .severity(.high),
    .blocks(from: .production),
    .rationale(
      "A poisoned entry without origin cannot be found, and one without end never leaves."
    ),
    .supports(.maestro("L2.1"), because: "Where an entry came from can be traced and judged."),
    .supports(.maestro("L2.4"), because: "An entry that was slipped in has no origin to show."),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "Which source stands behind what the agent knows is on record."
    ),
    .supports(.csf("PR.DS-01"), because: "The integrity of stored context can be shown."),
    .needs(.memoryStoreConfig),
    .limits(.maximumMemoryAge),
    .remedy("Refuse writes without an origin and give each entry an end date."),
    judge: { (write: MemoryWrite, scope) in try write.checkOrigin(scope) }
  )

  Control(
    "ASI06-3",
    "No unverified entry was retrieved for an action with high impact",
    .severity(.high),
    .blocks(from: .production),
    .rationale("Poison works when something important is done because of it."),
    .supports(.maestro("L2.5"), because: "What hostile content brings in reaches no such action."),
    .supports(.asi(1), because: "Stored text that nobody checked does not set the goal."),
    .supports(
      .aiRMF("MEASURE 2.6"),
      because: "What the agent acts on is held to a check before it can harm."
    ),
    .supports(.csf("PR.DS-10"), because: "The integrity of data in use is checked."),
    .needs(.toolRegistry, .dataLineage),
    .remedy("Filter retrieval for such actions to verified entries."),
    among: { (call: ToolCall, scope) in call.wasLetThrough && call.mayHaveHighImpact(scope) }
  ) { call, scope in
    try call.checkRetrieval(scope)
  }

  Control(
    "ASI06-4",
    "Every memory store has poisoning tests with the running version of each agent that uses it, in date and above the threshold",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .rationale("Whether checks at the store hold is known only by trying to get poison past them."),
    .supports(.maestro("L2.1"), because: "The tests manipulate what the agent relies on."),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The resistance of the store is evaluated and documented."
    ),
    .supports(.csf("ID.RA-01"), because: "Weak checks of the store are looked for and recorded."),
    .needs(.evalReport, .agentManifest),
    .limits(.evaluationMaximumAge, .minimumPoisoningResistance),
    .remedy("Repair the write and retrieval checks and test again."),
    judge: { (store: MemoryStore, scope) in try store.checkPoisoningTests(scope) }
  )

  Control(
    "ASI06-5",
    "Every memory store that outlives a session was restored from a snapshot in an exercise within the period",
    .severity(.medium),
    .blocks(from: .production),
    .rationale("The way back from poisoned memory is a snapshot that is known to work."),
    .supports(.maestro("L2.3"), because: "The agents get the data they need back."),
    .supports(.csf("PR.DS-11"), because: "Snapshots are tested by restoring them."),
    .supports(.csf("RC.RP-03"), because: "What is restored is checked in the exercise."),
    .supports(.aiRMF("MANAGE 2.3"), because: "Recovery from a poisoned memory is exercised."),
    .needs(.drillRecord),
    .limits(.rollbackDrillInterval),
    .remedy("Exercise the restore and keep its record."),
    among: { (store: MemoryStore, _) in store.sessionBound != true }
  ) { store, scope in
    try store.checkRestore(scope)
  }

  Control(
    "ASI06-6",
    "Every store's owner has signed its list of trusted sources, and nothing was written from another source",
    .severity(.medium),
    .blocks(from: .production),
    .rationale("Which sources to believe is a judgement, and somebody must answer for it."),
    .supports(
      .aiRMF("MAP 4.1"),
      because: "The sources of what the agent remembers are chosen and documented."
    ),
    .supports(.csf("ID.AM-07"), because: "Where the stored data comes from is kept on record."),
    .supports(.maestro("L2"), because: "Sources of the data that agents use are vouched for."),
    .needs(.agentTrace),
    .asks(.memorySourcesTrusted),
    .remedy("Have the owner review the list and sign the dated statement; stop other sources."),
    fold: TrustedSources.self
  )
}
