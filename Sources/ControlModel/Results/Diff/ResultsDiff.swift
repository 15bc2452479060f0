/// What lies between two runs of the same suites over the same subjects: what turned, and why.
///
/// Everything is derived from what the two results say of themselves: the digests of evidence,
/// policy and waivers, the parameters in force and the as-of times.
public struct ResultsDiff: Sendable, Hashable {
  /// Why the runs cannot be compared as a whole; empty where they can.
  ///
  /// What both have is compared all the same.
  public var obstacles: [String]
  /// The subjects of both runs, in order of id.
  public var subjects: [SubjectDiff]

  /// Compares two runs.
  ///
  /// - Parameters:
  ///   - old: The earlier results.
  ///   - new: The later results.
  public init(from old: AssessmentResults, to new: AssessmentResults) {
    obstacles = Self.obstacles(old, new)
    let earlier = Dictionary(
      old.subjects.map { ($0.subject.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let causes = CauseFinder(old, new)
    subjects = new.subjects.sorted { $0.subject.id < $1.subject.id }.compactMap { later in
      earlier[later.subject.id].map { SubjectDiff(from: $0, to: later, causes: causes) }
    }
  }

  /// Whether the runs can be compared as a whole.
  public var isComparable: Bool { obstacles.isEmpty }

  /// Whether anything turned, came or went.
  public var hasChanges: Bool { subjects.contains(where: \.hasChanges) }

  /// The controls that got worse, with the subject's id, in order.
  public var regressions: [(subject: String, turn: ControlTurn)] {
    subjects.flatMap { subject in
      subject.controls.filter(\.isWorse).map { (subject.subject, $0) }
    }
  }

  private static func obstacles(_ old: AssessmentResults, _ new: AssessmentResults) -> [String] {
    var obstacles = difference(
      "the suites differ: controls",
      old.controls.map(\.id),
      new.controls.map(\.id)
    )
    obstacles += difference(
      "the subjects differ:",
      old.subjects.map(\.subject.id),
      new.subjects.map(\.subject.id)
    )
    for later in new.subjects {
      guard let earlier = old.subjects.first(where: { $0.subject.id == later.subject.id }) else {
        continue
      }
      let id = later.subject.id
      if earlier.subject.kind != later.subject.kind {
        obstacles.append(
          "the kinds differ: \(id) was \(earlier.subject.kind.rawValue), "
            + "is \(later.subject.kind.rawValue)"
        )
      }
      if earlier.tier != later.tier {
        obstacles.append(
          "the tiers differ: \(id) was judged for \(earlier.tier.rawValue), "
            + "now for \(later.tier.rawValue)"
        )
      }
    }
    return obstacles
  }

  private static func difference(_ what: String, _ old: [String], _ new: [String]) -> [String] {
    let gone = Set(old).subtracting(new).sorted()
    let added = Set(new).subtracting(old).sorted()
    var texts: [String] = []
    if !gone.isEmpty { texts.append("\(what) \(listed(gone)) only in the old run") }
    if !added.isEmpty { texts.append("\(what) \(listed(added)) only in the new run") }
    return texts
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
  }
}

/// What turned for one subject.
public struct SubjectDiff: Sendable, Hashable {
  /// The subject's id.
  public var subject: String
  /// The earlier decision.
  public var oldDecision: GateDecision
  /// The later decision.
  public var newDecision: GateDecision
  /// The controls that turned, in the order of the suites.
  public var controls: [ControlTurn]

  init(from old: SubjectResult, to new: SubjectResult, causes: CauseFinder) {
    subject = new.subject.id
    oldDecision = old.decision
    newDecision = new.decision
    let earlier = Dictionary(
      old.controls.map { ($0.control, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    controls = new.controls.compactMap { later in
      guard let before = earlier[later.control] else { return nil }
      var turn = ControlTurn(from: before, to: later)
      if !turn.hasChanges { return nil }
      turn.causes = causes.causes(of: turn, before, later, old, new)
      return turn
    }
  }

  /// Whether anything turned, came or went.
  public var hasChanges: Bool { oldDecision != newDecision || !controls.isEmpty }
}
