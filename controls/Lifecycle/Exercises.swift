import ControlTesting
import SuiteVocabulary

/// What an exercise of some sorts must show.
protocol ExerciseRule {
  /// The sorts of exercise that count.
  static var scenarios: [Drill.Scenario] { get }
  /// Whether each sort must have been run, rather than any one of them.
  static var needsEach: Bool { get }

  /// How long an exercise proves what it exercised.
  static func maximumAge(_ policy: Policy) -> Duration

  /// Holds one exercise to the rule.
  ///
  /// - Throws: A ``Deviation`` for the first of it that deviates.
  static func check(_ drill: Drill, _ scope: Scope) throws
}

extension ExerciseRule {
  static var needsEach: Bool { false }
  static func maximumAge(_ policy: Policy) -> Duration { policy.drillMaximumAge }
}

/// The latest exercise in the period, of each sort that was run, holds to a rule.
///
/// An earlier exercise that went wrong is made good by a later one of its sort. That none was run
/// deviates, even where the record of exercises is complete: here an empty population is no proof.
/// Holds one exercise for each sort.
struct Exercises<Rule: ExerciseRule>: Fold {
  /// One exercise: when it was, and what of it deviates first, if anything.
  private struct Exercise: Codable {
    let startedAt: Instant
    let record: RecordReference
    /// What tells it from another exercise: when the order was given, and to what.
    let identity: String
    let deviation: Deviation?
  }

  private var latest = Sightings<String, Exercise>()

  static func isMember(_ drill: Drill, _ scope: Scope) -> Bool {
    Rule.scenarios.contains(drill.scenario)
  }

  mutating func observe(_ drill: Drill, _ scope: Scope) {
    if drill.startedAt > scope.asOf { return }
    let order = drill.orderedAt.instant ?? drill.startedAt
    note(
      drill.scenario.rawValue,
      Exercise(
        startedAt: drill.startedAt,
        record: RecordReference(drill),
        identity: "\(order) \(drill.targets.sorted().joined(separator: " "))",
        deviation: Self.deviation(of: drill, scope)
      )
    )
  }

  private static func deviation(of drill: Drill, _ scope: Scope) -> Deviation? {
    do {
      try Rule.check(drill, scope)
      return nil
    } catch {
      var deviation = Deviation(thrown: error)
      deviation.record = RecordReference(drill)
      return deviation
    }
  }

  private mutating func note(_ scenario: String, _ exercise: Exercise) {
    latest.note(scenario, exercise) { known in
      if known.startedAt <= exercise.startedAt { known = exercise }
    }
  }

  mutating func merge(_ later: Exercises) {
    for (scenario, exercise) in later.latest.all { note(scenario, exercise) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let limit = Rule.maximumAge(scope.policy)
    func isInPeriod(_ exercise: Exercise) -> Bool {
      scope.asOf.duration(since: exercise.startedAt) <= limit
    }
    let drills = Rule.scenarios.compactMap { latest[$0.rawValue] }
    let inPeriod = drills.filter(isInPeriod)
    if Rule.needsEach {
      let missing = Rule.scenarios.filter { latest[$0.rawValue].map { !isInPeriod($0) } ?? true }
      return missing.map { none(latest[$0.rawValue], "exercise of \($0.rawValue)", limit, scope) }
        + inPeriod.compactMap(\.deviation) + filedTwice(inPeriod)
    }
    if !inPeriod.isEmpty { return inPeriod.compactMap(\.deviation) }
    return [none(drills.max { $0.startedAt < $1.startedAt }, "exercise", limit, scope)]
  }

  private func none(
    _ newest: Exercise?,
    _ what: String,
    _ limit: Duration,
    _ scope: Scope
  ) -> Deviation {
    let age = newest.map { scope.asOf.duration(since: $0.startedAt).words }
    var deviation = Deviation(
      "latest \(what)",
      expected: "at most \(limit.words) ago",
      observed: age.map { "\($0) ago" } ?? "none run yet"
    )
    deviation.record = newest?.record
    return deviation
  }

  /// Exercises of several sorts with one order to one set of targets: one exercise, filed again.
  private func filedTwice(_ exercises: [Exercise]) -> [Deviation] {
    exercises.enumerated().compactMap { index, exercise in
      guard let first = exercises.prefix(index).first(where: { $0.identity == exercise.identity })
      else { return nil }
      var deviation = Deviation(
        "exercise",
        expected: "its own for each scenario",
        observed: "the order and the targets of \(first.record.key)"
      )
      deviation.record = exercise.record
      return deviation
    }
  }
}
