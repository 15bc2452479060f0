import ControlTesting

/// A layer of CSA MAESTRO with its threats, by the publisher's numbers and titles.
///
/// A suite imports no catalogue, so the titles stand here too; a test holds them to the catalogue.
struct ThreatLayer: Sendable {
  /// A threat by its official id and title.
  struct Threat: Sendable {
    let id: String
    let title: String

    var words: String { "\(id) \(title)" }
  }

  /// The layer's official id, such as `L1`.
  let id: String
  /// The layer's threats in the publisher's order.
  let threats: [Threat]

  private init(_ id: String, _ titles: [String]) {
    self.id = id
    threats = titles.enumerated().map { Threat(id: "\(id).\($0 + 1)", title: $1) }
  }

  static let foundationModels = ThreatLayer(
    "L1",
    [
      "Adversarial Examples", "Model Stealing", "Backdoor Attacks", "Membership Inference Attacks",
      "Data Poisoning (Training Phase)", "Reprogramming Attacks", "Denial of Service (DoS) Attacks",
    ]
  )
  static let dataOperations = ThreatLayer(
    "L2",
    [
      "Data Poisoning", "Data Exfiltration", "Denial of Service on Data Infrastructure",
      "Data Tampering", "Compromised RAG Pipelines",
    ]
  )
  static let agentFrameworks = ThreatLayer(
    "L3",
    [
      "Compromised Framework Components", "Backdoor Attacks", "Input Validation Attacks",
      "Supply Chain Attacks", "Denial of Service on Framework APIs", "Framework Evasion",
    ]
  )
  static let deploymentAndInfrastructure = ThreatLayer(
    "L4",
    [
      "Compromised Container Images", "Orchestration Attacks",
      "Infrastructure-as-Code (IaC) Manipulation", "Denial of Service (DoS) Attacks",
      "Resource Hijacking", "Lateral Movement",
    ]
  )
  static let evaluationAndObservability = ThreatLayer(
    "L5",
    [
      "Manipulation of Evaluation Metrics", "Compromised Observability Tools",
      "Denial of Service on Evaluation Infrastructure", "Evasion of Detection",
      "Data Leakage through Observability", "Poisoning Observability Data",
    ]
  )
  static let securityAndCompliance = ThreatLayer(
    "L6",
    [
      "Security Agent Data Poisoning", "Evasion of Security AI Agents",
      "Compromised Security AI Agents", "Regulatory Non-Compliance by AI Security Agents",
      "Bias in Security AI Agents", "Lack of Explainability in Security AI Agents",
      "Model Extraction of AI Security Agents",
    ]
  )
  static let agentEcosystem = ThreatLayer(
    "L7",
    [
      "Compromised Agents", "Agent Impersonation", "Agent Identity Attack", "Agent Tool Misuse",
      "Agent Goal Manipulation", "Marketplace Manipulation", "Integration Risks",
      "Horizontal/Vertical Solution Vulnerabilities", "Repudiation", "Compromised Agent Registry",
      "Malicious Agent Discovery", "Agent Pricing Model Manipulation",
      "Inaccurate Agent Capability Description",
    ]
  )
}
