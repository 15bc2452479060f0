public import ControlTesting
import NonHumanIdentityControls

/// The standard suites, in the order of the frameworks.
public enum StandardControls {
  /// Every suite.
  public static let suites: [ControlSuite] = [longLivedSecrets]
}
