import ControlAssessment
import ControlEvidence
public import ControlModel
public import ControlTesting
public import Testing

/// One control judged for one subject, as a case of a Swift Testing test.
///
/// ```swift
/// @Test(arguments: try await ControlCase.all(suites: suites, evidence: "evidence", asOf: asOf))
/// func holds(_ controlCase: ControlCase) {
///   controlCase.check()
/// }
/// ```
///
/// A failing control records one issue for each finding, with the finding as its text; one that
/// could not be assessed records its reasons. A control that is waived or not applicable records
/// nothing: the gate and its report say what that is worth.
public struct ControlCase: Sendable, CustomTestStringConvertible {
  /// The control.
  public let control: ControlDescription
  /// The subject.
  public let subject: Subject
  /// What came of the control for the subject.
  public let result: ControlResult

  /// The subject and the control's id and title.
  public var testDescription: String { "\(subject.id) \(control.id) \(control.title)" }

  /// Judges suites over evidence: one case for each control and subject.
  ///
  /// - Parameters:
  ///   - suites: The control suites.
  ///   - evidence: The folder with one folder for each subject.
  ///   - subjects: The ids of the subjects to judge; all where left out.
  ///   - policy: The policy in force.
  ///   - waivers: The waivers in force.
  ///   - asOf: The time the assessment is made for. A test that reads the clock is not repeatable.
  ///   - tier: The tier to judge for; `nil`: what each subject seeks.
  /// - Returns: The cases by subject, then in the order of the suites.
  /// - Throws: ``Diagnostic`` where a subject cannot be read.
  public static func all(
    suites: [ControlSuite],
    evidence: String,
    subjects: [String]? = nil,
    policy: Policy = Policy(),
    waivers: [Waiver] = [],
    asOf: Instant,
    tier: Tier? = nil
  ) async throws -> [ControlCase] {
    let folder = EvidenceFolder(path: evidence)
    let loader = BundleLoader(trustedKeys: policy.trustedKeys)
    let inventories = try folder.folders.filter { subjects?.contains($0) ?? true }.map { name in
      try loader.load(EvidenceFolder(path: "\(evidence)/\(name)"))
    }
    let plan = AssessmentPlan(
      suites: suites,
      policy: policy,
      waivers: waivers,
      asOf: asOf,
      tier: tier,
      catalogs: []
    )
    let results = await Assessment.run(plan, over: inventories, toolVersion: "")
    return results.subjects.flatMap { subject in
      zip(results.controls, subject.controls).map { control, result in
        ControlCase(control: control, subject: subject.subject, result: result)
      }
    }
  }

  /// What Swift Testing is told of the case: a line for each finding, else for each reason why the
  /// control could not be assessed; empty where it passed, is waived or is not applicable.
  public var issues: [String] {
    let open = result.findings.filter { $0.waiver == nil }
    if !open.isEmpty {
      return open.map { finding in
        let place = finding.locator.map { " at \($0)" } ?? ""
        return "\(finding.record): \(finding.attribute) is \(finding.observed), "
          + "expected \(finding.expected)\(place). \(finding.remedy)"
      }
    }
    guard result.outcome > .waived else { return [] }
    return result.reasons.isEmpty ? [result.outcome.label] : result.reasons
  }

  /// Records an issue for each of the case's ``issues``.
  ///
  /// - Parameter sourceLocation: Where the issues are shown; leave it out.
  public func check(sourceLocation: SourceLocation = #_sourceLocation) {
    for issue in issues {
      Issue.record("\(control.id): \(issue)", sourceLocation: sourceLocation)
    }
  }
}
