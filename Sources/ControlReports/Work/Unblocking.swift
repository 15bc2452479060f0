import ControlModel

/// What would take a reason of the gate away, from what the results say of it.
enum Unblocking {
  /// What would take a reason away.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - subject: The subject's results.
  ///   - report: The report.
  /// - Returns: What to do, in one or two sentences.
  static func remedy(for reason: GateReason, _ subject: SubjectResult, _ report: Report) -> String {
    switch reason.rule {
    case .hardGateFailed, .controlFailed, .controlNotAssessed, .controlStale, .controlError,
      .belowTier:
      guard let id = reason.control, let control = report.control(id),
        let result = subject.controls.first(where: { $0.control == id })
      else { return reason.rule.explanation }
      return remedy(for: result, control)
    case .requirementNotMet:
      let deciding = subject.requirements.first { $0.requirement == reason.requirement }
      let open = (deciding?.satisfiedBy ?? []).filter { id in
        subject.controls.contains { $0.control == id && $0.outcome > .waived }
      }
      return "Mend \(open.isEmpty ? "the controls that decide it" : open.joined(separator: ", "))."
    case .requirementUncovered:
      return "Add a control that satisfies it, or change what the policy makes mandatory."
    case .evidenceProblem:
      let file = subject.files.first { reason.text.hasPrefix("\($0.path): ") }
      let problems = (file?.diagnostics ?? []) + subject.diagnostics
      return problems.map(\.remedy).first { !$0.isEmpty }
        ?? "Supply the file as the manifest lists it, or list it."
    case .evidenceUnsealed:
      return "Seal the manifest with `controls evidence seal` and a key that the policy names."
    case .partialRun: return "Run all controls, without --filter."
    case .profileIncomplete: return "Run the suites that hold the controls of the profile."
    case .nothingAssessed: return "Supply evidence that a control can judge."
    }
  }

  /// How to make a control pass, or one that can be judged.
  ///
  /// - Parameters:
  ///   - result: What came of it.
  ///   - control: The control.
  /// - Returns: What to do.
  static func remedy(for result: ControlResult, _ control: ControlDescription) -> String {
    let open = result.findings.filter { $0.waiver == nil || control.isHardGate }
    if result.failedCount > 0 || !open.isEmpty {
      return open.map(\.remedy).first { !$0.isEmpty } ?? control.remedy
    }
    let kinds = control.needs.map { $0.kinds.map(\.name).joined(separator: " or ") }
      .joined(separator: ", ")
    let evidence = kinds.isEmpty ? "the evidence" : "evidence of kind \(kinds)"
    switch result.outcome {
    case .stale: return "Collect \(evidence) anew and list it in the manifest."
    case .error:
      return result.unjudged.map(\.remedy).first { !$0.isEmpty }
        ?? "Supply \(evidence) that is whole, readable and as listed."
    default:
      return result.isClaimedOnly
        ? "Supply \(evidence) from a system, not the supplier's word alone."
        : "Supply \(evidence), listed in the manifest."
    }
  }
}
