public import ControlFrameworks
public import ControlModel

/// Finished results and the catalogues that give their requirements names: all a renderer needs.
///
/// A renderer arranges what is here and never judges again: it neither loses a finding nor turns
/// an outcome into another.
public struct Report: Sendable {
  /// What came of the assessment.
  public let results: AssessmentResults
  /// The catalogues that name the requirements.
  public let catalogs: [Catalog]

  /// The matrix, one section for each framework that the results speak of.
  let sections: [MatrixSection]
  private let positions: [String: Int]

  /// Joins results to the catalogues of their frameworks.
  ///
  /// - Parameters:
  ///   - results: What came of the assessment.
  ///   - catalogs: The catalogues that name the requirements; a framework without one is shown
  ///     with its bare ids, and a catalogue that no result speaks of is left out.
  public init(results: AssessmentResults, catalogs: [Catalog]) {
    self.results = results
    self.catalogs = catalogs
    sections = MatrixSection.all(of: results, catalogs: catalogs)
    positions = Dictionary(
      results.controls.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The description of a control, or `nil` where none with the id ran.
  func control(_ id: String) -> ControlDescription? { positions[id].map { results.controls[$0] } }
}

extension SubjectResult {
  /// The reasons that keep the tier closed, the decisive ones first.
  var blockingReasons: [GateReason] { reasons.filter { $0.effect > .approve } }

  /// The reasons that are flagged only.
  var flaggedReasons: [GateReason] { reasons.filter { $0.effect == .approve } }

  /// When each evidence file was collected, by path.
  var collectionTimes: [String: Instant] {
    var times: [String: Instant] = [:]
    for file in files { times[file.path] = file.collectedAt }
    return times
  }
}
