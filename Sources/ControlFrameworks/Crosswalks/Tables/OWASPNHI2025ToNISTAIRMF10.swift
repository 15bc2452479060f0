// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-NHI-2025 to NIST-AI-RMF-1.0, 16 rows.
  static let owaspNHI2025ToNISTAIRMF10 = CrosswalkTable(
    from: .nhi,
    to: .aiRMF,
    relation: "addressed-by",
    source: "ours",
    table: #"""
from,to,rationale
NHI1:2025,GOVERN 1.7,safe decommissioning of an AI system includes its identities
NHI1:2025,MANAGE 2.4,deactivation must also take away access
NHI2:2025,MEASURE 2.7,security evaluation of the AI system covers secret exposure
NHI2:2025,MANAGE 4.3,leak is an incident to track and recover from
NHI3:2025,GOVERN 6.1,third-party risk policy
NHI3:2025,MANAGE 3.1,third-party resources monitored and controlled
NHI4:2025,MEASURE 2.7,authentication strength is part of the security evaluation
NHI5:2025,MAP 3.3,granted scope must equal the documented application scope
NHI5:2025,MAP 4.2,least privilege is an internal risk control of a component
NHI6:2025,MEASURE 2.7,deployment path is in scope of security evaluation
NHI7:2025,MAP 4.2,credential lifetime is an internal control of a component
NHI7:2025,MEASURE 2.7,security evaluation measures it
NHI8:2025,MEASURE 2.7,isolation is a security and resilience property
NHI9:2025,MEASURE 2.8,accountability needs one identity per actor
NHI10:2025,MEASURE 2.8,accountability is lost when people act as machines
NHI10:2025,GOVERN 3.2,human and AI roles must stay distinct
"""#)
}
