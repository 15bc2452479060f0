// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-NHI-2025 to NIST-SP-800-53-R5, 30 rows.
  static let owaspNHI2025ToNISTSP80053R5 = CrosswalkTable(
    from: .nhi,
    to: .sp80053,
    relation: "addressed-by",
    source: "ours",
    table: #"""
from,to,rationale
NHI1:2025,AC-2,"account management covers removal, also of service accounts"
NHI1:2025,AC-2(3),"disable inactive, expired or unassociated accounts"
NHI1:2025,IA-4,identifier life cycle
NHI2:2025,IA-5(7),no unencrypted static authenticators embedded in code or elsewhere
NHI2:2025,IA-5(6),authenticators protected to the level of what they open
NHI2:2025,AU-13,watch outside places for disclosed information
NHI3:2025,SR-6,supplier assessments and reviews
NHI3:2025,SA-9,external services meet and are monitored for requirements
NHI3:2025,AC-20,terms for external systems that use access
NHI4:2025,IA-9,services identified and authenticated before communication
NHI4:2025,IA-3,device or workload authentication
NHI4:2025,IA-5(2),public-key based authentication done properly
NHI4:2025,IA-13,identity providers and authorisation servers manage non-person entities (added by NIST release 5.1.1)
NHI5:2025,AC-6,least privilege
NHI5:2025,AC-6(7),privileges are reviewed
NHI5:2025,AC-5,duties are separated
NHI6:2025,CM-6,settings of pipelines and trusts follow a baseline
NHI6:2025,IA-5(7),no static keys in pipeline definitions
NHI6:2025,IA-13,tokens issued and verified by governed authorisation servers (NIST release 5.1.1)
NHI7:2025,IA-5,authenticators refreshed by time period and event
NHI7:2025,IA-5(13),cached authenticators expire
NHI8:2025,CM-4(1),separate test environment
NHI8:2025,CM-2(6),separate development and test baselines
NHI8:2025,SA-3(1),pre-production environment protected
NHI9:2025,IA-4,an identifier is selected for and names one service or device
NHI9:2025,AC-2(9),shared and group accounts are restricted
NHI9:2025,IA-9,each service is identified by itself before it communicates
NHI10:2025,AC-2(12),atypical use of accounts is monitored
NHI10:2025,AC-6(9),use of privileged functions is logged
NHI10:2025,AU-10,acts can be attributed and not denied
"""#)
}
