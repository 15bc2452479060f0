public import ControlTesting

/// The suites of OWASP NHI Top 10 (2025), in its order.
public let nonHumanIdentitySuites: [ControlSuite] = [
  improperOffboarding,
  secretLeakage,
  vulnerableThirdParty,
  insecureAuthentication,
  overprivilegedIdentity,
  deploymentTrust,
  longLivedSecrets,
  environmentIsolation,
  identityReuse,
  humanUse,
]
