// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-NHI-2025 to NIST-CSF-2.0, 24 rows.
  static let owaspNHI2025ToNISTCSF20 = CrosswalkTable(
    from: .nhi,
    to: .csf,
    relation: "addressed-by",
    source: "ours",
    table: #"""
from,to,rationale
NHI1:2025,PR.AA-01,managing identities includes removing them when their reason ends
NHI1:2025,ID.AM-08,life-cycle end of the system or agent must end its identities
NHI1:2025,GV.SC-10,vendor exit must revoke vendor-held identities
NHI1:2025,GV.RR-04,leaver process must hand over or revoke owned identities
NHI2:2025,PR.DS-01,secrets are data at rest that must stay confidential
NHI2:2025,PR.PS-06,secret scanning belongs in the development gates
NHI2:2025,RS.MI-01,a leaked secret is contained by revoking it
NHI3:2025,GV.SC-06,due diligence before access is granted
NHI3:2025,GV.SC-07,supplier risk followed over the relationship
NHI3:2025,ID.AM-04,supplier services and their access are inventoried
NHI3:2025,DE.CM-06,provider activity is monitored
NHI4:2025,PR.AA-03,services are authenticated by accepted methods
NHI4:2025,PR.AA-04,tokens and assertions are protected and verified
NHI5:2025,PR.AA-05,"least privilege defined, enforced and reviewed"
NHI6:2025,PR.PS-01,pipeline and trust settings follow a baseline
NHI6:2025,PR.AA-04,"pipeline tokens must be validated on issuer, audience and subject"
NHI6:2025,PR.PS-06,pipeline is part of the secure development practice
NHI7:2025,PR.AA-01,credential management includes expiry and rotation
NHI8:2025,PR.IR-01,environments are separated from each other
NHI8:2025,PR.AA-05,entitlements stop at the environment boundary
NHI9:2025,PR.AA-01,one identity per service is part of managing identities
NHI9:2025,PR.AA-02,credential bound to one proofed workload
NHI10:2025,PR.AA-05,authorised use of an identity excludes people
NHI10:2025,DE.CM-03,personnel use of machine identities is detected
"""#)
}
