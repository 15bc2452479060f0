import ControlModel

/// A check that is run once for the subject.
struct SubjectCheck: ErasedCheck {
  let judge: @Sendable (Scope) throws -> [Deviation]

  var members: [PassMember] { [] }

  var judgesSubject: Bool { true }

  func partial() -> CheckPartial { CheckPartial() }

  func merge(_ later: CheckPartial, into partial: inout CheckPartial, _ rule: TallyRule) {
    partial.mergeCounts(later, rule)
  }

  func finish(_ partial: inout CheckPartial, _ context: PassContext) {
    partial.judged = 1
    do {
      partial.note(try judge(context.scope), context.rule)
    } catch {
      partial.note(error, of: nil, context.rule)
    }
  }
}
