import Foundation

/// W2: a log of tool calls, about 510 bytes each, with a decision on about 23 of 100.
struct CallWorkload {
  /// The ids of the controls that the answers are for.
  static let controls = (1...6).map { "LOG-\($0)" }
  /// The time of the first call: 2026-10-20T00:00:00Z.
  static let start = Time(milliseconds: 1_792_454_400_000, showsMilliseconds: true)
  /// The log covers thirty days.
  static let lengthInMilliseconds = 30 * Time.day

  let workload: Workload

  init(_ workload: Workload) { self.workload = workload }

  /// Writes the evidence of one system of agents.
  func write(in evidence: URL) throws -> Answers {
    var bundle = Bundle("calls", kind: "agent-system", in: evidence)
    let estate = CallEstate(workload)
    var total = CallPart(workload, estate)
    try estate.write(in: &bundle, counting: &total.answers)
    let calls = try bundle.file("logs/agent-trace.jsonl", of: "agent-trace")
    let decisions = try bundle.file("logs/policy-decision-log.jsonl", of: "policy-decision-log")
    let workload = workload
    try ParallelParts.run(count: workload.size) { range in
      var part = CallPart(workload, estate)
      for index in range { part.add(index) }
      return part
    } take: { part in
      try calls.write(part.calls.bytes)
      try decisions.write(part.decisions.bytes)
      total.merge(part)
    }
    total.noteReuse()
    total.answers.records["agent-trace"] = workload.size
    total.answers.records["policy-decision-log"] = total.decisionCount
    try bundle.close(calls, recordCount: workload.size)
    try bundle.close(decisions, recordCount: total.decisionCount)
    try bundle.finish()
    return total.answers
  }
}

/// A stretch of the log with what was put in it.
struct CallPart: Sendable {
  private(set) var calls = ObjectText()
  private(set) var decisions = ObjectText()
  private(set) var decisionCount = 0
  var answers: Answers
  private let workload: Workload
  private let estate: CallEstate
  /// The lowest and highest agent that used each credential: two where several did.
  private var users: [(lowest: Int32, highest: Int32)]

  init(_ workload: Workload, _ estate: CallEstate) {
    self.workload = workload
    self.estate = estate
    answers = workload.answers(CallWorkload.controls)
    users = Array(
      repeating: (.max, .min),
      count: estate.agents * CallEstate.credentialsOfAgent
    )
  }

  /// Writes one call, its decision, and what must be found of it.
  mutating func add(_ index: Int) {
    let call = CallDraft(index, of: workload.size, in: estate)
    if call.writeDecision(to: &decisions) { decisionCount += 1 }
    if workload.hasBrokenLines, let broken = brokenLine(at: index) {
      broken.write(call, to: &calls)
      answers.brokenLines.append(index + 1)
      return
    }
    call.writeCall(to: &calls)
    call.note(in: &answers)
    let agent = Int32(call.agent)
    users[call.credential].lowest = min(users[call.credential].lowest, agent)
    users[call.credential].highest = max(users[call.credential].highest, agent)
  }

  private func brokenLine(at index: Int) -> BrokenLine? {
    var random = SeededRandom(seed: workload.seed, .broken, index)
    guard random.happens(perHundredThousand: 100) else { return nil }
    return BrokenLine(rawValue: random.below(BrokenLine.allCases.count))
  }

  /// Takes in the stretch after this one; its text was written.
  mutating func merge(_ later: CallPart) {
    answers.merge(later.answers)
    decisionCount += later.decisionCount
    for index in users.indices {
      users[index].lowest = min(users[index].lowest, later.users[index].lowest)
      users[index].highest = max(users[index].highest, later.users[index].highest)
    }
  }

  /// Notes the credentials that several agents used: LOG-6.
  mutating func noteReuse() {
    for (credential, use) in users.enumerated() where use.lowest < use.highest {
      answers.note("LOG-6", .credential(credential))
    }
  }
}
