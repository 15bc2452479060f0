import ControlTesting

extension PolicyParameter {
  static let isolationTestMaximumAge = PolicyParameter(
    "isolationTestMaximumAge",
    .duration(.days(90)),
    "How long a refused isolation test proves that tenants are kept apart."
  )
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
  static let maximumPilotDuration = PolicyParameter(
    "maximumPilotDuration",
    .duration(.days(90)),
    "The longest time from the start of a pilot to its end date."
  )
}

extension Policy {
  var isolationTestMaximumAge: Duration { duration(.isolationTestMaximumAge) }
  var revocationLimit: Duration { duration(.revocationLimit) }
  var drillMaximumAge: Duration { duration(.drillMaximumAge) }
  var maximumPilotDuration: Duration { duration(.maximumPilotDuration) }
}
