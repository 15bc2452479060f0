import ControlTesting

extension PolicyParameter {
  static let maximumCredentialAge = PolicyParameter(
    "maximumCredentialAge", .duration(.days(90)), "The greatest age of a credential's value.")
  static let maximumCredentialLifetime = PolicyParameter(
    "maximumCredentialLifetime", .duration(.days(90)),
    "The longest time from a credential's issue to its end.")
}

extension Policy {
  var maximumCredentialAge: Duration { duration(.maximumCredentialAge) }
  var maximumCredentialLifetime: Duration { duration(.maximumCredentialLifetime) }
}
