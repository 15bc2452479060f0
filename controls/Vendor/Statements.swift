import ControlTesting

extension StatementAsked {
  /// PRO-7: that answers and evidence were read side by side shows in no file.
  static let answersCompared = StatementAsked(
    "answers-compared",
    "The supplier's answers on {target} were compared with the evidence, and none of them is contradicted.",
    by: ["vendor-owner", "security-reviewer", "control-owner"]
  )
  /// PRO-8: which claims matter is a judgement.
  static let claimsTested = StatementAsked(
    "claims-tested",
    "Every claim on {target} that the decision rests on is on record and was tested by us on the standard product.",
    by: ["vendor-owner", "security-reviewer", "control-owner"]
  )
  /// PRO-9: what was transcribed is as good as who compared it with the signed text.
  static let clausesTranscribed = StatementAsked(
    "clauses-transcribed",
    "The clauses on record for {target} are those of the signed contract, in text and value.",
    by: ["vendor-owner", "legal-counsel", "procurement-owner"]
  )
}
