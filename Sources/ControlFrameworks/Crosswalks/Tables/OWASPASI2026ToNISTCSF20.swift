// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-ASI-2026 to NIST-CSF-2.0, 68 rows.
  static let owaspASI2026ToNISTCSF20 = CrosswalkTable(
    from: .asi,
    to: .csf,
    table: #"""
from,to,relation,source,rationale
ASI01,GV.OC-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI01,PR.PS-04,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed; it describes PR.PS-04 as secure development, officially it is log records"
ASI01,DE.CM-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI01,RS.MI-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI02,PR.AA-05,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI02,GV.OC-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI02,DE.CM-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI02,RS.AN-03,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI03,PR.AA-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI03,PR.AA-05,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI03,PR.DS-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI03,DE.CM-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI04,GV.SC-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI04,GV.SC-06,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI04,ID.AM-08,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI04,PR.PS-02,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI05,PR.PS-04,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed; it describes PR.PS-04 as secure development, officially it is log records"
ASI05,PR.IR-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI05,DE.CM-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI05,RS.MI-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI06,PR.DS-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI06,DE.CM-09,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI06,ID.AM-08,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI06,RS.AN-03,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI07,PR.AA-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI07,PR.DS-02,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI07,DE.CM-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI07,GV.SC-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI08,PR.IR-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI08,DE.CM-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI08,RS.MI-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI08,RC.RP-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI09,GV.OC-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI09,PR.AT-01,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI09,DE.CM-09,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI09,RS.CO-03,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI10,DE.CM-09,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI10,DE.AE-02,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI10,RS.AN-03,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI10,PR.AA-05,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026",publisher marks its mappings unreviewed
ASI01,DE.CM-09,addressed-by,ours,runtime behaviour is monitored
ASI01,PR.PS-01,addressed-by,ours,goal and prompt are configuration under change control
ASI01,RS.MI-01,addressed-by,ours,hijacked agent is contained
ASI02,PR.AA-05,addressed-by,ours,per-tool least privilege
ASI02,PR.PS-05,addressed-by,ours,only allowed tools run
ASI02,DE.CM-03,addressed-by,ours,technology usage is monitored
ASI03,PR.AA-01,addressed-by,ours,agents have managed identities
ASI03,PR.AA-04,addressed-by,ours,delegation tokens verified
ASI03,PR.AA-05,addressed-by,ours,authority limited per task
ASI04,GV.SC-07,addressed-by,ours,supplier risk over time
ASI04,ID.RA-09,addressed-by,ours,authenticity and integrity before use
ASI04,PR.PS-02,addressed-by,ours,components maintained and removed
ASI05,PR.PS-05,addressed-by,ours,unauthorised execution prevented
ASI05,PR.IR-01,addressed-by,ours,execution environment isolated
ASI05,DE.CM-09,addressed-by,ours,runtime watched for escape
ASI06,PR.DS-01,addressed-by,ours,stored memory integrity
ASI06,PR.DS-10,addressed-by,ours,context in use
ASI06,PR.DS-11,addressed-by,ours,rollback of poisoned memory
ASI07,PR.AA-03,addressed-by,ours,peers authenticated
ASI07,PR.DS-02,addressed-by,ours,messages protected in transit
ASI08,PR.IR-03,addressed-by,ours,resilience mechanisms
ASI08,DE.AE-04,addressed-by,ours,scope of spread understood
ASI08,RS.MI-01,addressed-by,ours,spread contained
ASI09,PR.AT-02,addressed-by,ours,approvers trained
ASI09,GV.RR-02,addressed-by,ours,who may approve what
ASI10,ID.AM-02,addressed-by,ours,every agent inventoried
ASI10,DE.CM-09,addressed-by,ours,divergence detected
ASI10,RS.MI-01,addressed-by,ours,agent stopped and access revoked
"""#)
}
