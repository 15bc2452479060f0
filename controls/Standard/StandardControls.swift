import AccountabilityControls
import AgenticControls
public import ControlTesting
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
    + lifecycleSuites + trustChainSuites + vendorSuites
}
