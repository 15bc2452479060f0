public import ControlModel

/// What the next access review has to decide because of an assessment.
///
/// Findings about who may do what, one item for each; what is not about access is work for others
/// and stands in ``WorkList``.
public struct ReviewList: Sendable, Hashable {
  /// The items, in the order of subjects, suites and findings.
  public let items: [ReviewItem]

  /// Arranges the open findings of results.
  ///
  /// - Parameters:
  ///   - results: What came of the assessment.
  ///   - target: What is decided on because of a finding of a subject; `nil` where it is no access.
  public init(
    _ results: AssessmentResults,
    target: (_ subject: String, _ finding: Finding) -> ReviewTarget?
  ) {
    let controls = Dictionary(
      results.controls.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var items: [ReviewItem] = []
    for subject in results.subjects {
      for result in subject.controls {
        guard let control = controls[result.control] else { continue }
        for finding in result.findings where finding.waiver == nil || control.isHardGate {
          guard let target = target(subject.subject.id, finding) else { continue }
          items.append(ReviewItem(subject: subject.subject, control, finding, target))
        }
      }
    }
    self.items = items
  }
}

/// One thing for an access reviewer to decide.
public struct ReviewItem: Sendable, Hashable {
  /// The subject's id.
  public let subject: String
  /// Who answers for the subject.
  public let owner: String
  /// What is decided on.
  public let target: ReviewTarget
  /// Why: what deviates, in words.
  public let reason: String
  /// Where the record stands; `nil` where the subject as a whole deviates.
  public let evidence: Locator?
  /// What the reviewer is advised to decide.
  public let suggestion: ReviewDecision.Decision
  /// The control that found it.
  public let control: String
  /// How much harm it may do.
  public let severity: Severity
  /// The finding's name, by which a review decision refers to it.
  public let finding: String
  /// How to mend it.
  public let remedy: String

  init(subject: Subject, _ control: ControlDescription, _ finding: Finding, _ target: ReviewTarget)
  {
    self.subject = subject.id
    owner = subject.owner
    self.target = target
    reason = "\(finding.attribute) is \(finding.observed), needed \(finding.expected)"
    evidence = finding.locator
    self.control = control.id
    severity = control.severity
    self.finding = "\(control.id)/\(finding.record)/\(finding.attribute)"
    remedy = finding.remedy.isEmpty ? control.remedy : finding.remedy
    suggestion = Self.suggestion(control, finding)
  }

  /// What the reviewer is advised to decide.
  ///
  /// Without an owner nobody may decide: escalate. What should be gone, is unused or is leaked goes:
  /// revoke. What goes too far, or proves itself badly, stays in a smaller or better form: change.
  private static func suggestion(
    _ control: ControlDescription,
    _ finding: Finding
  ) -> ReviewDecision.Decision {
    let attribute = finding.attribute.lowercased()
    if attribute.contains("owner") { return .escalate }
    let isUnused = ["use", "used", "last use"].contains(attribute) || attribute.hasPrefix("unused")
    let ends: Set<RequirementID> = [.nhi(1), .nhi(2), .asi(10)]
    if isUnused || control.satisfies.contains(where: ends.contains) { return .revoke }
    return .change
  }
}
