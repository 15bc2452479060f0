// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// CSA-MAESTRO-2025 to OWASP-ASI-2026, 92 rows.
  static let csaMAESTRO2025ToOWASPASI2026 = CrosswalkTable(
    from: .maestro,
    to: .asi,
    table: #"""
from,to,relation,source,rationale
L1,ASI01,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L2,ASI01,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L3,ASI01,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L3,ASI02,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L6,ASI02,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L4,ASI02,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L6,ASI03,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L7,ASI03,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L4,ASI03,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L3,ASI04,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L4,ASI04,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L2,ASI04,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L4,ASI05,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L3,ASI05,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L5,ASI05,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L2,ASI06,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L1,ASI06,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L5,ASI06,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L7,ASI07,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L6,ASI07,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L5,ASI07,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L7,ASI08,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L4,ASI08,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L5,ASI08,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L1,ASI09,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L7,ASI09,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L6,ASI09,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L5,ASI10,primary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L1,ASI10,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L6,ASI10,secondary-layer,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed; first layer listed is the originating one
L1.1,ASI01,related,ours,Adversarial Examples is the same kind of failure seen by layer
L1.2,ASI04,related,ours,Model Stealing is the same kind of failure seen by layer
L1.3,ASI04,related,ours,Backdoor Attacks is the same kind of failure seen by layer
L1.5,ASI04,related,ours,Data Poisoning (Training Phase) is the same kind of failure seen by layer
L1.5,ASI06,related,ours,Data Poisoning (Training Phase) is the same kind of failure seen by layer
L1.6,ASI01,related,ours,Reprogramming Attacks is the same kind of failure seen by layer
L1.7,ASI08,related,ours,Denial of Service (DoS) Attacks is the same kind of failure seen by layer
L2.1,ASI06,related,ours,Data Poisoning is the same kind of failure seen by layer
L2.2,ASI02,related,ours,Data Exfiltration is the same kind of failure seen by layer
L2.3,ASI08,related,ours,Denial of Service on Data Infrastructure is the same kind of failure seen by layer
L2.4,ASI06,related,ours,Data Tampering is the same kind of failure seen by layer
L2.5,ASI06,related,ours,Compromised RAG Pipelines is the same kind of failure seen by layer
L2.5,ASI01,related,ours,Compromised RAG Pipelines is the same kind of failure seen by layer
L3.1,ASI04,related,ours,Compromised Framework Components is the same kind of failure seen by layer
L3.2,ASI04,related,ours,Backdoor Attacks is the same kind of failure seen by layer
L3.3,ASI01,related,ours,Input Validation Attacks is the same kind of failure seen by layer
L3.3,ASI05,related,ours,Input Validation Attacks is the same kind of failure seen by layer
L3.4,ASI04,related,ours,Supply Chain Attacks is the same kind of failure seen by layer
L3.5,ASI08,related,ours,Denial of Service on Framework APIs is the same kind of failure seen by layer
L3.6,ASI02,related,ours,Framework Evasion is the same kind of failure seen by layer
L3.6,ASI10,related,ours,Framework Evasion is the same kind of failure seen by layer
L4.1,ASI04,related,ours,Compromised Container Images is the same kind of failure seen by layer
L4.2,ASI05,related,ours,Orchestration Attacks is the same kind of failure seen by layer
L4.3,ASI04,related,ours,Infrastructure-as-Code (IaC) Manipulation is the same kind of failure seen by layer
L4.4,ASI08,related,ours,Denial of Service (DoS) Attacks is the same kind of failure seen by layer
L4.5,ASI05,related,ours,Resource Hijacking is the same kind of failure seen by layer
L4.6,ASI03,related,ours,Lateral Movement is the same kind of failure seen by layer
L5.1,ASI10,related,ours,Manipulation of Evaluation Metrics is the same kind of failure seen by layer
L5.2,ASI10,related,ours,Compromised Observability Tools is the same kind of failure seen by layer
L5.3,ASI10,related,ours,Denial of Service on Evaluation Infrastructure is the same kind of failure seen by layer
L5.4,ASI10,related,ours,Evasion of Detection is the same kind of failure seen by layer
L5.5,ASI03,related,ours,Data Leakage through Observability is the same kind of failure seen by layer
L5.6,ASI06,related,ours,Poisoning Observability Data is the same kind of failure seen by layer
L5.6,ASI10,related,ours,Poisoning Observability Data is the same kind of failure seen by layer
L6.1,ASI06,related,ours,Security Agent Data Poisoning is the same kind of failure seen by layer
L6.2,ASI10,related,ours,Evasion of Security AI Agents is the same kind of failure seen by layer
L6.3,ASI10,related,ours,Compromised Security AI Agents is the same kind of failure seen by layer
L6.6,ASI09,related,ours,Lack of Explainability in Security AI Agents is the same kind of failure seen by layer
L7.1,ASI10,related,ours,Compromised Agents is the same kind of failure seen by layer
L7.2,ASI07,related,ours,Agent Impersonation is the same kind of failure seen by layer
L7.2,ASI03,related,ours,Agent Impersonation is the same kind of failure seen by layer
L7.3,ASI03,related,ours,Agent Identity Attack is the same kind of failure seen by layer
L7.4,ASI02,related,ours,Agent Tool Misuse is the same kind of failure seen by layer
L7.5,ASI01,related,ours,Agent Goal Manipulation is the same kind of failure seen by layer
L7.6,ASI04,related,ours,Marketplace Manipulation is the same kind of failure seen by layer
L7.7,ASI02,related,ours,Integration Risks is the same kind of failure seen by layer
L7.7,ASI04,related,ours,Integration Risks is the same kind of failure seen by layer
L7.9,ASI09,related,ours,Repudiation is the same kind of failure seen by layer
L7.9,ASI08,related,ours,Repudiation is the same kind of failure seen by layer
L7.10,ASI04,related,ours,Compromised Agent Registry is the same kind of failure seen by layer
L7.10,ASI07,related,ours,Compromised Agent Registry is the same kind of failure seen by layer
L7.11,ASI07,related,ours,Malicious Agent Discovery is the same kind of failure seen by layer
L7.11,ASI04,related,ours,Malicious Agent Discovery is the same kind of failure seen by layer
L7.13,ASI09,related,ours,Inaccurate Agent Capability Description is the same kind of failure seen by layer
L7.13,ASI04,related,ours,Inaccurate Agent Capability Description is the same kind of failure seen by layer
X.1,ASI04,related,ours,Supply Chain Attacks is the same kind of failure seen by layer
X.2,ASI03,related,ours,Lateral Movement is the same kind of failure seen by layer
X.3,ASI03,related,ours,Privilege Escalation is the same kind of failure seen by layer
X.4,ASI02,related,ours,Data Leakage is the same kind of failure seen by layer
X.4,ASI06,related,ours,Data Leakage is the same kind of failure seen by layer
X.5,ASI08,related,ours,Goal Misalignment Cascades is the same kind of failure seen by layer
X.5,ASI01,related,ours,Goal Misalignment Cascades is the same kind of failure seen by layer
"""#)
}
