import ControlTesting

extension PolicyParameter {
  static let maximumPilotDuration = PolicyParameter(
    "maximumPilotDuration",
    .duration(.days(90)),
    "The longest time from the start of a pilot to its end date."
  )
}

extension Policy {
  var maximumPilotDuration: Duration { duration(.maximumPilotDuration) }
}
