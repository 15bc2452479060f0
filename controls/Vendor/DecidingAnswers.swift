import ControlTesting
import SuiteVocabulary

/// PRO-7: the answers that decide are there, clear, current, and nothing contradicts them.
struct DecidingAnswers {
  /// What deviates in the subject.
  static func deviations(_ scope: Scope) throws -> [Deviation] {
    var found = DeviationList()
    // Whether an answer matters is for the buyer to say; until then it does.
    let answers = scope.records(VendorAnswer.self).filter { $0.material != false }
    if answers.isEmpty {
      found.note("answers that matter", expected: "on record", observed: "none on record")
    }
    for question in scope.policy.decidingQuestions.sorted()
    where scope.all(VendorAnswer.self, where: \.question, is: question).isEmpty {
      found.note("answer to \(question)", expected: "on record", observed: "none on record")
    }
    for answer in answers {
      try found.hold(answer) { try answer.checkClear(scope) }
    }
    noteContradictions(answers, &found)
    noteUnclearApprovals(scope, &found)
    return found.all
  }

  /// Answers to one question that say different things, in whatever questionnaire.
  private static func noteContradictions(_ answers: [VendorAnswer], _ found: inout DeviationList) {
    var first: [[String]: VendorAnswer] = [:]
    for answer in answers where answer.isClear {
      guard let other = first[[answer.vendor, answer.question]] else {
        first[[answer.vendor, answer.question]] = answer
        continue
      }
      if other.answer == answer.answer { continue }
      found.note(
        "answer to \(answer.question)",
        expected: "\(other.answer.rawValue), as in \(other.id)",
        observed: answer.answer.rawValue,
        record: answer
      )
    }
  }

  private static func noteUnclearApprovals(_ scope: Scope, _ found: inout DeviationList) {
    for approval in scope.records(ProcurementApproval.self)
    where approval.decision == .unclear && !approval.withdrawnAt.hasPassed(at: scope.asOf) {
      found.note(
        "decision of \(approval.id)",
        expected: "a decision",
        observed: "unclear",
        record: approval
      )
    }
  }
}

extension VendorAnswer {
  /// Whether the answer says something.
  fileprivate var isClear: Bool {
    switch answer {
    case .yes, .no: true
    // Half an answer, and none that is apt, need their reason.
    case .partly, .notApplicable: text?.nonBlank != nil
    case .unclear, .unanswered: false
    }
  }

  fileprivate func checkClear(_ scope: Scope) throws {
    if !isClear {
      let isHalf = answer == .partly || answer == .notApplicable
      throw Deviation(
        "answer to \(question)",
        expected: "a clear answer",
        observed: isHalf ? "\(answer.rawValue), without a reason" : answer.rawValue
      )
    }
    try expect("respondent", respondent?.nonBlank, .present)
    try scope.expectWithin(
      "answered",
      answeredAt.map { .at($0) } ?? .notRecorded,
      scope.policy.vendorAnswerMaximumAge
    )
    try expectNoRefutation(scope)
  }

  /// A claim on the same topic that the buyer's own test refuted contradicts a yes.
  private func expectNoRefutation(_ scope: Scope) throws {
    guard answer == .yes else { return }
    let claims = scope.all(VendorClaim.self, where: \.topic, is: question)
    guard let claim = claims.first(where: { $0.vendor == vendor && $0.testResult == .refuted })
    else { return }
    throw Deviation(
      "answer to \(question)",
      expected: "not contradicted by a test",
      observed: "yes, and the test of claim \(claim.id) refuted it"
    )
  }
}
