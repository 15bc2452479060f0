public import ControlTesting

/// The suites on suppliers, their approval and their exceptions.
public let vendorSuites: [ControlSuite] = [
  pilots, procurement, contractAndSupport, exceptions,
]
