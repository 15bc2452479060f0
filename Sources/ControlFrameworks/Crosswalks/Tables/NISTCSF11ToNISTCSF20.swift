// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// NIST-CSF-1.1 to NIST-CSF-2.0, 156 rows.
  static let nistCSF11ToNISTCSF20 = CrosswalkTable(
    from: .csf11,
    to: .csf,
    table: #"""
from,to,relation,source,rationale
ID.AM-6,GV.RR-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RR-02, GV.SC-02"
ID.AM-6,GV.SC-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RR-02, GV.SC-02"
ID.BE-1,GV.OC-05,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into GV.OC-05
ID.BE-2,GV.OC-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into GV.OC-01
ID.BE-3,GV.OC-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into GV.OC-01
ID.BE-4,GV.OC-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-04, GV.OC-05"
ID.BE-4,GV.OC-05,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-04, GV.OC-05"
ID.BE-5,GV.OC-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into GV.OC-04
ID.GV-1,GV.PO,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.PO, GV.PO-01, GV.PO-02"
ID.GV-1,GV.PO-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.PO, GV.PO-01, GV.PO-02"
ID.GV-1,GV.PO-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.PO, GV.PO-01, GV.PO-02"
ID.GV-2,GV.OC-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-02, GV.RR, GV.RR-02"
ID.GV-2,GV.RR,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-02, GV.RR, GV.RR-02"
ID.GV-2,GV.RR-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-02, GV.RR, GV.RR-02"
ID.GV-3,GV.OC-03,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to GV.OC-03
ID.GV-4,GV.RM-04,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to GV.RM-04
ID.RM-1,GV.RM-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-01, GV.RM-06, GV.RR-03"
ID.RM-1,GV.RM-06,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-01, GV.RM-06, GV.RR-03"
ID.RM-1,GV.RR-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-01, GV.RM-06, GV.RR-03"
ID.RM-2,GV.RM-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-02, GV.RM-04"
ID.RM-2,GV.RM-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-02, GV.RM-04"
ID.RM-3,GV.RM-02,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved into GV.RM-02
ID.SC-1,GV.RM-05,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-05, GV.SC-01, GV.SC-06, GV.SC-09, GV.SC-10"
ID.SC-1,GV.SC-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-05, GV.SC-01, GV.SC-06, GV.SC-09, GV.SC-10"
ID.SC-1,GV.SC-06,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-05, GV.SC-01, GV.SC-06, GV.SC-09, GV.SC-10"
ID.SC-1,GV.SC-09,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-05, GV.SC-01, GV.SC-06, GV.SC-09, GV.SC-10"
ID.SC-1,GV.SC-10,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.RM-05, GV.SC-01, GV.SC-06, GV.SC-09, GV.SC-10"
ID.SC-2,GV.OC-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-02, GV.SC-03, GV.SC-04, GV.SC-07, ID.RA-10"
ID.SC-2,GV.SC-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-02, GV.SC-03, GV.SC-04, GV.SC-07, ID.RA-10"
ID.SC-2,GV.SC-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-02, GV.SC-03, GV.SC-04, GV.SC-07, ID.RA-10"
ID.SC-2,GV.SC-07,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-02, GV.SC-03, GV.SC-04, GV.SC-07, ID.RA-10"
ID.SC-2,ID.RA-10,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.OC-02, GV.SC-03, GV.SC-04, GV.SC-07, ID.RA-10"
ID.SC-3,GV.SC-05,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to GV.SC-05
ID.SC-4,GV.SC-07,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.SC-07, ID.RA-10"
ID.SC-4,ID.RA-10,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.SC-07, ID.RA-10"
ID.SC-5,GV.SC-08,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.SC-08, ID.IM-02"
ID.SC-5,ID.IM-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into GV.SC-08, ID.IM-02"
PR.AT-3,PR.AT-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AT-01, PR.AT-02"
PR.AT-3,PR.AT-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AT-01, PR.AT-02"
PR.AT-4,PR.AT-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into PR.AT-02
PR.AT-5,PR.AT-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into PR.AT-02
PR.DS-3,ID.AM-08,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.AM-08, PR.PS-03"
PR.DS-3,PR.PS-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.AM-08, PR.PS-03"
PR.DS-4,PR.IR-04,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to PR.IR-04
PR.DS-5,PR.DS-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.DS-01, PR.DS-02, PR.DS-10"
PR.DS-5,PR.DS-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.DS-01, PR.DS-02, PR.DS-10"
PR.DS-5,PR.DS-10,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.DS-01, PR.DS-02, PR.DS-10"
PR.DS-6,PR.DS-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.DS-01, DE.CM-09"
PR.DS-6,DE.CM-09,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.DS-01, DE.CM-09"
PR.DS-7,PR.IR-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into PR.IR-01
PR.DS-8,ID.RA-09,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.RA-09, DE.CM-09"
PR.DS-8,DE.CM-09,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.RA-09, DE.CM-09"
PR.AC-1,PR.AA-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AA-01, PR.AA-05"
PR.AC-1,PR.AA-05,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AA-01, PR.AA-05"
PR.AC-2,PR.AA-06,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to PR.AA-06
PR.AC-3,PR.AA-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AA-03, PR.AA-05, PR.IR-01"
PR.AC-3,PR.AA-05,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AA-03, PR.AA-05, PR.IR-01"
PR.AC-3,PR.IR-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AA-03, PR.AA-05, PR.IR-01"
PR.AC-4,PR.AA-05,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to PR.AA-05
PR.AC-5,PR.IR-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into PR.IR-01
PR.AC-6,PR.AA-02,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to PR.AA-02
PR.AC-7,PR.AA-03,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to PR.AA-03
PR.IP-1,PR.PS-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into PR.PS-01
PR.IP-2,ID.AM-08,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.AM-08, PR.PS-06"
PR.IP-2,PR.PS-06,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.AM-08, PR.PS-06"
PR.IP-3,PR.PS-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.PS-01, ID.RA-07"
PR.IP-3,ID.RA-07,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.PS-01, ID.RA-07"
PR.IP-4,PR.DS-11,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to PR.DS-11
PR.IP-5,PR.IR-02,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to PR.IR-02
PR.IP-6,ID.AM-08,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into ID.AM-08
PR.IP-7,ID.IM,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM, ID.IM-03"
PR.IP-7,ID.IM-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM, ID.IM-03"
PR.IP-8,ID.IM-03,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to ID.IM-03
PR.IP-9,ID.IM-04,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to ID.IM-04
PR.IP-10,ID.IM-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM-02, ID.IM-04"
PR.IP-10,ID.IM-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM-02, ID.IM-04"
PR.IP-11,GV.RR-04,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to GV.RR-04
PR.IP-12,ID.RA-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.RA-01, PR.PS-02"
PR.IP-12,PR.PS-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.RA-01, PR.PS-02"
PR.MA-1,ID.AM-08,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.AM-08, PR.PS-03"
PR.MA-1,PR.PS-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.AM-08, PR.PS-03"
PR.MA-2,ID.AM-08,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.AM-08, PR.PS-02"
PR.MA-2,PR.PS-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.AM-08, PR.PS-02"
PR.PT-1,PR.PS-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into PR.PS-04
PR.PT-2,PR.DS-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.DS-01, PR.PS-01"
PR.PT-2,PR.PS-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.DS-01, PR.PS-01"
PR.PT-3,PR.PS-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into PR.PS-01
PR.PT-4,PR.AA-06,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AA-06, PR.IR-01"
PR.PT-4,PR.IR-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into PR.AA-06, PR.IR-01"
PR.PT-5,PR.IR-03,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to PR.IR-03
DE.CM-4,DE.CM-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into DE.CM-01, DE.CM-09"
DE.CM-4,DE.CM-09,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into DE.CM-01, DE.CM-09"
DE.CM-5,DE.CM-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into DE.CM-01, DE.CM-09"
DE.CM-5,DE.CM-09,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into DE.CM-01, DE.CM-09"
DE.CM-7,DE.CM-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into DE.CM-01, DE.CM-03, DE.CM-06, DE.CM-09"
DE.CM-7,DE.CM-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into DE.CM-01, DE.CM-03, DE.CM-06, DE.CM-09"
DE.CM-7,DE.CM-06,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into DE.CM-01, DE.CM-03, DE.CM-06, DE.CM-09"
DE.CM-7,DE.CM-09,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into DE.CM-01, DE.CM-03, DE.CM-06, DE.CM-09"
DE.CM-8,ID.RA-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into ID.RA-01
DE.AE-1,ID.AM-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into ID.AM-03
DE.AE-5,DE.AE-08,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to DE.AE-08
DE.DP-1,GV.RR-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into GV.RR-02
DE.DP-2,DE.AE,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into DE.AE
DE.DP-3,ID.IM-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into ID.IM-02
DE.DP-4,DE.AE-06,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into DE.AE-06
DE.DP-5,ID.IM,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM, ID.IM-03"
DE.DP-5,ID.IM-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM, ID.IM-03"
RS.AN-1,RS.MA-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into RS.MA-02
RS.AN-2,RS.MA-02,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into RS.MA-02, RS.MA-03, RS.MA-04"
RS.AN-2,RS.MA-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into RS.MA-02, RS.MA-03, RS.MA-04"
RS.AN-2,RS.MA-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into RS.MA-02, RS.MA-03, RS.MA-04"
RS.AN-4,RS.MA-03,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to RS.MA-03
RS.AN-5,ID.RA-08,moved-to,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Moved to ID.RA-08
RS.CO-1,PR.AT-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into PR.AT-01
RS.CO-4,RS.MA-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into RS.MA-01, RS.MA-04"
RS.CO-4,RS.MA-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into RS.MA-01, RS.MA-04"
RS.CO-5,RS.CO-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into RS.CO-03
RS.MI-3,ID.RA-06,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into ID.RA-06
RS.RP-1,RS.MA-01,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into RS.MA-01
RS.IM-1,ID.IM-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM-03, ID.IM-04"
RS.IM-1,ID.IM-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM-03, ID.IM-04"
RS.IM-2,ID.IM-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into ID.IM-03
RC.CO-1,RC.CO-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into RC.CO-04
RC.CO-2,RC.CO-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into RC.CO-04
RC.IM-1,ID.IM-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM-03, ID.IM-04"
RC.IM-1,ID.IM-04,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries","Withdrawn: Incorporated into ID.IM-03, ID.IM-04"
RC.IM-2,ID.IM-03,incorporated-into,"NIST CSF 2.0 Reference Tool, withdrawn entries",Withdrawn: Incorporated into ID.IM-03
ID.AM-1,ID.AM-01,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.AM-2,ID.AM-02,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.AM-3,ID.AM-03,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.AM-4,ID.AM-04,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.AM-5,ID.AM-05,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.RA-1,ID.RA-01,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.RA-2,ID.RA-02,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.RA-3,ID.RA-03,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.RA-4,ID.RA-04,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.RA-5,ID.RA-05,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
ID.RA-6,ID.RA-06,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
PR.AT-1,PR.AT-01,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
PR.AT-2,PR.AT-02,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
PR.DS-1,PR.DS-01,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
PR.DS-2,PR.DS-02,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
DE.AE-2,DE.AE-02,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
DE.AE-3,DE.AE-03,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
DE.AE-4,DE.AE-04,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
DE.CM-1,DE.CM-01,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
DE.CM-2,DE.CM-02,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
DE.CM-3,DE.CM-03,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
DE.CM-6,DE.CM-06,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
RS.CO-2,RS.CO-02,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
RS.CO-3,RS.CO-03,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
RS.AN-3,RS.AN-03,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
RS.MI-1,RS.MI-01,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
RS.MI-2,RS.MI-02,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
RC.RP-1,RC.RP-01,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
RC.CO-3,RC.CO-03,continued,NIST CSF 2.0 Reference Tool,same id with a two-digit number; wording may have changed
"""#)
}
