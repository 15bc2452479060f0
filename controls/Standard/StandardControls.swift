import AccountabilityControls
import AgenticControls
public import ControlTesting
import CybersecurityControls
import LifecycleControls
import MaestroControls
import NonHumanIdentityControls
import TenancyControls
import TrustChainControls
import VendorControls

/// The standard suites, in the order of the frameworks, then of the mission's subjects.
public enum StandardControls {
  /// Every suite.
  public static let suites: [ControlSuite] =
    nonHumanIdentitySuites + agenticSuites + maestroSuites + tenancySuites + accountabilitySuites
    + lifecycleSuites + trustChainSuites + vendorSuites + cybersecuritySuites

  /// The profiles: is it ready for review, may it be bought, does it stay trustworthy, can its
  /// operator prove what it did.
  public static let profiles: [Profile] = [
    readinessProfile, procurementProfile, partnershipProfile, assuranceProfile,
  ]
}
