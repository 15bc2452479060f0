public import ControlTesting

/// The suites on access from its start to its end.
public let lifecycleSuites: [ControlSuite] = [
  justInTimeAccess,
  workloadIdentity,
  accessGovernance,
  revocation,
  drills,
  changeAndTuning,
]
