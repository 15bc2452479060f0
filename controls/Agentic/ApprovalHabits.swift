import ControlTesting

/// ASI09-3: nobody approves by habit: by how long they look, how many they approve in an hour, and
/// whether they ever refuse.
///
/// Holds the times of approvals of each person; people do not approve by the million.
struct ApprovalHabits: Fold {
  /// What one person decided.
  private struct Habit: Codable {
    var last: RecordReference
    var decidedAt: [Instant] = []
    var approvedCount = 0
    /// Approvals that were decided faster than the policy allows.
    var hastyCount = 0

    mutating func merge(_ later: Habit) {
      last = later.last
      decidedAt += later.decidedAt
      approvedCount += later.approvedCount
      hastyCount += later.hastyCount
    }
  }

  private var habits = Sightings<String, Habit>()

  /// A request that ran out was decided by nobody.
  static func isMember(_ approval: Approval, _ scope: Scope) -> Bool {
    approval.decision != .expired
  }

  mutating func observe(_ approval: Approval, _ scope: Scope) throws {
    guard let shownAt = approval.shownAt else {
      throw Deviation("time shown", expected: "present", observed: "not recorded")
    }
    let look = approval.decidedAt.duration(since: shownAt)
    if look < .zero {
      throw Deviation(
        "time shown",
        expected: "before the decision at \(approval.decidedAt)",
        observed: "\(shownAt)"
      )
    }
    var habit = Habit(last: RecordReference(approval))
    habit.decidedAt = [approval.decidedAt]
    if approval.decision == .approved {
      habit.approvedCount = 1
      habit.hastyCount = look < scope.policy.minimumReviewTime ? 1 : 0
    }
    habits.note(approval.approver, habit) { $0.merge(habit) }
  }

  mutating func merge(_ later: ApprovalHabits) {
    habits.merge(later.habits) { $0.merge($1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    habits.all.sorted { $0.key < $1.key }.flatMap { person, habit in
      [
        Self.haste(person, habit, scope), Self.volume(person, habit, scope),
        Self.refusals(person, habit, scope),
      ].compactMap { found in
        guard var deviation = found else { return nil }
        deviation.record = habit.last
        return deviation
      }
    }
  }

  /// More than half of the approvals faster than the least time: so is the median.
  private static func haste(_ person: String, _ habit: Habit, _ scope: Scope) -> Deviation? {
    if habit.hastyCount * 2 <= habit.approvedCount { return nil }
    return Deviation(
      "time that \(person) looks",
      expected: "at least \(scope.policy.minimumReviewTime.words) for half of the approvals",
      observed: "\(habit.hastyCount) of \(habit.approvedCount) approvals faster"
    )
  }

  private static func volume(_ person: String, _ habit: Habit, _ scope: Scope) -> Deviation? {
    let peak = habit.decidedAt.sorted().peak(within: .hours(1))
    let limit = scope.policy.maximumApprovalsPerHour
    if peak <= limit { return nil }
    return Deviation(
      "decisions of \(person)",
      expected: "at most \(limit) in any hour",
      observed: "\(peak) in an hour"
    )
  }

  /// A share of refusals shows something only where so many decisions were made that one refusal
  /// at least is to be expected.
  private static func refusals(_ person: String, _ habit: Habit, _ scope: Scope) -> Deviation? {
    let rate = scope.policy.minimumRefusalRate
    let count = habit.decidedAt.count
    let refused = count - habit.approvedCount
    if Double(count) * rate < 1 || Double(refused) >= Double(count) * rate { return nil }
    return Deviation(
      "refusals by \(person)",
      expected: "at least \(rate) of all decisions",
      observed: "\(refused) of \(count)"
    )
  }
}
