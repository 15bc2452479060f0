import ControlModel

/// Says what changed in the controls behind a turn.
struct TurnWords {
  private let controls: [ControlDescription]
  private let before: [ControlResult]
  private let after: [ControlResult]

  /// Prepares the words.
  ///
  /// - Parameters:
  ///   - controls: The controls that ran.
  ///   - before: Their results just before the turn, in the same order.
  ///   - after: Their results at the turn.
  init(controls: [ControlDescription], before: [ControlResult], after: [ControlResult]) {
    self.controls = controls
    self.before = before
    self.after = after
  }

  /// What changed behind one reason of the gate.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - comes: Whether it comes; `false`: it goes.
  /// - Returns: The change in words; the reason's own where no control is behind it.
  func text(_ reason: GateReason, comes: Bool) -> String {
    let behind = controls.indices.filter { index in
      let control = controls[index]
      if let id = reason.control { return control.id == id }
      return reason.requirement.map(control.satisfies.contains) ?? false
    }
    let changes = behind.compactMap { index -> String? in
      let worse = comes ? after[index] : before[index]
      let better = comes ? before[index] : after[index]
      guard let change = change(from: better, to: worse) else { return nil }
      return comes ? change : "no longer: \(change)"
    }
    return changes.isEmpty ? reason.text : changes.joined(separator: "; ")
  }

  private func change(from better: ControlResult, to worse: ControlResult) -> String? {
    if let reason = worse.reasons.first(where: { !better.reasons.contains($0) }) { return reason }
    let lost = better.waivers.filter { !worse.waivers.contains($0) }
    if !lost.isEmpty { return "waiver \(lost.joined(separator: ", ")) does not excuse" }
    let known = Set(better.findings.filter { $0.waiver == nil }.map(Key.init))
    if let finding = worse.findings.first(where: { $0.waiver == nil && !known.contains(Key($0)) }) {
      return "\(finding.recordType) \(finding.record): \(finding.attribute) is "
        + "\(finding.observed), needed \(finding.expected)"
    }
    return better.outcome == worse.outcome ? nil : "\(worse.control) reads \(worse.outcome.label)"
  }

  private struct Key: Hashable {
    let record: String
    let attribute: String

    init(_ finding: Finding) {
      record = finding.record
      attribute = finding.attribute
    }
  }
}
