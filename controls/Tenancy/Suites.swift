public import ControlTesting

/// The suites on what keeps tenants and their data apart.
public let tenancySuites: [ControlSuite] = [
  tenantIsolation, dataBoundaries,
]
