import ControlTesting

extension StatementAsked {
  /// RSP-1: a matrix that one side wrote binds one side.
  static let dutiesAgreed = StatementAsked(
    "duties-agreed",
    "Both sides agreed on who is accountable for each duty of {target}, as the responsibility matrix has it.",
    by: ["vendor-owner", "business-owner", "control-owner"]
  )
}
