import ControlTesting

extension PolicyParameter {
  static let maximumCredentialAge = PolicyParameter(
    "maximumCredentialAge",
    .duration(.days(90)),
    "The greatest age of a credential's value."
  )
  static let maximumCredentialLifetime = PolicyParameter(
    "maximumCredentialLifetime",
    .duration(.days(90)),
    "The longest time from a credential's issue to its end."
  )
  static let rotationPeriod = PolicyParameter(
    "rotationPeriod",
    .duration(.days(90)),
    "The longest time from one replacement of a credential's value to the next."
  )
  static let minimumOnTimeRotations = PolicyParameter(
    "minimumOnTimeRotations",
    .decimal(0.98),
    unit: "ratio",
    "The smallest share of finished rotation intervals that kept the rotation period."
  )
  static let rotationOverlapLimit = PolicyParameter(
    "rotationOverlapLimit",
    .duration(.hours(24)),
    "The longest time for which the old and the new value of a credential may both work."
  )
  static let maximumResourcesPerIdentity = PolicyParameter(
    "maximumResourcesPerIdentity",
    .integer(50),
    unit: "resources",
    "The most resources that the entitlements of one service identity may name."
  )
  static let workloadNetworks = PolicyParameter(
    "workloadNetworks",
    .list([]),
    """
    Address ranges such as 10.40.0.0/16, or source names as the log writes them, from which \
    workloads of every environment may call; an environment's own networks are in its register row.
    """
  )
  static let personClients = PolicyParameter(
    "personClients",
    .list(["Mozilla", "console", "Postman", "PowerShell", "DBeaver"]),
    "Words by which a client's name shows that a person works at it; capitals do not matter."
  )
  static let emergencyRotationLimit = PolicyParameter(
    "emergencyRotationLimit",
    .duration(.hours(24)),
    "The longest time from a person's emergency use of a credential to the end of its value."
  )
}

extension Policy {
  var maximumCredentialAge: Duration { duration(.maximumCredentialAge) }
  var maximumCredentialLifetime: Duration { duration(.maximumCredentialLifetime) }
  var rotationPeriod: Duration { duration(.rotationPeriod) }
  var minimumOnTimeRotations: Double { decimal(.minimumOnTimeRotations) }
  var rotationOverlapLimit: Duration { duration(.rotationOverlapLimit) }
  var maximumResourcesPerIdentity: Int { integer(.maximumResourcesPerIdentity) }
  var workloadNetworks: [String] { list(.workloadNetworks) }
  var personClients: [String] { list(.personClients) }
  var emergencyRotationLimit: Duration { duration(.emergencyRotationLimit) }
}
