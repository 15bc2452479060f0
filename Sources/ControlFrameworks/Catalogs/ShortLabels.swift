// swift-format-ignore-file
// The tables are data: short names in this project's words for subcategories, which have no official title.

/// Short names for items without an official title, as tables with the columns id and label.
enum ShortLabels {
  /// Short names for the subcategories of NIST CSF 2.0.
  static let nistCSF20 = #"""
id,label
GV.OC-01,Mission informs risk
GV.OC-02,Stakeholder expectations
GV.OC-03,Legal and contractual duties
GV.OC-04,What others depend on
GV.OC-05,What we depend on
GV.RM-01,Risk objectives agreed
GV.RM-02,Appetite and tolerance
GV.RM-03,Part of enterprise risk
GV.RM-04,Response options set
GV.RM-05,Risk communication lines
GV.RM-06,Standard risk method
GV.RM-07,Opportunities considered
GV.RR-01,Leadership accountable
GV.RR-02,Roles and authorities
GV.RR-03,Resources allocated
GV.RR-04,Security in HR practice
GV.PO-01,Policy established
GV.PO-02,Policy kept current
GV.OV-01,Outcomes reviewed
GV.OV-02,Strategy adjusted
GV.OV-03,Performance reviewed
GV.SC-01,Supply-chain programme
GV.SC-02,Supplier roles
GV.SC-03,Supply chain in risk process
GV.SC-04,Suppliers known and ranked
GV.SC-05,Requirements in contracts
GV.SC-06,Due diligence first
GV.SC-07,Supplier risk over time
GV.SC-08,Suppliers in incident plans
GV.SC-09,Supply-chain practice monitored
GV.SC-10,After the contract ends
ID.AM-01,Hardware inventory
ID.AM-02,Software and system inventory
ID.AM-03,Authorised flows mapped
ID.AM-04,Supplier service inventory
ID.AM-05,Assets prioritised
ID.AM-07,Data inventory
ID.AM-08,Life-cycle management
ID.RA-01,Vulnerabilities recorded
ID.RA-02,Threat intelligence received
ID.RA-03,Threats recorded
ID.RA-04,Impact and likelihood
ID.RA-05,Inherent risk ranked
ID.RA-06,Responses tracked
ID.RA-07,Changes and exceptions
ID.RA-08,Disclosure handling
ID.RA-09,Authenticity before use
ID.RA-10,Critical supplier assessed
ID.IM-01,Improve from evaluation
ID.IM-02,Improve from tests
ID.IM-03,Improve from operation
ID.IM-04,Plans maintained
PR.AA-01,Identities and credentials managed
PR.AA-02,Identity bound to credential
PR.AA-03,Authentication
PR.AA-04,Assertions verified
PR.AA-05,Access rights and least privilege
PR.AA-06,Physical access
PR.AT-01,General training
PR.AT-02,Role training
PR.DS-01,Data at rest
PR.DS-02,Data in transit
PR.DS-10,Data in use
PR.DS-11,Backups
PR.PS-01,Configuration management
PR.PS-02,Software maintained
PR.PS-03,Hardware maintained
PR.PS-04,Log records
PR.PS-05,Unauthorised software blocked
PR.PS-06,Secure development
PR.IR-01,Networks and environments protected
PR.IR-02,Environmental threats
PR.IR-03,Resilience mechanisms
PR.IR-04,Capacity
DE.CM-01,Network monitoring
DE.CM-02,Physical monitoring
DE.CM-03,Personnel and usage monitoring
DE.CM-06,Provider monitoring
DE.CM-09,Runtime monitoring
DE.AE-02,Events analysed
DE.AE-03,Sources correlated
DE.AE-04,Impact and scope known
DE.AE-06,Alerts reach people
DE.AE-07,Context added to analysis
DE.AE-08,Incident declared
RS.MA-01,Response plan run
RS.MA-02,Reports triaged
RS.MA-03,Incidents prioritised
RS.MA-04,Escalation
RS.MA-05,Recovery criteria applied
RS.AN-03,Root cause
RS.AN-06,Investigation recorded
RS.AN-07,Incident data preserved
RS.AN-08,Magnitude validated
RS.CO-02,Notifications
RS.CO-03,Information shared
RS.MI-01,Containment
RS.MI-02,Eradication
RC.RP-01,Recovery plan run
RC.RP-02,Recovery actions chosen
RC.RP-03,Backup integrity checked
RC.RP-04,Post-incident norms
RC.RP-05,Restored and verified
RC.RP-06,Recovery closed
RC.CO-03,Recovery progress told
RC.CO-04,Public updates
"""#

  /// Short names for the subcategories of NIST AI RMF 1.0.
  static let nistAIRMF10 = #"""
id,label
GOVERN 1.1,AI law understood
GOVERN 1.2,Trustworthiness in policy
GOVERN 1.3,Effort follows tolerance
GOVERN 1.4,Transparent risk process
GOVERN 1.5,Periodic review planned
GOVERN 1.6,AI inventory
GOVERN 1.7,Safe decommissioning
GOVERN 2.1,Roles and lines
GOVERN 2.2,AI risk training
GOVERN 2.3,Executive responsibility
GOVERN 3.1,Diverse decision team
GOVERN 3.2,Human-AI oversight roles
GOVERN 4.1,Safety-first mindset
GOVERN 4.2,Impacts documented
GOVERN 4.3,Testing and incident sharing
GOVERN 5.1,Outside feedback collected
GOVERN 5.2,Feedback built in
GOVERN 6.1,Third-party risk policy
GOVERN 6.2,Third-party contingency
MAP 1.1,Purpose and context
MAP 1.2,Interdisciplinary actors
MAP 1.3,Mission and AI goals
MAP 1.4,Business value
MAP 1.5,Risk tolerances
MAP 1.6,System requirements
MAP 2.1,Task and method
MAP 2.2,Knowledge limits
MAP 2.3,Scientific integrity
MAP 3.1,Benefits
MAP 3.2,Costs of error
MAP 3.3,Application scope
MAP 3.4,Operator proficiency
MAP 3.5,Human oversight
MAP 4.1,Component legal and tech risk
MAP 4.2,Component controls
MAP 5.1,Likelihood and magnitude
MAP 5.2,Engagement with actors
MEASURE 1.1,Metrics chosen
MEASURE 1.2,Metrics and controls reviewed
MEASURE 1.3,Independent assessors
MEASURE 2.1,Test sets and tools documented
MEASURE 2.2,Human-subject evaluation
MEASURE 2.3,Performance in context
MEASURE 2.4,Production monitoring
MEASURE 2.5,Valid and reliable
MEASURE 2.6,Safety
MEASURE 2.7,Security and resilience
MEASURE 2.8,Transparency and accountability
MEASURE 2.9,Explained and documented
MEASURE 2.10,Privacy
MEASURE 2.11,Fairness and bias
MEASURE 2.12,Environmental impact
MEASURE 2.13,Evaluation effectiveness
MEASURE 3.1,Emergent risk tracking
MEASURE 3.2,Hard-to-measure risk
MEASURE 3.3,Reports and appeals
MEASURE 4.1,Measurement fits deployment
MEASURE 4.2,Results validated by experts
MEASURE 4.3,Improvement or decline shown
MANAGE 1.1,Proceed decision
MANAGE 1.2,Treatment prioritised
MANAGE 1.3,High-priority responses
MANAGE 1.4,Residual risk documented
MANAGE 2.1,Resources and alternatives
MANAGE 2.2,Value sustained
MANAGE 2.3,Unknown risk response
MANAGE 2.4,Supersede or deactivate
MANAGE 3.1,Third-party monitoring
MANAGE 3.2,Pre-trained model monitoring
MANAGE 4.1,Post-deployment plan
MANAGE 4.2,Continual improvement
MANAGE 4.3,Incidents communicated
"""#
}
