public import ControlModel

/// What a pipeline's gate says of finished results: their decision, and whether they may be relied
/// on for the tier in question and beside the last accepted run.
public struct GateCheck: Sendable, Hashable {
  /// The decision.
  public let decision: GateDecision
  /// What the results say beside, where the decision is more than theirs: another tier, a
  /// regression, a baseline that they cannot be compared with.
  public let notes: [String]
  /// What lies between the last accepted run and these results; `nil` without a baseline.
  public let diff: ResultsDiff?

  /// Checks results.
  ///
  /// - Parameters:
  ///   - results: The results of a run.
  ///   - tier: The tier to be opened; `nil`: the one that each subject was judged for.
  ///   - profiles: The names of the profiles that decide; empty: the whole.
  ///   - baseline: The last accepted run; `nil`: none.
  public init(
    _ results: AssessmentResults,
    for tier: Tier? = nil,
    by profiles: [String] = [],
    notWorseThan baseline: AssessmentResults? = nil
  ) {
    var decision = profiles.map { results.decision(of: $0) }.max() ?? results.decision
    var notes = profiles.map { name in
      let whole = "; the whole decides \(results.decision.rawValue)"
      return "profile \(name) decides \(results.decision(of: name).rawValue)\(whole)"
    }
    if let tier {
      for subject in results.subjects where subject.tier != tier {
        // What was judged for one tier says nothing of another.
        decision = max(decision, .hold)
        notes.append(
          "\(subject.subject.id) was judged for \(subject.tier.rawValue), not for \(tier.rawValue)"
        )
      }
    }
    diff = baseline.map { ResultsDiff(from: $0, to: results) }
    if let diff {
      let count = diff.regressions.count
      if count > 0 {
        decision = .deny
        notes.append(
          "\(count) control\(count == 1 ? "" : "s") got worse since the last accepted run"
        )
      }
      if !diff.isComparable {
        decision = max(decision, .hold)
        notes += diff.obstacles.map { "not comparable with the last accepted run: \($0)" }
      }
    }
    self.decision = decision
    self.notes = notes
  }

  /// Where results contradict themselves, as no run of the tool writes them; empty where nowhere.
  ///
  /// A file may have been edited between the run and the gate. This finds the edits that change a
  /// word and forget what stands behind it; only a signed decision shows the others.
  ///
  /// - Parameter results: The results.
  /// - Returns: One text for each contradiction.
  public static func contradictions(in results: AssessmentResults) -> [String] {
    let hardGates = Set(results.controls.filter(\.isHardGate).map(\.id))
    return results.subjects.flatMap { subject -> [String] in
      let id = subject.subject.id
      var texts: [String] = []
      let decided = subject.reasons.map(\.effect).max() ?? .approve
      if decided != subject.decision {
        texts.append(
          "\(id) reads \(subject.decision.rawValue), and its reasons say \(decided.rawValue)"
        )
      }
      for profile in subject.profiles {
        let decided = profile.reasons.map(\.effect).max() ?? .approve
        if decided != profile.decision {
          texts.append(
            "\(profile.profile) of \(id) reads \(profile.decision.rawValue), and its reasons say "
              + decided.rawValue
          )
        }
      }
      let reasons = Set(subject.reasons.filter { $0.effect > .approve }.compactMap(\.control))
      for control in subject.controls {
        let closes =
          control.blocks && control.outcome > .waived
          || hardGates.contains(control.control) && control.findingCount > 0 && control.blocks
        if closes, !reasons.contains(control.control) {
          texts.append("\(control.control) blocks \(id) and no reason names it")
        }
      }
      let judged = subject.controls.contains { $0.population.count > 0 && !$0.outcome.isUnassessed }
      if subject.decision == .approve, !judged {
        texts.append("\(id) is approved, and nothing was judged")
      }
      return texts
    }
  }
}
