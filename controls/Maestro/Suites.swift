public import ControlTesting

/// The suites of CSA MAESTRO, one for each layer, from the models up.
public let maestroSuites: [ControlSuite] = [
  foundationModels, dataOperations, agentFrameworks, deploymentAndInfrastructure,
  evaluationAndObservability, securityAndCompliance, agentEcosystem,
]
