import ControlTesting

/// What people sign about the layers of MAESTRO: no file shows that a list of threats is complete, or
/// that a test fits the use.
extension StatementAsked {
  static let foundationModelThreats = StatementAsked(
    "maestro-l1-threats-decided",
    "The decisions in the risk register on the MAESTRO L1 threats to {target} are mine, and they are all that apply.",
    by: ["threat-model-owner"],
    maximumAge: .threatModelMaximumAge
  )
  static let dataOperationThreats = StatementAsked(
    "maestro-l2-threats-decided",
    "The decisions in the risk register on the MAESTRO L2 threats to {target} are mine, and they are all that apply.",
    by: ["threat-model-owner"],
    maximumAge: .threatModelMaximumAge
  )
  static let agentFrameworkThreats = StatementAsked(
    "maestro-l3-threats-decided",
    "The decisions in the risk register on the MAESTRO L3 threats to {target} are mine, and they are all that apply.",
    by: ["threat-model-owner"],
    maximumAge: .threatModelMaximumAge
  )
  static let deploymentThreats = StatementAsked(
    "maestro-l4-threats-decided",
    "The decisions in the risk register on the MAESTRO L4 threats to {target} are mine, and they are all that apply.",
    by: ["threat-model-owner"],
    maximumAge: .threatModelMaximumAge
  )
  static let observabilityThreats = StatementAsked(
    "maestro-l5-threats-decided",
    "The decisions in the risk register on the MAESTRO L5 threats to {target} are mine, and they are all that apply.",
    by: ["threat-model-owner"],
    maximumAge: .threatModelMaximumAge
  )
  static let securityThreats = StatementAsked(
    "maestro-l6-threats-decided",
    "The decisions in the risk register on the MAESTRO L6 threats to {target} are mine, and they are all that apply.",
    by: ["threat-model-owner"],
    maximumAge: .threatModelMaximumAge
  )
  static let ecosystemThreats = StatementAsked(
    "maestro-l7-threats-decided",
    "The decisions in the risk register on the MAESTRO L7 threats to {target} are mine, and they are all that apply.",
    by: ["threat-model-owner"],
    maximumAge: .threatModelMaximumAge
  )
  static let modelTestsFit = StatementAsked(
    "model-tests-fit",
    "The adversarial, extraction, privacy and backdoor tests of the models of {target} fit the way in which it uses them.",
    by: ["threat-model-owner", "model-owner"],
    maximumAge: .modelEvaluationMaximumAge
  )
  static let securityAIOverridable = StatementAsked(
    "security-ai-overridable",
    "Every AI that {target} uses as a security control keeps the reasons for its decisions, and named people may override it at any time.",
    by: ["control-owner", "ciso"]
  )
}
