public import ControlTesting

/// The suites on who did what, who answers for it, and who would notice.
public let accountabilitySuites: [ControlSuite] = [
  auditability, responsibility, monitoringAndDetection,
]
