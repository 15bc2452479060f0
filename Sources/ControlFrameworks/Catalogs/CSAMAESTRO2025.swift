// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// MAESTRO: Multi-Agent Environment, Security, Threat, Risk, and Outcome: 7 layers, 50 layer threats, 5 cross-layer threats.
  ///
  /// CSA numbers layers 1 to 7 but not the threats: ids such as L7.4 and the group X are ours.
  static let csaMAESTRO2025 = Catalog(
    framework: .maestro,
    title: "MAESTRO: Multi-Agent Environment, Security, Threat, Risk, and Outcome",
    publisher: "Cloud Security Alliance (Ken Huang)",
    published: "2025-02-06",
    address: "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro",
    licence: "CSA copyright; names only, meanings are our words",
    source: "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro",
    table: #"""
id,parent,kind,title,text
L1,,layer,Foundation Models,"The model the agent reasons with, whether hosted or called as a service."
L1.1,L1,threat,Adversarial Examples,Crafted inputs make the model answer or act wrongly.
L1.2,L1,threat,Model Stealing,Repeated queries or theft reproduce the model.
L1.3,L1,threat,Backdoor Attacks,A hidden trigger in the model switches on hostile behaviour.
L1.4,L1,threat,Membership Inference Attacks,An attacker learns whether given data was in training.
L1.5,L1,threat,Data Poisoning (Training Phase),Hostile training data skews the model.
L1.6,L1,threat,Reprogramming Attacks,The model is bent to a task it was not meant for.
L1.7,L1,threat,Denial of Service (DoS) Attacks,Costly or excessive queries make the model unavailable.
L2,,layer,Data Operations,"Stores and pipelines that prepare, keep and retrieve the data agents use, including vector stores and retrieval."
L2.1,L2,threat,Data Poisoning,Data the agent relies on is manipulated.
L2.2,L2,threat,Data Exfiltration,Sensitive data is taken out of stores or pipelines.
L2.3,L2,threat,Denial of Service on Data Infrastructure,Agents lose access to data they need.
L2.4,L2,threat,Data Tampering,Data is changed in transit or at rest.
L2.5,L2,threat,Compromised RAG Pipelines,Hostile content or code enters the retrieval path.
L3,,layer,Agent Frameworks,"Toolkits and orchestration code that turn a model into an agent: planning, tools, memory handling."
L3.1,L3,threat,Compromised Framework Components,Framework libraries or modules are malicious or broken.
L3.2,L3,threat,Backdoor Attacks,Hidden functions in the framework give control to an attacker.
L3.3,L3,threat,Input Validation Attacks,Poor input handling in the framework allows injection.
L3.4,L3,threat,Supply Chain Attacks,Framework dependencies are compromised before delivery.
L3.5,L3,threat,Denial of Service on Framework APIs,Framework interfaces are flooded or exhausted.
L3.6,L3,threat,Framework Evasion,Agents are built or steered to slip past the framework's controls.
L4,,layer,Deployment and Infrastructure,"Where agents run: hosts, containers, clusters, networks, pipelines."
L4.1,L4,threat,Compromised Container Images,Images carry hostile code into production.
L4.2,L4,threat,Orchestration Attacks,Weaknesses in orchestrators give control of agent deployments.
L4.3,L4,threat,Infrastructure-as-Code (IaC) Manipulation,Deployment code is altered to build insecure systems.
L4.4,L4,threat,Denial of Service (DoS) Attacks,Infrastructure is overloaded so agents stop.
L4.5,L4,threat,Resource Hijacking,Compute is taken over for other uses.
L4.6,L4,threat,Lateral Movement,An intruder moves from one part of the infrastructure to others.
L5,,layer,Evaluation and Observability,"How agents are tested, measured, traced and watched."
L5.1,L5,threat,Manipulation of Evaluation Metrics,Tests or benchmarks are tampered with to favour an agent.
L5.2,L5,threat,Compromised Observability Tools,Monitoring software is subverted to hide or leak.
L5.3,L5,threat,Denial of Service on Evaluation Infrastructure,Testing and monitoring are knocked out so bad behaviour is missed.
L5.4,L5,threat,Evasion of Detection,Agents behave so that alarms do not fire.
L5.5,L5,threat,Data Leakage through Observability,Logs and dashboards expose secrets or personal data.
L5.6,L5,threat,Poisoning Observability Data,Monitoring data is falsified to mislead defenders.
L6,,layer,Security and Compliance,"A vertical layer across all others that carries security and compliance controls, including AI used as a security tool."
L6.1,L6,threat,Security Agent Data Poisoning,Data used by AI security agents is corrupted.
L6.2,L6,threat,Evasion of Security AI Agents,Attackers get past AI security agents.
L6.3,L6,threat,Compromised Security AI Agents,AI security agents are taken over.
L6.4,L6,threat,Regulatory Non-Compliance by AI Security Agents,AI security agents break privacy or other rules.
L6.5,L6,threat,Bias in Security AI Agents,AI security agents treat systems or people unevenly.
L6.6,L6,threat,Lack of Explainability in Security AI Agents,Their decisions cannot be explained or audited.
L6.7,L6,threat,Model Extraction of AI Security Agents,Their model is copied to learn how to get past it.
L7,,layer,Agent Ecosystem,"Where agents meet users, applications, marketplaces, registries and other agents."
L7.1,L7,threat,Compromised Agents,Hostile or subverted agents operate among the trusted ones.
L7.2,L7,threat,Agent Impersonation,One agent poses as another.
L7.3,L7,threat,Agent Identity Attack,The mechanism that identifies or authorises agents is broken.
L7.4,L7,threat,Agent Tool Misuse,Agents are led to use tools in unintended ways.
L7.5,L7,threat,Agent Goal Manipulation,Agents are given or drift to other goals.
L7.6,L7,threat,Marketplace Manipulation,"Ratings, listings or recommendations are gamed."
L7.7,L7,threat,Integration Risks,Interfaces that connect agents to systems are weak.
L7.8,L7,threat,Horizontal/Vertical Solution Vulnerabilities,Weaknesses particular to a function- or industry-specific agent are used.
L7.9,L7,threat,Repudiation,An action cannot be pinned to the agent that took it.
L7.10,L7,threat,Compromised Agent Registry,The directory of agents is altered.
L7.11,L7,threat,Malicious Agent Discovery,Finding agents is steered toward bad ones or away from good ones.
L7.12,L7,threat,Agent Pricing Model Manipulation,Charging rules are abused for gain or loss.
L7.13,L7,threat,Inaccurate Agent Capability Description,"Stated abilities are wrong, so agents are misused or over-trusted."
X,,category,Cross-Layer Threats,Threats that need more than one layer to happen.
X.1,X,threat,Supply Chain Attacks,A component weak in one layer compromises others.
X.2,X,threat,Lateral Movement,Access gained in one layer is used to reach another.
X.3,X,threat,Privilege Escalation,Rights gained in one layer are used against another.
X.4,X,threat,Data Leakage,Data of one layer becomes visible through another.
X.5,X,threat,Goal Misalignment Cascades,A wrong goal in one agent or layer spreads to others.
"""#)
}
