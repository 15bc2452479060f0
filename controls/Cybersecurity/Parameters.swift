import ControlTesting

extension PolicyParameter {
  static let governanceReviewInterval = PolicyParameter(
    "governanceReviewInterval",
    .duration(.days(365)),
    "The longest time from one review of a topic by people to the next."
  )
  static let requiredPolicyTopics = PolicyParameter(
    "requiredPolicyTopics",
    .list(["ai-use", "non-human-identity", "access", "incident-response"]),
    "The topics on which a policy must be in force."
  )
  static let riskMethods = PolicyParameter(
    "riskMethods",
    .list(["likelihood-times-impact"]),
    "The documented methods by which risks are scored: score is likelihood times impact."
  )
  static let supplierClauses = PolicyParameter(
    "supplierClauses",
    .list([
      "audit-right", "data-use", "deletion", "incident-notice", "revocation-support",
      "subprocessor-notice",
    ]),
    "The clauses that a contract with a supplier who has access must have."
  )
  static let supplierExerciseMaximumAge = PolicyParameter(
    "supplierExerciseMaximumAge",
    .duration(.days(365)),
    "How old the last exercise with a critical supplier may be."
  )
  static let ownerHandoverLimit = PolicyParameter(
    "ownerHandoverLimit",
    .duration(.days(5)),
    "The longest time in which what somebody owned has a new owner after they leave or move."
  )
}
