// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// NIST-AI-RMF-1.0 to NIST-CSF-2.0, 65 rows.
  static let nistAIRMF10ToNISTCSF20 = CrosswalkTable(
    from: .aiRMF,
    to: .csf,
    source: "ours",
    table: #"""
from,to,relation,rationale
GOVERN 1.1,GV.OC-03,overlaps,legal requirements understood and managed
GOVERN 1.2,GV.PO-01,overlaps,policy carries the wanted properties
GOVERN 1.3,GV.RM-02,overlaps,tolerance decides the level of activity
GOVERN 1.3,GV.RM-06,overlaps,standard method ranks risks
GOVERN 1.4,GV.PO-01,overlaps,risk process set out in policy
GOVERN 1.5,GV.OV-01,overlaps,outcomes reviewed
GOVERN 1.5,GV.OV-03,overlaps,performance reviewed
GOVERN 1.6,ID.AM-02,subset-of,AI inventory is part of the software and system inventory
GOVERN 1.7,ID.AM-08,subset-of,decommissioning is a life-cycle stage
GOVERN 2.1,GV.RR-02,overlaps,roles documented and understood
GOVERN 2.2,PR.AT-02,overlaps,role training
GOVERN 2.3,GV.RR-01,overlaps,leadership accountable
GOVERN 3.2,GV.RR-02,overlaps,oversight roles
GOVERN 4.1,GV.RR-01,overlaps,risk-aware culture
GOVERN 4.2,ID.RA-04,overlaps,impacts documented
GOVERN 4.3,ID.IM-02,overlaps,tests and exercises feed improvement
GOVERN 4.3,RS.CO-03,overlaps,information shared
GOVERN 5.1,GV.OC-02,overlaps,stakeholder needs considered
GOVERN 5.2,ID.IM-03,overlaps,operation feeds improvement
GOVERN 6.1,GV.SC-01,overlaps,third-party programme
GOVERN 6.1,GV.SC-05,overlaps,requirements in contracts
GOVERN 6.2,GV.SC-08,overlaps,third parties in incident plans
MAP 1.3,GV.OC-01,overlaps,mission informs risk
MAP 1.4,ID.AM-05,partial,business value sets priority
MAP 1.5,GV.RM-02,overlaps,tolerances documented
MAP 1.6,PR.PS-06,partial,requirements enter secure development
MAP 2.1,ID.AM-02,partial,inventory entry says what the system does
MAP 3.1,GV.RM-07,overlaps,positive risks discussed
MAP 3.2,ID.RA-04,overlaps,impact of failure
MAP 3.4,PR.AT-02,overlaps,operator proficiency
MAP 3.5,GV.RR-02,partial,who oversees and may stop
MAP 4.1,GV.SC-07,overlaps,third-party product risk recorded
MAP 4.2,ID.RA-06,partial,control per component risk
MAP 5.1,ID.RA-04,overlaps,likelihood and impact
MAP 5.1,ID.RA-05,overlaps,inherent risk
MAP 5.2,GV.OC-02,overlaps,stakeholder engagement
MEASURE 1.1,GV.RM-06,partial,method to measure risk
MEASURE 1.2,GV.OV-03,overlaps,control effectiveness reviewed
MEASURE 1.3,ID.IM-01,partial,independent evaluation
MEASURE 2.4,DE.CM-09,overlaps,runtime monitoring
MEASURE 2.6,PR.IR-03,partial,fail-safe mechanisms
MEASURE 2.7,ID.RA-01,overlaps,weaknesses found and recorded
MEASURE 2.7,ID.IM-02,overlaps,security tests
MEASURE 2.8,PR.PS-04,partial,records make acts attributable
MEASURE 2.10,GV.OC-03,partial,privacy obligations
MEASURE 2.13,ID.IM-01,overlaps,evaluation of the evaluation
MEASURE 3.1,ID.RA-03,overlaps,threats identified over time
MEASURE 3.3,ID.RA-08,partial,reports from outside handled
MEASURE 4.3,ID.IM-03,partial,trends drive improvement
MANAGE 1.1,ID.RA-06,partial,go or stop is a risk response
MANAGE 1.2,ID.RA-05,overlaps,priority by impact and likelihood
MANAGE 1.3,ID.RA-06,overlaps,responses planned and tracked
MANAGE 1.4,ID.RA-06,partial,residual risk communicated
MANAGE 2.1,GV.RR-03,overlaps,resources fit the risk
MANAGE 2.2,ID.AM-08,partial,kept in order through its life
MANAGE 2.3,RS.MA-01,overlaps,response carried out
MANAGE 2.3,RC.RP-01,overlaps,recovery carried out
MANAGE 2.4,RS.MI-01,overlaps,contain by disabling
MANAGE 3.1,GV.SC-07,overlaps,third-party risk monitored
MANAGE 3.1,DE.CM-06,overlaps,provider activity monitored
MANAGE 3.2,PR.PS-02,partial,models maintained like software
MANAGE 4.1,DE.CM-09,overlaps,post-deployment monitoring
MANAGE 4.1,ID.RA-07,overlaps,change management
MANAGE 4.2,ID.IM-03,overlaps,continual improvement
MANAGE 4.3,RS.CO-02,overlaps,affected parties told
"""#)
}
