// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-NHI-2025 to OWASP-AGENTIC-TM-1.1, 18 rows.
  static let owaspNHI2025ToOWASPAgenticThreats11 = CrosswalkTable(
    from: .nhi,
    to: .agenticThreats,
    relation: "maps-to",
    source: "OWASP Top 10 for Agentic Applications 2026, Appendix C",
    table: #"""
from,to,rationale
NHI1:2025,T17,single stored transcription of the appendix
NHI1:2025,T2,single stored transcription of the appendix
NHI2:2025,T6,single stored transcription of the appendix
NHI2:2025,T1,single stored transcription of the appendix
NHI3:2025,T12,single stored transcription of the appendix
NHI3:2025,T13,single stored transcription of the appendix
NHI4:2025,T16,single stored transcription of the appendix
NHI5:2025,T2,single stored transcription of the appendix
NHI5:2025,T3,single stored transcription of the appendix
NHI6:2025,T11,single stored transcription of the appendix
NHI7:2025,T4,single stored transcription of the appendix
NHI7:2025,T12,single stored transcription of the appendix
NHI8:2025,T8,single stored transcription of the appendix
NHI8:2025,T12,single stored transcription of the appendix
NHI9:2025,T5,single stored transcription of the appendix
NHI9:2025,T13,single stored transcription of the appendix
NHI10:2025,T10,single stored transcription of the appendix
NHI10:2025,T7,single stored transcription of the appendix
"""#)
}
