import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let assetClasses = StatementAsked(
    "asset-classes",
    "The criticality recorded for each asset of {target} is what its loss would mean.",
    by: Signers.serviceOwners
  )
  static let designatedData = StatementAsked(
    "designated-data",
    "The data classes recorded for {target} are all that it holds.",
    by: ["data-owner"] + Signers.serviceOwners
  )
  static let disposalDone = StatementAsked(
    "disposal-done",
    "What {target} no longer uses was disposed of, its data with it.",
    by: Signers.serviceOwners
  )
}

/// CSF 2.0 ID.AM: what there is, what it is worth, when it goes.
///
/// ID.AM-04 is decided by VulnerableThirdParty.
public let assetManagement = ControlSuite(
  "AssetManagement",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-ID.AM-01",
    "Every hardware asset in use has an owner and was seen lately",
    .satisfies(
      .csf("ID.AM-01"),
      because: "The inventory of hardware is owned and fresher than its limit."
    ),
    .needs(.roleRegister),
    .limits(.hardwareKinds, .assetMaximumSilence),
    .rationale("A machine that nobody has seen for months runs without patches."),
    .remedy("Find the machine, name its owner, or retire it."),
    among: { (asset: Asset, scope) in
      scope.policy.list(.hardwareKinds).contains(asset.kind) && asset.state != .retired
    }
  ) { asset, scope in
    try expect("state", asset.state, .oneOf([.active, .planned]))
    try scope.expectActiveOwner("owner", asset.owner)
    if asset.state == .planned { return }
    try scope.expectRecent(
      "last seen",
      asset.lastSeenAt,
      within: scope.policy.duration(.assetMaximumSilence)
    )
  }

  Control(
    "CSF-ID.AM-01b",
    "Every resource that a configuration scan found is in the inventory",
    .satisfies(
      .csf("ID.AM-01"),
      because: "Discovery finds nothing that the inventory does not have."
    ),
    .supports(.csf("ID.AM-02"), because: "Scans see services as well as machines."),
    .needs(.assetInventory),
    .rationale("What is not in the inventory is in nobody's care."),
    .remedy("Enter the resource in the inventory, or take it away.")
  ) { (finding: PostureFinding, scope) in
    if scope.first(Asset.self, finding.resource) != nil { return }
    if !scope.all(Asset.self, where: \.aliases, contains: finding.resource).isEmpty { return }
    throw Deviation(
      "resource",
      expected: "in the asset inventory",
      observed: "\(finding.resource), not in it"
    )
  }

  Control(
    "CSF-ID.AM-02",
    "Every agent, tool and model in use was declared, with an owner or a version",
    .satisfies(
      .csf("ID.AM-02"),
      because: "What software is in use was entered by somebody, and not only found by a scan."
    ),
    .supports(.aiRMF("GOVERN 1.6"), because: "AI systems in use are inventoried."),
    .needs(.roleRegister),
    .rationale("Software that was only ever discovered came in past every check."),
    .remedy("Declare the tool with its owner, or disconnect it."),
    among: { (tool: ToolInUse, scope) in !tool.disconnectedAt.hasPassed(at: scope.asOf) }
  ) { tool, scope in
    try expect("discovery", tool.discovery, .equal(.declaration))
    try scope.expectActiveOwner("owner", tool.owner)
    try expect("purpose", tool.purpose, .present)
  }

  Control(
    "CSF-ID.AM-03",
    "Every flow that was seen is one that was allowed, by an approval in force",
    .severity(.high),
    .satisfies(
      .csf("ID.AM-03"),
      because: "The map of allowed flows holds all that is seen, and each entry was approved."
    ),
    .supports(.maestro("L4"), because: "A workload reaches what its network lets it reach."),
    .needs(.approvalRegister),
    .rationale("A flow that nobody allowed is a way in, or a way out for data."),
    .remedy("Have the flow approved, or close it."),
    fold: ObservedFlows.self
  )

  Control(
    "CSF-ID.AM-05",
    "Every active asset has a criticality that is at least that of what it holds",
    .satisfies(
      .csf("ID.AM-05"),
      because: "Order of importance is on record and does not contradict itself."
    ),
    .supports(.aiRMF("MAP 1.1"), because: "What is at stake is part of the context."),
    .signed(.assetClasses),
    .rationale("What holds a critical thing is critical, whatever it was bought as."),
    .remedy("Class the asset as high as the most critical thing in it."),
    among: { (asset: Asset, _) in asset.state == .active }
  ) { asset, scope in
    try expect("criticality", asset.criticality, .noneOf([.unknown]))
    guard let name = asset.parent else { return }
    guard let parent = scope.first(Asset.self, name) else {
      throw Deviation("parent", expected: "in the inventory", observed: "\(name), not in it")
    }
    if parent.criticality.rank >= asset.criticality.rank { return }
    throw Deviation(
      "criticality of \(parent.id)",
      expected: "at least \(asset.criticality.rawValue)",
      observed: parent.criticality.rawValue
    )
  }

  Control(
    "CSF-ID.AM-07",
    "Every data store has an owner and its data classes, each registered with sensitivity and owner",
    .satisfies(
      .csf("ID.AM-07"),
      because: "Each store leads to its classes and their metadata."
    ),
    .supports(.aiRMF("MAP 2.1"), because: "What data the system works on is known."),
    .supports(.maestro("L2"), because: "Data operations start from what is held where."),
    .needs(.dataHandling, .roleRegister),
    .signed(.designatedData),
    .rationale("Data without a class gets the care of the least of it."),
    .remedy("Name the store's owner and data classes, and register each class.")
  ) { (store: DataStore, scope) in
    try scope.expectActiveOwner("owner", store.owner)
    try expect("data classes", store.dataClasses, .notEmpty)
    for name in store.dataClasses ?? [] {
      guard let known = scope.first(DataClass.self, name) else {
        throw Deviation(
          "data class",
          expected: "in the data-handling register",
          observed: "\(name), not in it"
        )
      }
      try expect("sensitivity of \(name)", known.sensitivity, .present)
      try scope.expectActiveOwner("owner of \(name)", known.owner)
    }
  }

  Control(
    "CSF-ID.AM-08",
    "Nothing that was retired has been seen since, and no data store of it is left",
    .satisfies(
      .csf("ID.AM-08"),
      because: "The end of life is dated, and after it nothing runs and nothing is kept."
    ),
    .supports(.aiRMF("GOVERN 1.7"), because: "Decommissioning is done, not only decided."),
    .needs(.encryptionConfig),
    .signed(.disposalDone),
    .rationale("What was retired and still answers is patched by nobody."),
    .remedy("Switch off what still answers and delete its stores, or correct the register."),
    among: { (asset: Asset, _) in asset.state == .retired }
  ) { asset, scope in
    try scope.expectHappened("retired", asset.retiredAt)
    guard let retired = asset.retiredAt.instant else { return }
    switch asset.lastSeenAt {
    case .at(let seen) where seen > retired:
      throw Deviation("last seen", expected: "at or before \(retired)", observed: "\(seen)")
    case .notRecorded:
      throw Deviation("last seen", expected: "at or before \(retired)", observed: "not recorded")
    case .at, .never: break
    }
    if let store = scope.all(DataStore.self, where: \.asset, is: asset.id).first {
      throw Deviation("data store", expected: "none left", observed: store.id)
    }
  }
}

extension Asset.Criticality {
  fileprivate var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    case .unknown: -1
    }
  }
}
