import AgenticControls
public import ControlTesting
import NonHumanIdentityControls
import ReadinessControls

/// The standard suites, in the order of the frameworks.
public enum StandardControls {
  /// Every suite.
  public static let suites: [ControlSuite] = [
    improperOffboarding, secretLeakage, vulnerableThirdParty, insecureAuthentication,
    overprivilegedIdentity, deploymentTrust, longLivedSecrets, environmentIsolation, identityReuse,
    humanUse,
    toolMisuse, privilegeAbuse, tenantIsolation, revocation, auditability, pilots,
  ]
}
