import ControlTesting

extension PolicyParameter {
  static let minimumJoinRatio = PolicyParameter(
    "minimumJoinRatio",
    .decimal(0.99),
    unit: "ratio",
    "The smallest share of sampled actions whose records join by their ids."
  )
  static let maximumTelemetryGap = PolicyParameter(
    "maximumTelemetryGap",
    .duration(.minutes(60)),
    "The longest time for which a log source may be silent."
  )
  static let minimumLogRetention = PolicyParameter(
    "minimumLogRetention",
    .duration(.days(365)),
    "How long the events of a log source are kept at least."
  )
  static let requiredLogKinds = PolicyParameter(
    "requiredLogKinds",
    .list(["admin", "audit", "dataAccess"]),
    "The kinds of log of which every subject has a source."
  )
  static let requiredAgentLogKinds = PolicyParameter(
    "requiredAgentLogKinds",
    .list(["decision", "trace"]),
    "The kinds of log of which a system of agents has a source as well."
  )
  static let requiredDuties = PolicyParameter(
    "requiredDuties",
    .list([
      "false-positives", "incident-escalation", "access-review", "emergency-revocation",
      "detection", "response",
    ]),
    "The duties that have one accountable party each."
  )
  static let measuredDuties = PolicyParameter(
    "measuredDuties",
    .list(["false-positives"]),
    "The duties that have a queue, and a measure of how fast it is worked off."
  )
  static let jointDuties = PolicyParameter(
    "jointDuties",
    .list(["incident-escalation"]),
    "The duties in which supplier and customer each name a part and a contact."
  )
  static let behaviourReviewInterval = PolicyParameter(
    "behaviourReviewInterval",
    .duration(.days(90)),
    "The longest time from one review of an agent's behaviour, or of its chains, to the next."
  )
}

extension Policy {
  var minimumJoinRatio: Double { decimal(.minimumJoinRatio) }
  var maximumTelemetryGap: Duration { duration(.maximumTelemetryGap) }
  var minimumLogRetention: Duration { duration(.minimumLogRetention) }
  var requiredLogKinds: [String] { list(.requiredLogKinds) }
  var requiredAgentLogKinds: [String] { list(.requiredAgentLogKinds) }
  var requiredDuties: [String] { list(.requiredDuties) }
  var measuredDuties: [String] { list(.measuredDuties) }
  var jointDuties: [String] { list(.jointDuties) }
  var behaviourReviewInterval: Duration { duration(.behaviourReviewInterval) }
}
