import ControlTesting

extension PolicyParameter {
  static let maximumLogSilence = PolicyParameter(
    "maximumLogSilence",
    .duration(.hours(24)),
    "How long a log source may be silent where it has no shorter interval of its own."
  )
  static let requiredDetections = PolicyParameter(
    "requiredDetections",
    .list(["interactive-machine-identity", "unusual-hour", "unusual-scope", "unusual-tool"]),
    "The patterns of misuse for which a rule must be enabled."
  )
  static let detectionTestInterval = PolicyParameter(
    "detectionTestInterval",
    .duration(.days(90)),
    "The longest time from one test of a detection rule to the next."
  )
  static let alertAnalysisLimit = PolicyParameter(
    "alertAnalysisLimit",
    .duration(.days(3)),
    "The longest time from an alert to its conclusion."
  )
  static let alertAcknowledgementLimit = PolicyParameter(
    "alertAcknowledgementLimit",
    .duration(.hours(1)),
    "The longest time from an alert to its acknowledgement."
  )
  static let intelligenceUseLimit = PolicyParameter(
    "intelligenceUseLimit",
    .duration(.days(7)),
    "The longest time from an advisory to what answers it."
  )
  static let declarationLimit = PolicyParameter(
    "declarationLimit",
    .duration(.hours(24)),
    "The longest time from a true alert to the declaration of its incident."
  )
  static let incidentCategories = PolicyParameter(
    "incidentCategories",
    .list([
      "agent-misuse", "availability", "data-exposure", "identity-compromise", "malware",
      "supply-chain",
    ]),
    "The categories into which incidents are put."
  )
  static let escalationRoles = PolicyParameter(
    "escalationRoles",
    .list(["accountable-executive", "ciso"]),
    "The roles one of which must take part in a significant incident."
  )
  static let investigationKinds = PolicyParameter(
    "investigationKinds",
    .list(["drill-record", "incident-record"]),
    "The kinds of evidence that record investigations."
  )
  static let logRetentionFloor = PolicyParameter(
    "logRetentionFloor",
    .duration(.days(365)),
    "The shortest time for which logs are kept."
  )
  static let incidentNoticeLimit = PolicyParameter(
    "incidentNoticeLimit",
    .duration(.hours(72)),
    "The longest time from declaring a significant incident to its notices."
  )
  static let recoveryClosureLimit = PolicyParameter(
    "recoveryClosureLimit",
    .duration(.days(30)),
    "The longest time from recovery to the end that is declared, report included."
  )
}
