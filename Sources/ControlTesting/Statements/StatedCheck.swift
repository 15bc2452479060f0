import ControlModel

/// A check beside which statements about the subject as a whole must stand.
struct StatedCheck: ErasedCheck {
  /// The check of the records.
  let own: any ErasedCheck
  /// The statements, each looked for once.
  let statements: [StatementAsked]

  var members: [PassMember] { own.members }

  var judgesSubject: Bool { own.judgesSubject }

  func partial() -> CheckPartial { own.partial() }

  func merge(_ later: CheckPartial, into partial: inout CheckPartial, _ rule: TallyRule) {
    own.merge(later, into: &partial, rule)
  }

  func finish(_ partial: inout CheckPartial, _ context: PassContext) {
    own.finish(&partial, context)
    for statement in statements {
      partial.note(context.scope.statementDeviations(statement), context.rule)
    }
  }
}

/// The check of a control that nothing but statements shows.
struct StatementsAlone: ErasedCheck {
  /// The control's id, for the reason where it asks for no statement.
  let control: String
  /// Whether a statement stands beside it.
  var isSigned = false

  var members: [PassMember] { [] }

  var judgesSubject: Bool { true }

  func partial() -> CheckPartial { CheckPartial() }

  func merge(_ later: CheckPartial, into partial: inout CheckPartial, _ rule: TallyRule) {
    partial.mergeCounts(later, rule)
  }

  func finish(_ partial: inout CheckPartial, _ context: PassContext) {
    partial.judged = 1
    // A control without a check and without a statement must not pass because nothing was asked.
    if isSigned { return }
    partial.note(
      CannotJudge("\(control) checks nothing and asks for nothing"),
      of: nil,
      context.rule
    )
  }
}

extension ErasedCheck {
  /// The check with statements beside it; itself where there are none.
  func signed(_ statements: [StatementAsked]) -> any ErasedCheck {
    if statements.isEmpty { return self }
    if var alone = self as? StatementsAlone {
      alone.isSigned = true
      return StatedCheck(own: alone, statements: statements)
    }
    if let stated = self as? StatedCheck {
      return stated.own.signed(stated.statements + statements)
    }
    return StatedCheck(own: self, statements: statements)
  }
}
