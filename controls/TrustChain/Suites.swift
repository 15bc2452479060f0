public import ControlTesting

/// The suites on the graph of who can act as whom.
public let trustChainSuites: [ControlSuite] = [
  trustChain
]
