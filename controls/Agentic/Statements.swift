import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  /// The roles in which somebody owns an agent or what it uses; the check asks for the owner itself.
  private static let owners = ["agent-owner", "business-owner", "platform-owner", "service-owner"]
  /// The roles that answer for how agents are overseen.
  private static let overseers = [
    "control-owner", "platform-owner", "risk-officer", "service-owner",
  ]
  /// For ASI01-5, about each agent.
  static let goalHijackRisk = StatementAsked(
    "goal-hijack-risk",
    "I have read the results of the goal-override tests of {target} and accept the risk of goal hijack that remains.",
    by: Self.owners,
    maximumAge: .attestationMaximumAge
  )
  /// For ASI04-2, about each supplier of a model, prompt, tool server or image.
  static let componentSupplierReviewed = StatementAsked(
    "component-supplier-reviewed",
    "The security review of {target} as a supplier of components of agents is complete, and its conditions are met.",
    by: ["vendor-owner"] + Self.owners,
    maximumAge: .attestationMaximumAge
  )
  /// For ASI06-6, about each memory store.
  static let memorySourcesTrusted = StatementAsked(
    "memory-sources-trusted",
    "The list of trusted sources of {target} is complete, and each source on it may be believed.",
    by: ["data-owner"] + Self.owners,
    maximumAge: .attestationMaximumAge
  )
  /// For ASI08-3, about the exercise.
  static let failureExerciseContained = StatementAsked(
    "failure-exercise-contained",
    "The exercise {target} was carried out as recorded, and what failed stayed inside the cap.",
    by: Self.overseers,
    maximumAge: .attestationMaximumAge
  )
  /// For ASI09-2, about the subject.
  static let approvalSummaries = StatementAsked(
    "approval-summaries",
    "What approvers of {target} are shown is built from the request and its policy result, and no model writes any of it.",
    by: Self.overseers,
    maximumAge: .attestationMaximumAge
  )
  /// For ASI09-4, about each agent.
  static let agentDisclosure = StatementAsked(
    "agent-disclosure",
    "People who deal with {target} are told that it is an agent and how they can report a concern.",
    by: Self.owners,
    maximumAge: .attestationMaximumAge
  )
  /// For ASI10-3, about each agent.
  static let agentStopExercised = StatementAsked(
    "agent-stop-exercised",
    "The exercise on record stopped {target} and revoked its credentials, and its return was approved.",
    by: Self.owners,
    maximumAge: .attestationMaximumAge
  )
}

extension Scope {
  /// States that the owner of something, or a member of the team that owns it, signed a statement
  /// about it that is in force.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - target: The id of what it is about.
  ///   - owner: Who owns it; `nil`: not recorded.
  /// - Throws: A ``Deviation`` where nobody owns it, or no such statement of the owner stands.
  func expectOwnerStatement(
    _ statement: StatementAsked,
    about target: String,
    by owner: String?
  ) throws {
    guard let owner else {
      throw Deviation("owner", expected: "present", observed: "not recorded")
    }
    try expectStatement(statement, about: target) { attestation in
      if signs(attestation.owner, for: owner) { return }
      throw Deviation(
        "signer of \(attestation.id)",
        expected: "\(owner), the owner, or a member of that team",
        observed: attestation.owner
      )
    }
  }
}
