public import ControlTesting

/// The suites of NIST CSF 2.0, one for each category, in its order.
///
/// What another family already decides is mapped there and not asked again here.
public let cybersecuritySuites: [ControlSuite] = [
  organizationalContext,
  riskManagementStrategy,
  rolesAndResponsibilities,
  cybersecurityPolicy,
  oversight,
  supplyChainRisk,
  assetManagement,
  riskAssessment,
  improvement,
  identityAndAccess,
  awarenessAndTraining,
  dataSecurity,
  platformSecurity,
  resilience,
  continuousMonitoring,
  adverseEventAnalysis,
  incidentManagement,
  incidentAnalysis,
  incidentCommunication,
  incidentRecovery,
]
