import ControlTesting

extension PolicyParameter {
  static let revocationLimit = PolicyParameter(
    "revocationLimit",
    .duration(.minutes(15)),
    "The longest time from the order to revoke to the first refused access."
  )
  static let maximumManualSteps = PolicyParameter(
    "maximumManualSteps",
    .integer(0),
    unit: "steps",
    "The most steps by hand that a revocation may need."
  )
  static let maximumPartnerTokenLifetime = PolicyParameter(
    "maximumPartnerTokenLifetime",
    .duration(.minutes(60)),
    "The longest life of what is issued to an identity that a partner manages."
  )
  static let partnerRotationPeriod = PolicyParameter(
    "partnerRotationPeriod",
    .duration(.days(90)),
    "How old the last rotation of a partner's identity, and of each credential of it, may be."
  )
  static let humanReviewTime = PolicyParameter(
    "humanReviewTime",
    .duration(.minutes(15)),
    "How long a person takes to look at an alert: automatic containment must be faster."
  )
  static let escalationTestInterval = PolicyParameter(
    "escalationTestInterval",
    .duration(.days(180)),
    "The longest time from one test of the escalation path to the next."
  )
  static let emergencyDuties = PolicyParameter(
    "emergencyDuties",
    .list(["approve-access", "rotate-credentials", "revoke-integrations"]),
    "The duties of the responsibility matrix whose holders an escalation test must involve."
  )
  static let attributionLimit = PolicyParameter(
    "attributionLimit",
    .duration(.minutes(60)),
    "The longest time for saying from the logs alone who did what and when."
  )
}

extension Policy {
  var revocationLimit: Duration { duration(.revocationLimit) }
  var maximumManualSteps: Int { integer(.maximumManualSteps) }
  var maximumPartnerTokenLifetime: Duration { duration(.maximumPartnerTokenLifetime) }
  var partnerRotationPeriod: Duration { duration(.partnerRotationPeriod) }
  var humanReviewTime: Duration { duration(.humanReviewTime) }
  var escalationTestInterval: Duration { duration(.escalationTestInterval) }
  var emergencyDuties: [String] { list(.emergencyDuties) }
  var attributionLimit: Duration { duration(.attributionLimit) }
}
