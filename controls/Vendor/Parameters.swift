import ControlTesting

extension PolicyParameter {
  static let maximumPilotDuration = PolicyParameter(
    "maximumPilotDuration",
    .duration(.days(90)),
    "The longest time from the start of a pilot to its end date."
  )
  static let maximumApprovalDuration = PolicyParameter(
    "maximumApprovalDuration",
    .duration(.days(365)),
    "The longest time from an approval to the date on which it is looked at again."
  )
  static let vendorAnswerMaximumAge = PolicyParameter(
    "vendorAnswerMaximumAge",
    .duration(.days(365)),
    "How long a supplier's answer counts."
  )
  static let decidingQuestions = PolicyParameter(
    "decidingQuestions",
    .list([]),
    "The ids of the questions that every supplier must have answered."
  )
  static let claimTestMaximumAge = PolicyParameter(
    "claimTestMaximumAge",
    .duration(.days(180)),
    "How long the buyer's own test of a claim counts."
  )
  static let requiredClauses = PolicyParameter(
    "requiredClauses",
    .list([
      "change-notice", "data-ownership", "deletion", "exit", "model-update", "retention", "review",
      "revocation", "support-access", "telemetry",
    ]),
    "The topics on which a contract must have a clause."
  )
  static let timedClauses = PolicyParameter(
    "timedClauses",
    .list(["change-notice", "deletion", "retention", "revocation", "support-access"]),
    "The topics whose clause must state a time limit."
  )
  static let maximumSupportSession = PolicyParameter(
    "maximumSupportSession",
    .duration(.hours(4)),
    "The longest support session."
  )
  static let maximumSandboxException = PolicyParameter(
    "maximumSandboxException",
    .duration(.days(30)),
    "The longest exception for a tool that runs in a sandbox only."
  )
  static let maximumEmergencyException = PolicyParameter(
    "maximumEmergencyException",
    .duration(.days(14)),
    "The longest exception for what was bought in an emergency."
  )
  static let maximumTrialException = PolicyParameter(
    "maximumTrialException",
    .duration(.days(60)),
    "The longest exception for a trial."
  )
  static let legacyMarks = PolicyParameter(
    "legacyMarks",
    .list(["legacy"]),
    "Words by which a tag of an identity or the kind of an asset shows a legacy integration; capitals do not matter."
  )
}

extension Policy {
  var maximumPilotDuration: Duration { duration(.maximumPilotDuration) }
  var maximumApprovalDuration: Duration { duration(.maximumApprovalDuration) }
  var vendorAnswerMaximumAge: Duration { duration(.vendorAnswerMaximumAge) }
  var decidingQuestions: [String] { list(.decidingQuestions) }
  var claimTestMaximumAge: Duration { duration(.claimTestMaximumAge) }
  var requiredClauses: [String] { list(.requiredClauses) }
  var timedClauses: [String] { list(.timedClauses) }
  var maximumSupportSession: Duration { duration(.maximumSupportSession) }
  var maximumSandboxException: Duration { duration(.maximumSandboxException) }
  var maximumEmergencyException: Duration { duration(.maximumEmergencyException) }
  var maximumTrialException: Duration { duration(.maximumTrialException) }
  var legacyMarks: [String] { list(.legacyMarks) }
}
