public import ControlTesting

/// The suites of OWASP Agentic Top 10 (2026), in its order.
public let agenticSuites: [ControlSuite] = [
  goalHijack,
  toolMisuse,
  privilegeAbuse,
  agentSupplyChain,
  codeExecution,
  memoryPoisoning,
  agentChannels,
  cascadingFailures,
  humanTrust,
  rogueAgents,
]
