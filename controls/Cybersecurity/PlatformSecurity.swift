import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let hardwareMaintained = StatementAsked(
    "hardware-maintained",
    "Hardware that {target} runs on is supported by its maker, and disposed of safely at its end.",
    by: Signers.facilities + Signers.engineers
  )
  static let developmentReviewed = StatementAsked(
    "development-reviewed",
    "The way in which {target} is built and its measures were reviewed.",
    by: Signers.engineers
  )
}

/// CSF 2.0 PR.PS: platforms are set up, kept up and built well.
///
/// PR.PS-04 is decided by Auditability.
public let platformSecurity = ControlSuite(
  "PlatformSecurity",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-PR.PS-01",
    "Every deployed configuration matches a versioned baseline, or drifted no longer than the limit",
    .severity(.high),
    .satisfies(
      .csf("PR.PS-01"),
      because: "There is a baseline, and what departs from it is put back in time."
    ),
    .supports(.maestro("L4.3"), because: "Infrastructure code is what drift departs from."),
    .limits(.driftLimit),
    .rationale("Drift is a change that nobody asked for."),
    .remedy("Put the configuration back, or change the baseline by a reviewed change.")
  ) { (finding: PostureFinding, scope) in
    try expect("baseline", finding.baseline, .present)
    try expect("version of the baseline", finding.baselineVersion, .present)
    if finding.drifted == false { return }
    guard let since = finding.firstSeenAt, finding.drifted == true else {
      throw Deviation(
        "drift",
        expected: "known, with its start",
        observed: finding.drifted == nil ? "not recorded" : "start not recorded"
      )
    }
    try expect(
      "drift",
      scope.asOf.duration(since: since),
      .atMost(scope.policy.duration(.driftLimit))
    )
  }

  Control(
    "CSF-PR.PS-02",
    "No open vulnerability with a fix is older than the limit for its severity",
    .severity(.high),
    .satisfies(
      .csf("PR.PS-02"),
      because: "Software is mended as fast as its weakness is bad."
    ),
    .supports(.asi(4), because: "A known weakness in a component is the cheapest way in."),
    .limits(.urgentPatchLimit, .patchLimit),
    .rationale("Most break-ins use a weakness that had a fix."),
    .remedy("Install the fix, or have an exception approved with an end."),
    among: { (weakness: Vulnerability, _) in weakness.status == .open }
  ) { weakness, scope in
    if weakness.fixAvailable == false { return }
    let isUrgent =
      weakness.severity == .critical || weakness.severity == .high
      || weakness.severity == .unknown || weakness.exploited == true
    try expect(
      "age",
      scope.asOf.duration(since: weakness.firstSeenAt),
      .atMost(scope.policy.duration(isUrgent ? .urgentPatchLimit : .patchLimit))
    )
  }

  Control(
    "CSF-PR.PS-02b",
    "No model in use is past the end of its support",
    .satisfies(
      .csf("PR.PS-02"),
      because: "A model is software: it is replaced before its maker lets it go."
    ),
    .supports(.aiRMF("GOVERN 1.7"), because: "Models are phased out on a plan."),
    .supports(.maestro("L1"), because: "The model is the layer that all others stand on."),
    .rationale("A model that its maker dropped gets no mend for what is found."),
    .remedy("Move to a supported model and evaluate it.")
  ) { (model: Model, scope) in
    if model.endOfLifeAt.isAhead(of: scope.asOf) { return }
    throw Deviation(
      "end of support",
      expected: "after \(scope.asOf)",
      observed: "\(model.endOfLifeAt)"
    )
  }

  Control(
    "CSF-PR.PS-03",
    "Every hardware asset has an owner, or a provider whose hosting report is in date",
    .satisfies(
      .csf("PR.PS-03"),
      because: "Somebody maintains each machine: its owner, or a provider with a report."
    ),
    .needs(.vendorAssurance, .roleRegister),
    .signed(.hardwareMaintained),
    .limits(.hardwareKinds),
    .rationale("Hardware past support is patched by nobody."),
    .remedy("Name who maintains the machine, or obtain the provider's report."),
    among: { (asset: Asset, scope) in
      scope.policy.list(.hardwareKinds).contains(asset.kind) && asset.state != .retired
    }
  ) { asset, scope in
    guard let provider = asset.vendor else {
      return try scope.expectActiveOwner("owner", asset.owner)
    }
    let reports = scope.all(AssuranceReport.self, where: \.vendor, is: provider)
    if reports.contains(where: { $0.kind == .hosting && $0.isUsable(at: scope.asOf) }) { return }
    throw Deviation(
      "hosting report of \(provider)",
      expected: "one in date",
      observed: reports.isEmpty ? "none recorded" : reports.map(\.id).joined(separator: ", ")
    )
  }

  Control(
    "CSF-PR.PS-05",
    "Every running image is pinned by digest and was verified at admission",
    .severity(.high),
    .satisfies(
      .csf("PR.PS-05"),
      because: "What was not verified is not let run."
    ),
    .supports(.maestro("L4.1"), because: "Images are how the infrastructure is compromised."),
    .supports(.asi(4), because: "An image is a component of the agent's supply chain."),
    .rationale("Whatever can start unverified can be exchanged."),
    .remedy("Verify signatures at admission and refuse what has none.")
  ) { (image: Image, _) in
    try expect("digest", image.digest, .present)
    try expect("verified at admission", image.admissionVerified, .equal(.yes))
  }

  Control(
    "CSF-PR.PS-06",
    "Every pipeline run passed, and its revision passed each required gate",
    .severity(.high),
    .satisfies(
      .csf("PR.PS-06"),
      because: "No revision went out past a gate; the practice itself is signed for."
    ),
    .supports(.aiRMF("MEASURE 2.3"), because: "Tests run before deployment."),
    .supports(.maestro("L3.4"), because: "Gates keep what is compromised from being built in."),
    .signed(.developmentReviewed),
    .limits(.requiredGates),
    .rationale("A gate that can be overridden is a sign."),
    .remedy("Mend what the gate found and run it again.")
  ) { (run: PipelineRun, scope) in
    try expect("result", run.result, .equal(.passed))
    let gates = scope.all(PipelineRun.self, where: \.revision, is: run.revision)
      .filter { $0.result == .passed && $0.pipeline == run.pipeline }.map(\.gate)
    for gate in scope.policy.list(.requiredGates) where !gates.contains(gate) {
      throw Deviation("gate \(gate)", expected: "passed for this revision", observed: "no run")
    }
  }
}
