import ControlTesting

extension PolicyParameter {
  // NHI1: offboarding.
  static let offboardingGracePeriod = PolicyParameter(
    "offboardingGracePeriod",
    .duration(.days(1)),
    "How long an identity may outlive what it served, or its own retirement."
  )
  static let dormancyLimit = PolicyParameter(
    "dormancyLimit",
    .duration(.days(90)),
    "How long an enabled identity may stay unused."
  )
  static let connectorDormancyLimit = PolicyParameter(
    "connectorDormancyLimit",
    .duration(.days(60)),
    "How long an enabled third-party grant may stay unused."
  )

  // NHI3: third parties.
  static let advisoryResponseLimit = PolicyParameter(
    "advisoryResponseLimit",
    .duration(.hours(72)),
    "The longest time from receiving an advisory to the decision on it."
  )
  static let vendorReviewMaximumAge = PolicyParameter(
    "vendorReviewMaximumAge",
    .duration(.days(365)),
    "How old the signed review of a supplier with access may be."
  )

  // NHI4: authentication.
  static let allowedMethods = PolicyParameter(
    "allowedMethods",
    .list(["federated-token", "signed-assertion", "workload-certificate"]),
    "The methods by which software may prove who it is."
  )
  static let maximumTokenLifetime = PolicyParameter(
    "maximumTokenLifetime",
    .duration(.minutes(60)),
    "The longest life of an access token."
  )
  static let allowedAlgorithms = PolicyParameter(
    "allowedAlgorithms",
    .list(["ES256", "ES384", "EdDSA", "PS256", "RS256"]),
    "The algorithms with which tokens and assertions may be signed."
  )
  static let requiredAssuranceLevel = PolicyParameter(
    "requiredAssuranceLevel",
    .integer(2),
    unit: "level",
    "The lowest assurance level of an authenticator, after NIST SP 800-63."
  )

  // NHI5: rights.
  static let administratorAllowList = PolicyParameter(
    "administratorAllowList",
    .list([]),
    "The ids of the identities that may hold wildcard or administrator permissions."
  )
  static let rightsChangingActions = PolicyParameter(
    "rightsChangingActions",
    .list([
      "*/setIamPolicy", "*:SetIamPolicy", "*.setIamPolicy", "bind", "escalate",
      "iam.serviceAccountKeys.create", "iam.serviceAccounts.getAccessToken", "iam:AddUserToGroup",
      "iam:Attach*Policy", "iam:CreateAccessKey", "iam:CreatePolicyVersion",
      "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:PassRole",
      "iam:Put*Policy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy",
      "Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/*/write",
    ]),
    "The actions by which rights are changed: with one of them on itself an identity has all."
  )
  static let usageWindow = PolicyParameter(
    "usageWindow",
    .duration(.days(90)),
    "How recently each granted permission must have been used."
  )
  static let maximumGrantDuration = PolicyParameter(
    "maximumGrantDuration",
    .duration(.days(365)),
    "The longest time from a grant to its end."
  )
}

extension Policy {
  var offboardingGracePeriod: Duration { duration(.offboardingGracePeriod) }
  var dormancyLimit: Duration { duration(.dormancyLimit) }
  var connectorDormancyLimit: Duration { duration(.connectorDormancyLimit) }
  var advisoryResponseLimit: Duration { duration(.advisoryResponseLimit) }
  var vendorReviewMaximumAge: Duration { duration(.vendorReviewMaximumAge) }
  var allowedMethods: [String] { list(.allowedMethods) }
  var maximumTokenLifetime: Duration { duration(.maximumTokenLifetime) }
  var allowedAlgorithms: [String] { list(.allowedAlgorithms) }
  var requiredAssuranceLevel: Int { integer(.requiredAssuranceLevel) }
  var administratorAllowList: [String] { list(.administratorAllowList) }
  var rightsChangingActions: [String] { list(.rightsChangingActions) }
  var usageWindow: Duration { duration(.usageWindow) }
  var maximumGrantDuration: Duration { duration(.maximumGrantDuration) }
}
