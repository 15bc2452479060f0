import ControlTesting

extension PolicyParameter {
  static let isolationTestMaximumAge = PolicyParameter(
    "isolationTestMaximumAge",
    .duration(.days(90)),
    "How long a refused isolation test proves that tenants are kept apart."
  )
}

extension Policy {
  var isolationTestMaximumAge: Duration { duration(.isolationTestMaximumAge) }
}
