// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// CSA-MAESTRO-2025 to OWASP-AGENTIC-TM-1.1, 36 rows.
  static let csaMAESTRO2025ToOWASPAgenticThreats11 = CrosswalkTable(
    from: .maestro,
    to: .agenticThreats,
    source: "agentic-threat-modeling/MAESTRO playbook 1.0.0, derived from the OWASP Multi-Agentic System Threat Modelling Guide v1.0",
    table: #"""
from,to,relation,rationale
L1,T1,secondary-layer,layer matrix of the playbook
L2,T1,primary-layer,layer matrix of the playbook
X,T1,primary-layer,layer matrix of the playbook
L3,T2,primary-layer,layer matrix of the playbook
X,T2,primary-layer,layer matrix of the playbook
L4,T3,primary-layer,layer matrix of the playbook
L6,T3,primary-layer,layer matrix of the playbook
X,T3,primary-layer,layer matrix of the playbook
L4,T4,primary-layer,layer matrix of the playbook
X,T4,primary-layer,layer matrix of the playbook
L1,T5,primary-layer,layer matrix of the playbook
L3,T5,primary-layer,layer matrix of the playbook
X,T5,primary-layer,layer matrix of the playbook
L3,T6,primary-layer,layer matrix of the playbook
X,T6,primary-layer,layer matrix of the playbook
L1,T7,primary-layer,layer matrix of the playbook
L6,T7,primary-layer,layer matrix of the playbook
X,T7,primary-layer,layer matrix of the playbook
L5,T8,primary-layer,layer matrix of the playbook
X,T8,primary-layer,layer matrix of the playbook
L7,T9,primary-layer,layer matrix of the playbook
X,T9,primary-layer,layer matrix of the playbook
L5,T10,primary-layer,layer matrix of the playbook
L1,T11,primary-layer,layer matrix of the playbook
L3,T11,primary-layer,layer matrix of the playbook
X,T11,primary-layer,layer matrix of the playbook
L2,T12,primary-layer,layer matrix of the playbook
X,T12,primary-layer,layer matrix of the playbook
L4,T13,primary-layer,layer matrix of the playbook
L7,T13,primary-layer,layer matrix of the playbook
X,T13,primary-layer,layer matrix of the playbook
L4,T14,primary-layer,layer matrix of the playbook
L7,T14,primary-layer,layer matrix of the playbook
X,T14,primary-layer,layer matrix of the playbook
L7,T15,primary-layer,layer matrix of the playbook
X,T15,primary-layer,layer matrix of the playbook
"""#)
}
