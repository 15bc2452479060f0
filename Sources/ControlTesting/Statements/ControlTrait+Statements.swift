public import ControlModel

extension ControlTrait {
  /// Statements that the control's own check looks for, such as one about each supplier.
  ///
  /// The check calls `scope.expectStatement(_:about:)`. The control becomes a hybrid one, and needs
  /// what the statement is checked against: attestations and the role register, and the registers
  /// that the statement names.
  public static func asks(_ statements: StatementAsked...) -> ControlTrait {
    ControlTrait { $0.ask(statements) }
  }

  /// Statements about the subject as a whole that must stand beside the control's check.
  ///
  /// A control with a check becomes a hybrid one: its records can contradict what was signed. One
  /// without a check is attested.
  public static func signed(_ statements: StatementAsked...) -> ControlTrait {
    ControlTrait { draft in
      draft.ask(statements)
      draft.signed += statements
    }
  }
}

extension ControlDraft {
  fileprivate mutating func ask(_ statements: [StatementAsked]) {
    if description.mode == .automated { description.mode = .hybrid }
    description.asks += statements
    for statement in statements {
      read(statement.parameters)
      for kind in statement.kinds
      where !description.needs.contains(where: { $0.kinds.contains(kind) }) {
        description.needs.append(EvidenceNeed(anyOf: [kind]))
      }
    }
  }
}
