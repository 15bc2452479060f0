import ControlTesting

extension PolicyParameter {
  static let accessReviewInterval = PolicyParameter(
    "accessReviewInterval",
    .duration(.days(90)),
    "The longest time from one review of an access to the next."
  )
  static let accessReviewWindow = PolicyParameter(
    "accessReviewWindow",
    .duration(.days(365)),
    "How far back the reviews of an access must be without a gap."
  )
  static let decisionExecutionLimit = PolicyParameter(
    "decisionExecutionLimit",
    .duration(.days(7)),
    "The longest time from a review's decision to its execution."
  )
  static let findingReviewLimit = PolicyParameter(
    "findingReviewLimit",
    .duration(.days(30)),
    "The longest time from an assurance finding to the review decision that it led to."
  )
  static let minimumInventoryCoverage = PolicyParameter(
    "minimumInventoryCoverage",
    .decimal(1),
    unit: "ratio",
    "The smallest share of the identities seen in use that the inventory must hold."
  )
  static let tuningInterval = PolicyParameter(
    "tuningInterval",
    .duration(.days(90)),
    "The longest time from one tuning of detection or policy to the next."
  )
  static let threatResponseLimit = PolicyParameter(
    "threatResponseLimit",
    .duration(.days(30)),
    "The longest time from a recorded threat or telemetry change to the control change it led to."
  )
  static let changeObservationTime = PolicyParameter(
    "changeObservationTime",
    .duration(.days(1)),
    "How long after a change its sources and fields must have been seen to report again."
  )
}

extension Policy {
  var accessReviewInterval: Duration { duration(.accessReviewInterval) }
  var accessReviewWindow: Duration { duration(.accessReviewWindow) }
  var decisionExecutionLimit: Duration { duration(.decisionExecutionLimit) }
  var findingReviewLimit: Duration { duration(.findingReviewLimit) }
  var minimumInventoryCoverage: Double { decimal(.minimumInventoryCoverage) }
  var tuningInterval: Duration { duration(.tuningInterval) }
  var threatResponseLimit: Duration { duration(.threatResponseLimit) }
  var changeObservationTime: Duration { duration(.changeObservationTime) }
}
