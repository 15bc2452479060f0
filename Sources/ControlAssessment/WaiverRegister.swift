import ControlModel
import ControlTesting

/// The waivers for one subject: which cover what, and what is wrong with them.
struct WaiverRegister: Sendable {
  /// The subject's waivers, in the order of the file.
  let waivers: [Waiver]
  /// What is wrong with them, but for those that excuse nothing: that shows only after the run.
  let findings: [WaiverFinding]
  private let valid: [String: [Waiver]]

  /// Sorts out the waivers for a subject.
  ///
  /// - Parameters:
  ///   - subject: The subject's id.
  ///   - plan: The plan with all waivers, controls and the policy.
  init(for subject: String, in plan: AssessmentPlan) {
    waivers = plan.waivers.filter { $0.subject == subject }
    let hardGates = Set(plan.controls.filter(\.description.isHardGate).map(\.description.id))
    var findings: [WaiverFinding] = []
    var valid: [String: [Waiver]] = [:]
    for waiver in waivers {
      let problems = Self.problems(of: waiver, plan, hardGates)
      findings += problems
      if !problems.contains(where: \.voids) { valid[waiver.control, default: []].append(waiver) }
    }
    self.findings = findings
    self.valid = valid
  }

  /// The first valid waiver of a control that covers each record, by the record's key.
  func covered(by control: String, at asOf: Instant) -> [String: String] {
    var covered: [String: String] = [:]
    for waiver in valid[control] ?? [] where waiver.isActive(at: asOf) {
      for record in waiver.records where covered[record] == nil { covered[record] = waiver.id }
    }
    return covered
  }

  /// What is wrong with the waivers once it is known what they excused.
  ///
  /// - Parameters:
  ///   - results: The results of all controls that ran.
  ///   - isPartial: Whether controls were left out, so that no waiver can be called unused.
  /// - Returns: All findings about waivers, the unused ones last.
  func findings(after results: [ControlResult], isPartial: Bool) -> [WaiverFinding] {
    if isPartial { return findings }
    let void = Set(findings.filter(\.voids).map(\.waiver))
    let used = Set(results.flatMap(\.waivers))
    let unused = waivers.filter { !void.contains($0.id) && !used.contains($0.id) }.map { waiver in
      WaiverFinding(
        waiver: waiver.id,
        problem: .unused,
        text: "no record that it names deviates from \(waiver.control): retire it",
        voids: false
      )
    }
    return findings + unused
  }

  private static func problems(
    of waiver: Waiver,
    _ plan: AssessmentPlan,
    _ hardGates: Set<String>
  ) -> [WaiverFinding] {
    var problems: [WaiverFinding] = []
    func note(_ problem: WaiverFinding.Problem, _ text: String) {
      problems.append(
        WaiverFinding(waiver: waiver.id, problem: problem, text: text, voids: true)
      )
    }
    if !plan.knownControls.contains(waiver.control) {
      note(.unknownTarget, "no control has the id \(waiver.control)")
    }
    if hardGates.contains(waiver.control) {
      note(.hardGate, "\(waiver.control) is a hard gate, which cannot be waived")
    }
    if waiver.owner == waiver.approver {
      note(.selfApproved, "\(waiver.owner) both owns and approved it")
    }
    if waiver.records.isEmpty || waiver.records.count > plan.policy.maximumWaiverRecords {
      note(
        .tooBroad,
        "covers \(waiver.records.count) records; from 1 to \(plan.policy.maximumWaiverRecords) are allowed"
      )
    }
    let term = waiver.expiresAt.duration(since: waiver.startsAt)
    if term > plan.policy.maximumWaiverDuration {
      note(
        .tooLong,
        "runs for \(term.words); at most \(plan.policy.maximumWaiverDuration.words) is allowed"
      )
    }
    if waiver.expiresAt <= plan.asOf {
      note(.expired, "expired at \(waiver.expiresAt)")
    } else if waiver.startsAt > plan.asOf {
      note(.notStarted, "starts at \(waiver.startsAt)")
    }
    return problems
  }
}
