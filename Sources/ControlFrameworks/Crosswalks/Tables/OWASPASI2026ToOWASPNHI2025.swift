// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-ASI-2026 to OWASP-NHI-2025, 36 rows.
  static let owaspASI2026ToOWASPNHI2025 = CrosswalkTable(
    from: .asi,
    to: .nhi,
    relation: "maps-to-unreviewed",
    source: "OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",
    table: #"""
from,to,rationale
ASI01,NHI5:2025,publisher marks its mappings unreviewed
ASI01,NHI7:2025,publisher marks its mappings unreviewed
ASI01,NHI9:2025,publisher marks its mappings unreviewed
ASI02,NHI5:2025,publisher marks its mappings unreviewed
ASI02,NHI3:2025,publisher marks its mappings unreviewed
ASI02,NHI9:2025,publisher marks its mappings unreviewed
ASI03,NHI1:2025,publisher marks its mappings unreviewed
ASI03,NHI2:2025,publisher marks its mappings unreviewed
ASI03,NHI3:2025,publisher marks its mappings unreviewed
ASI03,NHI4:2025,publisher marks its mappings unreviewed
ASI03,NHI5:2025,publisher marks its mappings unreviewed
ASI03,NHI6:2025,"publisher marks its mappings unreviewed; it titles this item Insecure Credential Storage, which is not the official title"
ASI03,NHI7:2025,publisher marks its mappings unreviewed
ASI03,NHI8:2025,publisher marks its mappings unreviewed
ASI03,NHI9:2025,publisher marks its mappings unreviewed
ASI03,NHI10:2025,publisher marks its mappings unreviewed
ASI04,NHI3:2025,publisher marks its mappings unreviewed
ASI04,NHI6:2025,"publisher marks its mappings unreviewed; it titles this item Insecure Credential Storage, which is not the official title"
ASI04,NHI2:2025,publisher marks its mappings unreviewed
ASI05,NHI5:2025,publisher marks its mappings unreviewed
ASI05,NHI8:2025,publisher marks its mappings unreviewed
ASI05,NHI9:2025,publisher marks its mappings unreviewed
ASI06,NHI2:2025,publisher marks its mappings unreviewed
ASI06,NHI6:2025,"publisher marks its mappings unreviewed; it titles this item Insecure Credential Storage, which is not the official title"
ASI06,NHI7:2025,publisher marks its mappings unreviewed
ASI07,NHI4:2025,publisher marks its mappings unreviewed
ASI07,NHI7:2025,publisher marks its mappings unreviewed
ASI07,NHI9:2025,publisher marks its mappings unreviewed
ASI08,NHI5:2025,publisher marks its mappings unreviewed
ASI08,NHI9:2025,publisher marks its mappings unreviewed
ASI08,NHI7:2025,publisher marks its mappings unreviewed
ASI09,NHI10:2025,publisher marks its mappings unreviewed
ASI09,NHI5:2025,publisher marks its mappings unreviewed
ASI10,NHI1:2025,publisher marks its mappings unreviewed
ASI10,NHI5:2025,publisher marks its mappings unreviewed
ASI10,NHI7:2025,publisher marks its mappings unreviewed
"""#)
}
