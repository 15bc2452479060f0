// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// NIST Cybersecurity Framework 1.1: 5 functions, 23 categories, 108 subcategories.
  ///
  /// Superseded; kept only to resolve old citations.
  static let nistCSF11 = Catalog(
    framework: .csf11,
    title: "NIST Cybersecurity Framework 1.1",
    publisher: "NIST",
    published: "2018-04-16",
    address: "https://doi.org/10.6028/NIST.CSWP.04162018",
    licence: "public domain (NIST)",
    source: "NIST CSF 1.1 (2018) via intuitem/ciso-assistant-community backend/library/libraries/nist-csf-1.1.yaml",
    table: #"""
id,parent,kind,title,text
ID,,function,Identify,
ID.AM,ID,category,Asset Management,
ID.AM-1,ID.AM,subcategory,ID.AM-1,Physical devices and systems within the organization are inventoried.
ID.AM-2,ID.AM,subcategory,ID.AM-2,Software platforms and applications within the organization are inventoried.
ID.AM-3,ID.AM,subcategory,ID.AM-3,Organizational communication and data flows are mapped.
ID.AM-4,ID.AM,subcategory,ID.AM-4,External information systems are catalogued.
ID.AM-5,ID.AM,subcategory,ID.AM-5,"Resources (e.g., hardware, devices, data, time, personnel, and software) are prioritized based on their classification, criticality, and business value."
ID.AM-6,ID.AM,subcategory,ID.AM-6,"Cybersecurity roles and responsibilities for the entire workforce and third-party stakeholders (e.g., suppliers, customers, partners) are established."
ID.BE,ID,category,Business Environment,
ID.BE-1,ID.BE,subcategory,ID.BE-1,The organization's role in the supply chain is identified and communicated.
ID.BE-2,ID.BE,subcategory,ID.BE-2,The organization's place in critical infrastructure and its industry sector is identified and communicated.
ID.BE-3,ID.BE,subcategory,ID.BE-3,"Priorities for organizational mission, objectives, and activities are established and communicated."
ID.BE-4,ID.BE,subcategory,ID.BE-4,Dependencies and critical functions for delivery of critical services are established.
ID.BE-5,ID.BE,subcategory,ID.BE-5,"Resilience requirements to support delivery of critical services are established for all operating states (e.g. under duress/attack, during recovery, normal operations)."
ID.GV,ID,category,Governance,
ID.GV-1,ID.GV,subcategory,ID.GV-1,Organizational cybersecurity policy is established and communicated.
ID.GV-2,ID.GV,subcategory,ID.GV-2,Cybersecurity roles and responsibilities are coordinated and aligned with internal roles and external partners.
ID.GV-3,ID.GV,subcategory,ID.GV-3,"Legal and regulatory requirements regarding cybersecurity, including privacy and civil liberties obligations, are understood and managed."
ID.GV-4,ID.GV,subcategory,ID.GV-4,Governance and risk management processes address cybersecurity risks.
ID.RA,ID,category,Risk Assessment,
ID.RA-1,ID.RA,subcategory,ID.RA-1,Asset vulnerabilities are identified and documented.
ID.RA-2,ID.RA,subcategory,ID.RA-2,Cyber threat intelligence is received from information sharing forums and sources.
ID.RA-3,ID.RA,subcategory,ID.RA-3,"Threats, both internal and external, are identified and documented."
ID.RA-4,ID.RA,subcategory,ID.RA-4,Potential business impacts and likelihoods are identified.
ID.RA-5,ID.RA,subcategory,ID.RA-5,"Threats, vulnerabilities, likelihoods, and impacts are used to determine risk."
ID.RA-6,ID.RA,subcategory,ID.RA-6,Risk responses are identified and prioritized.
ID.RM,ID,category,Risk Management Strategy,
ID.RM-1,ID.RM,subcategory,ID.RM-1,"Risk management processes are established, managed, and agreed to by organizational stakeholders."
ID.RM-2,ID.RM,subcategory,ID.RM-2,Organizational risk tolerance is determined and clearly expressed.
ID.RM-3,ID.RM,subcategory,ID.RM-3,The organization's determination of risk tolerance is informed by its role in critical infrastructure and sector specific risk analysis.
ID.SC,ID,category,Supply Chain Risk Management,
ID.SC-1,ID.SC,subcategory,ID.SC-1,"Cyber supply chain risk management processes are identified, established, assessed, managed, and agreed to by organizational stakeholders."
ID.SC-2,ID.SC,subcategory,ID.SC-2,"Suppliers and third party partners of information systems, components, and services are identified, prioritized, and assessed using a cyber supply chain risk assessment process."
ID.SC-3,ID.SC,subcategory,ID.SC-3,Contracts with suppliers and third-party partners are used to implement appropriate measures designed to meet the objectives of an organization's cybersecurity program and Cyber Supply Chain Risk Management Plan.
ID.SC-4,ID.SC,subcategory,ID.SC-4,"Suppliers and third-party partners are routinely assessed using audits, test results, or other forms of evaluations to confirm they are meeting their contractual obligations."
ID.SC-5,ID.SC,subcategory,ID.SC-5,Response and recovery planning and testing are conducted with suppliers and third-party providers.
PR,,function,Protect,
PR.AC,PR,category,"Identity Management, Authentication and Access Control",
PR.AC-1,PR.AC,subcategory,PR.AC-1,"Identities and credentials are issued, managed, verified, revoked, and audited for authorized devices, users and processes."
PR.AC-2,PR.AC,subcategory,PR.AC-2,Physical access to assets is managed and protected.
PR.AC-3,PR.AC,subcategory,PR.AC-3,Remote access is managed.
PR.AC-4,PR.AC,subcategory,PR.AC-4,"Access permissions and authorizations are managed, incorporating the principles of least privilege and separation of duties."
PR.AC-5,PR.AC,subcategory,PR.AC-5,"Network integrity is protected (e.g., network segregation, network segmentation)."
PR.AC-6,PR.AC,subcategory,PR.AC-6,Identities are proofed and bound to credentials and asserted in interactions.
PR.AC-7,PR.AC,subcategory,PR.AC-7,"Users, devices, and other assets are authenticated (e.g., single-factor, multi-factor) commensurate with the risk of the transaction (e.g., individuals' security and privacy risks and other organizational risks)."
PR.AT,PR,category,Awareness and Training,
PR.AT-1,PR.AT,subcategory,PR.AT-1,All users are informed and trained.
PR.AT-2,PR.AT,subcategory,PR.AT-2,Privileged users understand their roles and responsibilities.
PR.AT-3,PR.AT,subcategory,PR.AT-3,"Third-party stakeholders (e.g., suppliers, customers, partners) understand their roles and responsibilities."
PR.AT-4,PR.AT,subcategory,PR.AT-4,Senior executives understand their roles and responsibilities.
PR.AT-5,PR.AT,subcategory,PR.AT-5,Physical and cybersecurity personnel understand their roles and responsibilities.
PR.DS,PR,category,Data Security,
PR.DS-1,PR.DS,subcategory,PR.DS-1,Data-at-rest is protected.
PR.DS-2,PR.DS,subcategory,PR.DS-2,Data-in-transit is protected.
PR.DS-3,PR.DS,subcategory,PR.DS-3,"Assets are formally managed throughout removal, transfers, and disposition."
PR.DS-4,PR.DS,subcategory,PR.DS-4,Adequate capacity to ensure availability is maintained.
PR.DS-5,PR.DS,subcategory,PR.DS-5,Protections against data leaks are implemented.
PR.DS-6,PR.DS,subcategory,PR.DS-6,"Integrity checking mechanisms are used to verify software, firmware, and information integrity."
PR.DS-7,PR.DS,subcategory,PR.DS-7,The development and testing environment(s) are separate from the production environment.
PR.DS-8,PR.DS,subcategory,PR.DS-8,Integrity checking mechanisms are used to verify hardware integrity.
PR.IP,PR,category,Information Protection Processes and Procedures,
PR.IP-1,PR.IP,subcategory,PR.IP-1,A baseline configuration of information technology/industrial control systems is created and maintained incorporating security principles (e.g. concept of least functionality).
PR.IP-2,PR.IP,subcategory,PR.IP-2,A System Development Life Cycle to manage systems is implemented.
PR.IP-3,PR.IP,subcategory,PR.IP-3,Configuration change control processes are in place.
PR.IP-4,PR.IP,subcategory,PR.IP-4,"Backups of information are conducted, maintained, and tested."
PR.IP-5,PR.IP,subcategory,PR.IP-5,Policy and regulations regarding the physical operating environment for organizational assets are met.
PR.IP-6,PR.IP,subcategory,PR.IP-6,Data is destroyed according to policy.
PR.IP-7,PR.IP,subcategory,PR.IP-7,Protection processes are improved.
PR.IP-8,PR.IP,subcategory,PR.IP-8,Effectiveness of protection technologies is shared.
PR.IP-9,PR.IP,subcategory,PR.IP-9,Response plans (Incident Response and Business Continuity) and recovery plans (Incident Recovery and Disaster Recovery) are in place and managed.
PR.IP-10,PR.IP,subcategory,PR.IP-10,Response and recovery plans are tested.
PR.IP-11,PR.IP,subcategory,PR.IP-11,"Cybersecurity is included in human resources practices (e.g., deprovisioning, personnel screening)."
PR.IP-12,PR.IP,subcategory,PR.IP-12,A vulnerability management plan is developed and implemented.
PR.MA,PR,category,Maintenance,
PR.MA-1,PR.MA,subcategory,PR.MA-1,"Maintenance and repair of organizational assets are performed and logged, with approved and controlled tools."
PR.MA-2,PR.MA,subcategory,PR.MA-2,"Remote maintenance of organizational assets is approved, logged, and performed in a manner that prevents unauthorized access."
PR.PT,PR,category,Protective Technology,
PR.PT-1,PR.PT,subcategory,PR.PT-1,"Audit/log records are determined, documented, implemented, and reviewed in accordance with policy."
PR.PT-2,PR.PT,subcategory,PR.PT-2,Removable media is protected and its use restricted according to policy.
PR.PT-3,PR.PT,subcategory,PR.PT-3,The principle of least functionality is incorporated by configuring systems to provide only essential capabilities.
PR.PT-4,PR.PT,subcategory,PR.PT-4,Communications and control networks are protected.
PR.PT-5,PR.PT,subcategory,PR.PT-5,"Mechanisms (e.g., failsafe, load balancing, hot swap) are implemented to achieve resilience requirements in normal and adverse situations."
DE,,function,Detect,
DE.AE,DE,category,Anomalies and Events,
DE.AE-1,DE.AE,subcategory,DE.AE-1,A baseline of network operations and expected data flows for users and systems is established and managed.
DE.AE-2,DE.AE,subcategory,DE.AE-2,Detected events are analyzed to understand attack targets and methods.
DE.AE-3,DE.AE,subcategory,DE.AE-3,Event data are collected and correlated from multiple sources and sensors.
DE.AE-4,DE.AE,subcategory,DE.AE-4,Impact of events is determined.
DE.AE-5,DE.AE,subcategory,DE.AE-5,Incident alert thresholds are established.
DE.CM,DE,category,Security Continuous Monitoring,
DE.CM-1,DE.CM,subcategory,DE.CM-1,The network is monitored to detect potential cybersecurity events.
DE.CM-2,DE.CM,subcategory,DE.CM-2,The physical environment is monitored to detect potential cybersecurity events.
DE.CM-3,DE.CM,subcategory,DE.CM-3,Personnel activity is monitored to detect potential cybersecurity events.
DE.CM-4,DE.CM,subcategory,DE.CM-4,Malicious code is detected.
DE.CM-5,DE.CM,subcategory,DE.CM-5,Unauthorized mobile code is detected.
DE.CM-6,DE.CM,subcategory,DE.CM-6,External service provider activity is monitored to detect potential cybersecurity events.
DE.CM-7,DE.CM,subcategory,DE.CM-7,"Monitoring for unauthorized personnel, connections, devices, and software is performed."
DE.CM-8,DE.CM,subcategory,DE.CM-8,Vulnerability scans are performed.
DE.DP,DE,category,Detection Processes,
DE.DP-1,DE.DP,subcategory,DE.DP-1,Roles and responsibilities for detection are well defined to ensure accountability.
DE.DP-2,DE.DP,subcategory,DE.DP-2,Detection activities comply with all applicable requirements.
DE.DP-3,DE.DP,subcategory,DE.DP-3,Detection processes are tested.
DE.DP-4,DE.DP,subcategory,DE.DP-4,Event detection information is communicated.
DE.DP-5,DE.DP,subcategory,DE.DP-5,Detection processes are continuously improved.
RS,,function,Respond,
RS.RP,RS,category,Response Planning,
RS.RP-1,RS.RP,subcategory,RS.RP-1,Response plan is executed during or after an incident.
RS.CO,RS,category,Communications,
RS.CO-1,RS.CO,subcategory,RS.CO-1,Personnel know their roles and order of operations when a response is needed.
RS.CO-2,RS.CO,subcategory,RS.CO-2,Incidents are reported consistent with established criteria.
RS.CO-3,RS.CO,subcategory,RS.CO-3,Information is shared consistent with response plans.
RS.CO-4,RS.CO,subcategory,RS.CO-4,Coordination with stakeholders occurs consistent with response plans.
RS.CO-5,RS.CO,subcategory,RS.CO-5,Voluntary information sharing occurs with external stakeholders to achieve broader cybersecurity situational awareness.
RS.AN,RS,category,Analysis,
RS.AN-1,RS.AN,subcategory,RS.AN-1,Notifications from detection systems are investigated.
RS.AN-2,RS.AN,subcategory,RS.AN-2,The impact of the incident is understood.
RS.AN-3,RS.AN,subcategory,RS.AN-3,Forensics are performed.
RS.AN-4,RS.AN,subcategory,RS.AN-4,Incidents are categorized consistent with response plans.
RS.AN-5,RS.AN,subcategory,RS.AN-5,"Processes are established to receive, analyze and respond to vulnerabilities disclosed to the organization from internal and external sources (e.g. internal testing, security bulletins, or security researchers)"
RS.MI,RS,category,Mitigation,
RS.MI-1,RS.MI,subcategory,RS.MI-1,Incidents are contained.
RS.MI-2,RS.MI,subcategory,RS.MI-2,Incidents are mitigated.
RS.MI-3,RS.MI,subcategory,RS.MI-3,Newly identified vulnerabilities are mitigated or documented as accepted risks.
RS.IM,RS,category,Improvements,
RS.IM-1,RS.IM,subcategory,RS.IM-1,Response plans incorporate lessons learned.
RS.IM-2,RS.IM,subcategory,RS.IM-2,Response strategies are updated.
RC,,function,Recover,
RC.RP,RC,category,Recovery Planning,
RC.RP-1,RC.RP,subcategory,RC.RP-1,Recovery plan is executed during or after a cybersecurity incident.
RC.IM,RC,category,Improvements,
RC.IM-1,RC.IM,subcategory,RC.IM-1,Recovery plans incorporate lessons learned.
RC.IM-2,RC.IM,subcategory,RC.IM-2,Recovery strategies are updated.
RC.CO,RC,category,Communications,
RC.CO-1,RC.CO,subcategory,RC.CO-1,Public relations are managed.
RC.CO-2,RC.CO,subcategory,RC.CO-2,Reputation is repaired after an incident.
RC.CO-3,RC.CO,subcategory,RC.CO-3,Recovery activities are communicated to internal and external stakeholders as well as executive and management teams.
"""#)
}
