import ControlFrameworks
import ControlModel

extension Fixture {
  /// A vendor's product that is denied: failures, a waiver, and hostile evidence.
  static let tallybird = subject(
    "tallybird-assist",
    "Tallybird Assist",
    .vendor,
    .production,
    .deny,
    .prototype,
    [
      result("NHI1-1", .stale, because: ["nhi-inventory is 41 days old; at most 7 days"]),
      result(
        "NHI2-1",
        .fail,
        of: 1204,
        failing: hostile.enumerated().map { index, text in
          finding("NHI2-1", "tallybird-assist", "secretFinding", text, line: index + 1)
        }
      ),
      result("NHI5-1", .pass, of: 12, total: 15),
      result(
        "NHI7-1",
        .fail,
        of: 41,
        failing: (1...5).map { (row: Int) in
          finding(
            "NHI7-1",
            "tallybird-assist",
            "credential",
            "aws:user/ci-\(row)/key-1",
            line: row
          )
        },
        waivedBy: "W-2026-03"
      ),
      result("NHI9-1", .notAssessed, because: ["no audit-log in the evidence"]),
      result(
        "ASI02-1",
        .error,
        because: ["1 record could not be judged"],
        unjudged: [
          Diagnostic(
            .recordMalformed,
            at: Locator(path: "traces/<b>.jsonl", digest: digest("c"), line: 7),
            found: "\"2026-13-01\"",
            needed: "an RFC 3339 time",
            remedy: "fix the export"
          )
        ]
      ),
      result("ASI03-1", .notAssessed, of: 1, because: ["claims only"], claimed: true),
    ],
    reasons: [
      GateReason(
        .deny,
        .hardGateFailed,
        control: "NHI2-1",
        text: "NHI2-1 is a hard gate and fails for 10 of 1,204 secret findings"
      ),
      GateReason(.deny, .controlFailed, control: "NHI7-1", text: "NHI7-1 fails for 4 of 41"),
      GateReason(.hold, .controlStale, control: "NHI1-1", text: "NHI1-1 has stale evidence"),
    ]
      + (1...9).map {
        GateReason(
          .hold,
          .requirementUncovered,
          requirement: .csf("GV.OC-0\($0)"),
          text: "GV.OC-0\($0) is mandatory and no control decides it"
        )
      }
      + [GateReason(.approve, .belowTier, control: "NHI9-1", text: "NHI9-1 is flagged")],
    waivers: [waiver("W-2026-03", expires: "2026-04-01T00:00:00Z")]
  )

  /// An agent platform in pilot that is approved, with a waiver that has expired.
  static let rivermill = subject(
    "rivermill-agents",
    "Rivermill Agents <\u{202E}pilot>",
    .agentSystem,
    .pilot,
    .approve,
    .governedPilot,
    [
      result("NHI1-1", .pass, of: 3), result("NHI2-1", .pass),
      result(
        "NHI5-1",
        .waived,
        of: 9,
        failing: [
          finding("NHI5-1", "rivermill-agents", "entitlement", "role/build:*", line: nil)
        ],
        waivedBy: "W-2026-04"
      ),
      result("NHI7-1", .pass, of: 3), result("NHI9-1", .pass, of: 8),
      result("ASI02-1", .pass, of: 1_048_576), result("ASI03-1", .pass, of: 1),
    ],
    reasons: [],
    waivers: [
      waiver("W-2026-04", expires: "2026-05-01T00:00:00Z"),
      waiver("W-2025-09", expires: "2025-12-01T00:00:00Z"),
    ],
    waiverFindings: [
      WaiverFinding(
        waiver: "W-2025-09",
        problem: .expired,
        text: "It ended on 2025-12-01.",
        voids: true
      )
    ]
  )

  /// A cloud environment that cannot be assessed.
  static let slateCloud = subject(
    "slate-cloud-with-a-name-longer-than-any-column-of-a-terminal",
    "Slate Cloud",
    .environment,
    .production,
    .hold,
    .prototype,
    controls.map {
      $0.id == "NHI9-1"
        ? result($0.id, .notApplicable, because: ["applies to agent systems and vendor products"])
        : result($0.id, .notAssessed, because: ["no evidence of the kinds it needs"])
    },
    reasons: [
      GateReason(.hold, .nothingAssessed, text: "No control judged anything.")
    ]
  )

  static func finding(
    _ control: String,
    _ subject: String,
    _ type: String,
    _ record: String,
    line: Int?
  ) -> Finding {
    Finding(
      control: control,
      subject: subject,
      recordType: type,
      record: record,
      attribute: "age",
      expected: "at most 60 days",
      observed: "212 days 4 hours",
      remedy: "Rotate \(record).",
      locator: line.map {
        Locator(
          path: "aws/credential-report.csv",
          digest: digest("d"),
          line: $0 + 1,
          pointer: "row \($0)"
        )
      },
      path: line == 3 ? ["agent:triage", "role:\(record)"] : []
    )
  }

  private static func waiver(_ id: String, expires: String) -> Waiver {
    Waiver(
      id: id,
      control: "NHI7-1",
      subject: "tallybird-assist",
      records: ["aws:user/ci-5/key-1"],
      reason: "The <supplier> rotates in April",
      owner: "Identity team",
      approver: "Risk office",
      compensatingControl: "Calls are limited to one address",
      startsAt: Instant(rfc3339: "2026-02-01T00:00:00Z") ?? .epoch,
      expiresAt: Instant(rfc3339: expires) ?? .epoch
    )
  }

  private static func subject(
    _ id: String,
    _ name: String,
    _ kind: Subject.Kind,
    _ tier: Tier,
    _ decision: GateDecision,
    _ readiness: Readiness,
    _ results: [ControlResult],
    reasons: [GateReason],
    waivers: [Waiver] = [],
    waiverFindings: [WaiverFinding] = []
  ) -> SubjectResult {
    SubjectResult(
      subject: Subject(
        id: id,
        name: name,
        kind: kind,
        tier: tier,
        owner: "Owner of \(name)",
        criticality: "high",
        tenants: ["north", "south"]
      ),
      tier: tier,
      decision: decision,
      readiness: readiness,
      reasons: reasons,
      coreProofs: ControlDescription.CoreProof.allCases.map { proof in
        let ids = controls.filter { $0.coreProof == proof }.map(\.id)
        let outcome = results.filter { ids.contains($0.control) }.map(\.outcome).max()
        return CoreProofResult(proof: proof, outcome: outcome ?? .notAssessed, controls: ids)
      },
      controls: results,
      requirements: FixtureCatalogs.all.flatMap { $0.standings(controls, results) },
      files: decision == .hold ? [] : files(id),
      diagnostics: [],
      waivers: waivers,
      waiverFindings: waiverFindings
    )
  }

  private static func files(_ subject: String) -> [EvidenceFile] {
    var report = EvidenceFile(path: "aws/credential-report.csv", state: .read)
    report.format = "aws-credential-report"
    report.kinds = ["iam-credential-report"]
    report.digest = digest("d")
    report.sizeInBytes = 20_480
    report.recordCount = 41
    report.completeness = .complete
    report.sourceClass = .ownExport
    report.sourceSystem = "aws"
    report.command = "aws iam get-credential-report"
    report.collector = "collector@\(subject).example"
    report.collectedAt = Instant(rfc3339: "2026-03-10T08:00:00.5Z")
    var trace = EvidenceFile(path: "traces/<b>.jsonl", state: .changed)
    trace.digest = digest("c")
    trace.rejectedCount = 1
    trace.diagnostics = [
      Diagnostic(
        .evidenceChanged,
        at: Locator(path: "traces/<b>.jsonl"),
        found: "sha256 cc…",
        needed: "sha256 dd…",
        remedy: "find out who changed it"
      )
    ]
    return [report, trace, EvidenceFile(path: "contract/dpa.pdf", state: .missing)]
  }
}
