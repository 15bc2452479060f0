// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-NHI-2025 to OWASP-ASI-2026, 33 rows.
  static let owaspNHI2025ToOWASPASI2026 = CrosswalkTable(
    from: .nhi,
    to: .asi,
    table: #"""
from,to,relation,source,rationale
NHI1:2025,ASI04,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI2:2025,ASI02,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI2:2025,ASI06,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI3:2025,ASI04,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI3:2025,ASI03,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI4:2025,ASI03,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI4:2025,ASI07,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI5:2025,ASI02,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI5:2025,ASI03,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI6:2025,ASI04,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI6:2025,ASI05,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI7:2025,ASI06,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI7:2025,ASI08,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI8:2025,ASI08,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI8:2025,ASI07,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI9:2025,ASI08,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI9:2025,ASI04,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI10:2025,ASI09,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI10:2025,ASI01,maps-to,"OWASP Top 10 for Agentic Applications 2026, Appendix C",single stored transcription of the appendix
NHI1:2025,ASI03,related,ours,a left-over credential is authority to abuse
NHI1:2025,ASI10,related,ours,a stopped agent whose identity lives can act again
NHI2:2025,ASI03,related,ours,a leaked agent credential gives its identity away
NHI3:2025,ASI04,related,ours,third-party component holding access (agrees with Appendix C)
NHI4:2025,ASI07,related,ours,unauthenticated peers (agrees with Appendix C)
NHI5:2025,ASI03,related,ours,excess rights to inherit (agrees with Appendix C)
NHI5:2025,ASI02,related,ours,excess rights make tool misuse worse (agrees with Appendix C)
NHI6:2025,ASI04,related,ours,pipeline trust is the supply path of the agent (agrees with Appendix C)
NHI7:2025,ASI03,related,ours,task-scoped short-lived credentials are the stated ASI03 mitigation
NHI7:2025,ASI08,related,ours,a long-lived credential lengthens a cascade (agrees with Appendix C)
NHI8:2025,ASI08,related,ours,missing boundary lets faults cross (agrees with Appendix C)
NHI9:2025,ASI03,related,ours,shared identity removes per-agent attribution and scope
NHI9:2025,ASI08,related,ours,shared identity spreads compromise (agrees with Appendix C)
NHI10:2025,ASI03,related,ours,identity sharing between people and agents
"""#)
}
