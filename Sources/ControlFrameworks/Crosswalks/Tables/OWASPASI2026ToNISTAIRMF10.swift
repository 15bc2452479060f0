// swift-format-ignore-file
// The table is data: one row for each pair, as RFC 4180 writes it. A column that would say the same
// in every row stands above the table instead.

import ControlModel

extension CrosswalkTable {
  /// OWASP-ASI-2026 to NIST-AI-RMF-1.0, 72 rows.
  static let owaspASI2026ToNISTAIRMF10 = CrosswalkTable(
    from: .asi,
    to: .aiRMF,
    table: #"""
from,to,relation,source,rationale
ASI01,GOVERN 1.7,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for trustworthy AI"", which is not its official text"
ASI01,MAP 2.3,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk categorisation"", which is not its official text"
ASI01,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI01,MANAGE 2.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response"", which is not its official text"
ASI02,GOVERN 1.7,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for trustworthy AI"", which is not its official text"
ASI02,MAP 5.1,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Interdependencies"", which is not its official text"
ASI02,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI02,MANAGE 2.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response"", which is not its official text"
ASI03,GOVERN 1.6,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for data privacy"", which is not its official text"
ASI03,MAP 2.3,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk categorisation"", which is not its official text"
ASI03,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI03,MANAGE 2.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response"", which is not its official text"
ASI04,GOVERN 1.6,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for data privacy"", which is not its official text"
ASI04,MAP 5.1,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Interdependencies"", which is not its official text"
ASI04,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI04,MANAGE 3.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Residual risk"", which is not its official text"
ASI05,GOVERN 1.7,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for trustworthy AI"", which is not its official text"
ASI05,MAP 2.3,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk categorisation"", which is not its official text"
ASI05,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI05,MANAGE 2.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response"", which is not its official text"
ASI06,GOVERN 1.6,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for data privacy"", which is not its official text"
ASI06,MAP 2.3,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk categorisation"", which is not its official text"
ASI06,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI06,MANAGE 2.4,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response - data"", which is not its official text"
ASI07,GOVERN 1.6,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for data privacy"", which is not its official text"
ASI07,MAP 5.1,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Interdependencies"", which is not its official text"
ASI07,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI07,MANAGE 2.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response"", which is not its official text"
ASI08,MAP 4.1,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk tolerance"", which is not its official text"
ASI08,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI08,MANAGE 2.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response"", which is not its official text"
ASI08,MANAGE 3.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Residual risk"", which is not its official text"
ASI09,GOVERN 1.7,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for trustworthy AI"", which is not its official text"
ASI09,MEASURE 2.6,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - data leakage"", which is not its official text"
ASI09,MEASURE 4.1,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Feedback mechanisms"", which is not its official text"
ASI09,MANAGE 2.4,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response - data"", which is not its official text"
ASI10,GOVERN 1.7,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Policies for trustworthy AI"", which is not its official text"
ASI10,MAP 2.3,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk categorisation"", which is not its official text"
ASI10,MEASURE 2.5,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Testing - adversarial"", which is not its official text"
ASI10,MANAGE 2.2,maps-to-unreviewed,"OWASP GenAI Security Project, crosswalk repository (GenAI-Security-Project/crosswalk), 2026","publisher marks its mappings unreviewed and labels the item ""Risk response"", which is not its official text"
ASI01,MEASURE 2.7,addressed-by,ours,security evaluation covers goal override
ASI01,MEASURE 2.4,addressed-by,ours,behaviour in production is monitored against intent
ASI01,MAP 3.3,addressed-by,ours,the goal is only checkable against a documented scope
ASI01,MANAGE 2.4,addressed-by,ours,off-intent systems are disengaged
ASI02,MAP 3.3,addressed-by,ours,tools allowed equal the application scope
ASI02,MAP 4.2,addressed-by,ours,each tool has a named internal control
ASI02,MEASURE 2.4,addressed-by,ours,tool use is monitored in production
ASI03,GOVERN 2.1,addressed-by,ours,someone owns each agent identity and its authority
ASI03,MEASURE 2.7,addressed-by,ours,identity and delegation are in the security evaluation
ASI03,MEASURE 2.8,addressed-by,ours,accountability needs attributable authority
ASI04,GOVERN 6.1,addressed-by,ours,third-party policy
ASI04,MAP 4.1,addressed-by,ours,component risks mapped
ASI04,MANAGE 3.1,addressed-by,ours,third-party resources monitored
ASI04,MANAGE 3.2,addressed-by,ours,pre-trained models monitored
ASI05,MEASURE 2.7,addressed-by,ours,escape and injection are security tests
ASI05,MEASURE 2.6,addressed-by,ours,fails safely when pushed past its limits
ASI06,MEASURE 2.7,addressed-by,ours,poisoning tests
ASI06,MEASURE 2.10,addressed-by,ours,memory is where personal data persists
ASI06,MAP 4.1,addressed-by,ours,sources that feed memory are mapped
ASI07,MEASURE 2.7,addressed-by,ours,channel security is evaluated
ASI07,MAP 4.2,addressed-by,ours,each channel has a named control
ASI08,MEASURE 2.6,addressed-by,ours,safety evaluation covers failure response times
ASI08,MANAGE 2.3,addressed-by,ours,response to risks not foreseen
ASI08,MANAGE 2.4,addressed-by,ours,disengage to stop the spread
ASI09,GOVERN 3.2,addressed-by,ours,human oversight roles defined
ASI09,MAP 3.5,addressed-by,ours,oversight processes assessed
ASI09,MAP 3.4,addressed-by,ours,operators are proficient
ASI09,MAP 2.2,addressed-by,ours,knowledge limits told to people
ASI10,GOVERN 1.6,addressed-by,ours,an agent outside the inventory is rogue by definition
ASI10,MEASURE 2.4,addressed-by,ours,behaviour monitored
ASI10,MEASURE 3.1,addressed-by,ours,emergent risk tracked
ASI10,MANAGE 2.4,addressed-by,ours,kill switch
"""#)
}
