// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-ASI-2026 to OWASP-LLM-2025, 23 rows.
  static let owaspASI2026ToOWASPLLM2025 = CrosswalkTable(
    from: .asi,
    to: .owaspLLM,
    relation: "maps-to",
    source: "OWASP Top 10 for Agentic Applications 2026, Appendix A",
    table: #"""
from,to,rationale
ASI01,LLM01:2025,root LLM risk named by OWASP
ASI01,LLM06:2025,root LLM risk named by OWASP
ASI02,LLM06:2025,root LLM risk named by OWASP
ASI03,LLM01:2025,root LLM risk named by OWASP
ASI03,LLM06:2025,root LLM risk named by OWASP
ASI03,LLM02:2025,root LLM risk named by OWASP
ASI04,LLM03:2025,root LLM risk named by OWASP
ASI05,LLM01:2025,root LLM risk named by OWASP
ASI05,LLM05:2025,root LLM risk named by OWASP
ASI06,LLM01:2025,root LLM risk named by OWASP
ASI06,LLM04:2025,root LLM risk named by OWASP
ASI06,LLM08:2025,root LLM risk named by OWASP
ASI07,LLM02:2025,root LLM risk named by OWASP
ASI07,LLM06:2025,root LLM risk named by OWASP
ASI08,LLM01:2025,root LLM risk named by OWASP
ASI08,LLM04:2025,root LLM risk named by OWASP
ASI08,LLM06:2025,root LLM risk named by OWASP
ASI09,LLM01:2025,root LLM risk named by OWASP
ASI09,LLM05:2025,root LLM risk named by OWASP
ASI09,LLM06:2025,root LLM risk named by OWASP
ASI09,LLM09:2025,root LLM risk named by OWASP
ASI10,LLM02:2025,root LLM risk named by OWASP
ASI10,LLM09:2025,root LLM risk named by OWASP
"""#)
}
