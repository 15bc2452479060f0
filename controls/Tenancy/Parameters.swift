import ControlTesting

extension PolicyParameter {
  static let isolationTestMaximumAge = PolicyParameter(
    "isolationTestMaximumAge",
    .duration(.days(90)),
    "How long a refused isolation test proves that tenants are kept apart."
  )
  static let deletionProofMaximumAge = PolicyParameter(
    "deletionProofMaximumAge",
    .duration(.days(365)),
    "How long a proof of deletion shows that a class of data is deleted in time."
  )
}

extension Policy {
  var isolationTestMaximumAge: Duration { duration(.isolationTestMaximumAge) }
  var deletionProofMaximumAge: Duration { duration(.deletionProofMaximumAge) }
}
