/// What a tally must know of policy and waivers: how many examples to keep, and what is excused.
package struct TallyRule: Sendable {
  /// The subject's id: it stands for a deviation that is about no record.
  package let subject: String
  /// How many open findings, waived findings and unjudged records are kept; all are counted.
  package let kept: Int
  /// The waiver that covers each record, by the record's key.
  package let waivers: [String: String]

  /// States a rule.
  ///
  /// - Parameters:
  ///   - subject: The subject's id.
  ///   - kept: How many examples of each sort are kept.
  ///   - waivers: The active waivers of the control by the keys of the records that they cover.
  package init(subject: String, kept: Int, waivers: [String: String] = [:]) {
    self.subject = subject
    self.kept = max(0, kept)
    self.waivers = waivers
  }
}

/// What a member of a pass is given beside the records: what the check may ask, and the rule of its
/// tally.
package struct PassContext: Sendable {
  /// The subject, policy and look-ups.
  package let scope: Scope
  /// What the tally must know.
  package let rule: TallyRule

  /// Puts a context together.
  ///
  /// - Parameters:
  ///   - scope: The subject, policy and look-ups.
  ///   - rule: What the tally must know.
  package init(scope: Scope, rule: TallyRule) {
    self.scope = scope
    self.rule = rule
  }
}
