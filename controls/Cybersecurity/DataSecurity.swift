import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let dataInUseProtected = StatementAsked(
    "data-in-use-protected",
    "Data of one tenant of {target} is out of reach of another while it is processed.",
    by: Signers.architects
  )
}

/// CSF 2.0 PR.DS: data is protected where it lies, moves, is used and is copied.
public let dataSecurity = ControlSuite(
  "DataSecurity",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-PR.DS-01",
    "Every data store is encrypted, not public, logged, and its key is rotated in time",
    .severity(.critical),
    .satisfies(
      .csf("PR.DS-01"),
      because: "Each store is closed, encrypted with a live key, and shows who read it."
    ),
    .supports(.aiRMF("MEASURE 2.10"), because: "Privacy begins with stores that are closed."),
    .supports(.maestro("L2.2"), because: "Data is carried off from stores that stand open."),
    .limits(.keyRotationLimit),
    .rationale("An open store beside a model has told more secrets than any model."),
    .remedy("Close the store, encrypt it, log its access and rotate its key.")
  ) { (store: DataStore, scope) in
    try expect("at rest", store.atRest, .oneOf([.customerKey, .providerKey]))
    try expect("public access", store.publicAccess, .equal(.no))
    try expect("access logged", store.accessLogged, .equal(.yes))
    try expect("integrity protected", store.integrityProtected, .equal(true))
    if store.atRest == .providerKey { return }
    try scope.expectRecent(
      "key rotated",
      store.keyRotatedAt,
      within: scope.policy.duration(.keyRotationLimit)
    )
  }

  Control(
    "CSF-PR.DS-02",
    "Every flow that was allowed or seen is protected on its way",
    .severity(.critical),
    .satisfies(
      .csf("PR.DS-02"),
      because: "No flow goes in the clear, whatever it carries."
    ),
    .supports(.maestro("L7.2"), because: "A protected channel shows who is at its end."),
    .rationale("What goes in the clear is read by everybody on the way."),
    .remedy("Require TLS on the flow, mutual where both ends are software."),
    among: { (flow: Flow, _) in flow.effect != .refused }
  ) { flow, _ in
    try expect("protection", flow.protection, .oneOf([.tls, .mutualTLS]))
  }

  Control(
    "CSF-PR.DS-10",
    "Every store that an agent works in is apart by tenant, and ends with the session",
    .severity(.high),
    .satisfies(
      .csf("PR.DS-10"),
      because: "What is in use is kept apart and not kept on; the rest is signed for."
    ),
    .supports(
      .asi(6),
      because: "A memory that ends with the session cannot be poisoned for the next."
    ),
    .supports(.maestro("L2"), because: "Working data is part of data operations."),
    .signed(.dataInUseProtected),
    .rationale("One tenant's cache in another's answer is a leak that no log calls one."),
    .remedy("Partition the store by tenant and bind it to the session."),
    among: { (store: MemoryStore, _) in store.kind == .cache || store.kind == .conversation }
  ) { store, _ in
    try expect("partitioning", store.partitioning, .oneOf([.tenantStore, .tenantNamespace]))
    try expect("bound to the session", store.sessionBound, .equal(true))
    try expect("encrypted", store.encrypted, .equal(true))
  }

  Control(
    "CSF-PR.DS-11",
    "Every backup is recent, encrypted, immutable and was restored in a test of the interval",
    .severity(.high),
    .satisfies(
      .csf("PR.DS-11"),
      because: "Backups are made, protected, and shown to come back."
    ),
    .supports(.maestro("L2.3"), because: "Data held to ransom is restored."),
    .limits(.backupMaximumAge, .restoreTestInterval),
    .rationale("A backup that was never restored is a hope."),
    .remedy("Repair the backup, make it immutable and restore it in a test.")
  ) { (backup: Backup, scope) in
    try scope.expectRecent(
      "last success",
      backup.lastSuccessAt,
      within: backup.interval ?? scope.policy.duration(.backupMaximumAge)
    )
    try expect("immutable", backup.immutable, .equal(true))
    try expect("encrypted", backup.encrypted, .equal(true))
    try expect("restore", backup.restoreResult, .equal(.passed))
    try scope.expectRecent(
      "last restore test",
      backup.lastRestoreTestAt,
      within: scope.policy.duration(.restoreTestInterval)
    )
  }
}
