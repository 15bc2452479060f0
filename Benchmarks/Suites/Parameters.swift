import ControlTesting

extension PolicyParameter {
  static let dormancyLimit = PolicyParameter(
    "dormancyLimit",
    .duration(.days(90)),
    "How long an enabled identity may stay unused."
  )
  static let credentialDormancyLimit = PolicyParameter(
    "credentialDormancyLimit",
    .duration(.days(60)),
    "How long an active credential may stay unused."
  )
  static let maximumCredentialAge = PolicyParameter(
    "maximumCredentialAge",
    .duration(.days(90)),
    "The greatest age of a credential's value."
  )
}

extension Policy {
  var dormancyLimit: Duration { duration(.dormancyLimit) }
  var credentialDormancyLimit: Duration { duration(.credentialDormancyLimit) }
  var maximumCredentialAge: Duration { duration(.maximumCredentialAge) }
}
