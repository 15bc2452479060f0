import ControlTesting
import SuiteVocabulary

/// JIT-3: each credential was issued on an allow decision for its task and identity, made before.
///
/// Of the decision log it holds the decisions that an issuance names, whatever the log's length.
struct DecidedIssuances: Fold {
  /// An issuance to be held to its decision once the log is read.
  private struct Issued: Codable {
    let decision: String
    let identity: String
    let task: String
    let issuedAt: Instant
    let record: RecordReference
  }

  private struct Decision: Codable {
    let effect: String
    let principal: String
    let task: String?
    let decidedAt: Instant
  }

  private var issued: [Issued] = []
  private var decisions = Sightings<String, Decision>()

  static var watched: [Watched<Self>] {
    [
      Watched(PolicyDecision.self) { state, decision, scope in
        if scope.all(Issuance.self, where: \.decision, is: decision.id).isEmpty { return }
        state.decisions.note(
          decision.id,
          Decision(
            effect: decision.effect.rawValue,
            principal: decision.principal,
            task: decision.task,
            decidedAt: decision.decidedAt
          )
        )
      }
    ]
  }

  /// A document that proves what a workload is comes by attestation, not by decision.
  static func isMember(_ issuance: Issuance, _ scope: Scope) -> Bool {
    issuance.result == .issued && !issuance.kind.isWorkloadDocument
  }

  mutating func observe(_ issuance: Issuance, _ scope: Scope) throws {
    guard let decision = issuance.decision else {
      throw Deviation("decision", expected: "an allow decision", observed: "not recorded")
    }
    guard let task = issuance.task else {
      throw Deviation("task", expected: "present", observed: "not recorded")
    }
    issued.append(
      Issued(
        decision: decision,
        identity: issuance.identity,
        task: task,
        issuedAt: issuance.issuedAt,
        record: RecordReference(issuance)
      )
    )
  }

  mutating func merge(_ later: DecidedIssuances) {
    issued += later.issued
    decisions.merge(later.decisions)
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    issued.compactMap { issued in
      do {
        try check(issued, scope)
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        deviation.record = issued.record
        return deviation
      }
    }
  }

  private func check(_ issued: Issued, _ scope: Scope) throws {
    guard let decision = decisions[issued.decision] else {
      throw Deviation(
        "decision",
        expected: "an allow decision",
        observed: "\(issued.decision), not in the decision log"
      )
    }
    try expect("effect of the decision", decision.effect, .equal("allow"))
    try expect("task of the decision", decision.task, .equal(issued.task))
    if !scope.isSame(decision.principal, issued.identity) {
      throw Deviation(
        "principal of the decision",
        expected: issued.identity,
        observed: decision.principal
      )
    }
    if decision.decidedAt > issued.issuedAt {
      throw Deviation(
        "time of the decision",
        expected: "before the issue at \(issued.issuedAt)",
        observed: decision.decidedAt.description
      )
    }
  }
}
