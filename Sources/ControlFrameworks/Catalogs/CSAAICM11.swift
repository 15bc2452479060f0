// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// CSA AI Controls Matrix 1.1 - domain list: 18 domains (247 controls, not copied).
  ///
  /// 54 control ids changed meaning between 1.0.3 and 1.1.0: always cite the version.
  static let csaAICM11 = Catalog(
    framework: .aicm,
    title: "CSA AI Controls Matrix 1.1 - domain list",
    publisher: "Cloud Security Alliance",
    published: "2026-06-22",
    address: "https://cloudsecurityalliance.org/artifacts/ai-controls-matrix",
    licence: "CSA licence forbids redistribution; domain names only, quoted with attribution",
    source: "CSA AI Controls Matrix 1.1.0 (2026-06-22)",
    table: #"""
id,parent,kind,title,text
A&A,,category,Audit & Assurance,6 controls in version 1.1.0
AIS,,category,Application & Interface Security,15 controls in version 1.1.0
BCR,,category,Business Continuity Management and Operational Resilience,11 controls in version 1.1.0
CCC,,category,Change Control and Configuration Management,9 controls in version 1.1.0
CEK,,category,"Cryptography, Encryption & Key Management",21 controls in version 1.1.0
DCS,,category,Datacenter Security,18 controls in version 1.1.0
DSP,,category,Data Security and Privacy Lifecycle Management,24 controls in version 1.1.0
GRC,,category,"Governance, Risk and Compliance",15 controls in version 1.1.0
HRS,,category,Human Resources,15 controls in version 1.1.0
I&S,,category,Infrastructure Security,9 controls in version 1.1.0
IAM,,category,Identity & Access Management,18 controls in version 1.1.0
IPY,,category,Interoperability & Portability,4 controls in version 1.1.0
LOG,,category,Logging and Monitoring,16 controls in version 1.1.0
MDS,,category,Model Security,13 controls in version 1.1.0
SEF,,category,"Security Incident Management, E-Discovery, & Cloud Forensics",10 controls in version 1.1.0
STA,,category,"Supply Chain Management, Transparency, and Accountability",16 controls in version 1.1.0
TVM,,category,Threat & Vulnerability Management,13 controls in version 1.1.0
UEM,,category,Universal Endpoint Management,14 controls in version 1.1.0
"""#)
}
