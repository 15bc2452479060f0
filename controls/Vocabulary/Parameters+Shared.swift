public import ControlTesting

/// Limits that suites of more than one family read.
extension PolicyParameter {
  /// How long a test of a detection counts.
  public static let detectionTestMaximumAge = PolicyParameter(
    "detectionTestMaximumAge",
    .duration(.days(90)),
    "How long a test proves that a detection detects."
  )
  /// How long after it was found a leaked secret may still work.
  public static let leakResponseLimit = PolicyParameter(
    "leakResponseLimit",
    .duration(.hours(24)),
    "The longest time from finding a leaked secret to its old value's end."
  )
  /// How long a secret scan of a place counts.
  public static let secretScanMaximumAge = PolicyParameter(
    "secretScanMaximumAge",
    .duration(.days(7)),
    "How old the last good secret scan of a target may be."
  )
  /// Which tools' runs are secret scans.
  public static let secretScanTools = PolicyParameter(
    "secretScanTools",
    .list([
      "detect-secrets", "ggshield", "github-secret-scanning", "gitlab-secret-detection", "gitleaks",
      "trivy-secret", "trufflehog",
    ]),
    "The tools whose runs count as secret scans: a vulnerability scan's run does not."
  )
}

extension Policy {
  /// The value of ``PolicyParameter/detectionTestMaximumAge`` in force.
  public var detectionTestMaximumAge: Duration { duration(.detectionTestMaximumAge) }
  /// The value of ``PolicyParameter/leakResponseLimit`` in force.
  public var leakResponseLimit: Duration { duration(.leakResponseLimit) }
  /// The value of ``PolicyParameter/secretScanMaximumAge`` in force.
  public var secretScanMaximumAge: Duration { duration(.secretScanMaximumAge) }
  /// The value of ``PolicyParameter/secretScanTools`` in force.
  public var secretScanTools: [String] { list(.secretScanTools) }
}
