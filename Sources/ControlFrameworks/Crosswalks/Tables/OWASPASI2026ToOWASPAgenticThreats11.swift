// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-ASI-2026 to OWASP-AGENTIC-TM-1.1, 27 rows.
  static let owaspASI2026ToOWASPAgenticThreats11 = CrosswalkTable(
    from: .asi,
    to: .agenticThreats,
    relation: "maps-to",
    source: "OWASP Top 10 for Agentic Applications 2026, Appendix A",
    table: #"""
from,to,rationale
ASI01,T6,also stated in the entry text
ASI01,T7,also stated in the entry text
ASI02,T2,also stated in the entry text
ASI02,T4,also stated in the entry text
ASI02,T16,also stated in the entry text
ASI03,T3,also stated in the entry text
ASI04,T17,also stated in the entry text
ASI04,T2,also stated in the entry text
ASI04,T11,also stated in the entry text
ASI04,T12,also stated in the entry text
ASI04,T13,also stated in the entry text
ASI04,T16,also stated in the entry text
ASI05,T11,also stated in the entry text
ASI06,T1,also stated in the entry text
ASI06,T4,also stated in the entry text
ASI06,T6,also stated in the entry text
ASI06,T12,also stated in the entry text
ASI07,T12,also stated in the entry text
ASI07,T16,also stated in the entry text
ASI08,T5,also stated in the entry text
ASI08,T8,also stated in the entry text
ASI09,T7,also stated in the entry text
ASI09,T8,also stated in the entry text
ASI09,T10,also stated in the entry text
ASI10,T13,also stated in the entry text
ASI10,T14,in the appendix table only; the entry text names T13 alone
ASI10,T15,in the appendix table only; the entry text names T13 alone
"""#)
}
