import ControlTesting

extension PolicyParameter {
  static let revocationLimit = PolicyParameter(
    "revocationLimit",
    .duration(.minutes(15)),
    "The longest time from the order to revoke to the first refused access."
  )
  static let drillMaximumAge = PolicyParameter(
    "drillMaximumAge",
    .duration(.days(90)),
    "How long an exercise proves that what it exercised works."
  )
}

extension Policy {
  var revocationLimit: Duration { duration(.revocationLimit) }
  var drillMaximumAge: Duration { duration(.drillMaximumAge) }
}
