import ControlTesting

/// DRL-2: what contains an agent acts by itself, sooner after the alert than a person could look.
enum ContainmentRule: ExerciseRule {
  static let scenarios: [Drill.Scenario] = [.containment, .agentHalt]

  static func check(_ drill: Drill, _ scope: Scope) throws {
    try expect("automatic", drill.automatic, .equal(true))
    try expect("manual steps", drill.manualSteps, .equal(0))
    let detected = try drill.instant("detection", drill.detectedAt)
    let denied = try drill.instant("first refusal", drill.firstDeniedAt)
    let elapsed = denied.duration(since: detected)
    let limit = scope.policy.humanReviewTime
    if elapsed < .zero || elapsed >= limit {
      throw Deviation(
        "time from detection to first refusal",
        expected: "less than \(limit.words), a person's time",
        observed: elapsed.words
      )
    }
    try drill.checkMeasured(elapsed)
    try drill.checkLastSuccess(atOrBefore: denied, "the first refusal")
    try expect("result", drill.result, .equal(.passed))
  }
}

/// DRL-3: both parties took part in a test of the escalation path, and those whom the responsibility
/// matrix names, or their deputies, did what falls to them.
enum EscalationRule: ExerciseRule {
  static let scenarios: [Drill.Scenario] = [.escalation]

  static func maximumAge(_ policy: Policy) -> Duration { policy.escalationTestInterval }

  static func check(_ drill: Drill, _ scope: Scope) throws {
    try expect("both parties", drill.bothParties, .equal(true))
    guard let participants = drill.participants else {
      throw Deviation("participants", expected: "present", observed: "not recorded")
    }
    for party in [RoleHolder.Party.customer, .vendor] {
      let isThere = participants.contains { person in
        scope.all(RoleHolder.self, where: \.person, is: person).contains { $0.party == party }
      }
      if isThere { continue }
      throw Deviation(
        "participants of the \(party.rawValue)",
        expected: "at least one of the role register",
        observed: "none"
      )
    }
    for duty in scope.policy.emergencyDuties { try check(duty, participants, scope) }
    try expect("result", drill.result, .equal(.passed))
  }

  private static func check(_ name: String, _ participants: [String], _ scope: Scope) throws {
    let duties = scope.all(Duty.self, where: \.duty, is: name).filter { duty in
      duty.relation == .accountable || duty.relation == .responsible
    }
    let current = duties.filter { !$0.endsAt.hasPassed(at: scope.asOf) }
    guard let duty = current.first(where: { $0.person != nil }), let person = duty.person else {
      throw Deviation(
        "holder of \(name)",
        expected: "a person in the responsibility matrix",
        observed: current.isEmpty ? "no such duty" : "not recorded"
      )
    }
    guard let deputy = duty.deputy, deputy != person else {
      throw Deviation(
        "deputy of \(name)",
        expected: "a second person",
        observed: duty.deputy ?? "not recorded"
      )
    }
    if participants.contains(person) || participants.contains(deputy) { return }
    throw Deviation(
      "participant for \(name)",
      expected: "\(person) or \(deputy)",
      observed: "neither"
    )
  }
}

/// DRL-4: an exercise said from the logs alone who did what and when, within the limit, and kept the
/// logs that it read.
enum AttributionRule: ExerciseRule {
  static let scenarios: [Drill.Scenario] = [.attribution]
  private static let questions = ["who", "what", "when"]

  static func check(_ drill: Drill, _ scope: Scope) throws {
    guard let answers = drill.answersFromLogs else {
      throw Deviation("answers from the logs", expected: "present", observed: "not recorded")
    }
    let open = questions.filter { !answers.contains($0) }
    if !open.isEmpty {
      throw Deviation(
        "answers from the logs",
        expected: questions.joined(separator: ", "),
        observed: "without \(open.joined(separator: ", "))"
      )
    }
    let ended = try drill.instant("end", drill.endedAt)
    let elapsed = ended.duration(since: drill.startedAt)
    if elapsed < .zero {
      throw Deviation(
        "end",
        expected: "after the start at \(drill.startedAt)",
        observed: ended.description
      )
    }
    try expect("time to the answers", elapsed, .atMost(scope.policy.attributionLimit))
    try drill.checkMeasured(elapsed)
    try expect("proofs", drill.proofs, .notEmpty)
    try expect("result", drill.result, .equal(.passed))
  }
}
