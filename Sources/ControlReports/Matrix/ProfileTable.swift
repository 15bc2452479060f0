import ControlModel

/// A profile as a matrix: its controls in the order of reading, a cell for each subject.
struct ProfileTable: Sendable {
  /// One control of a profile for every subject.
  struct Row: Sendable {
    let id: String
    /// The control's title; empty where no suite has it.
    let title: String
    /// One cell for each subject, in the order of the results.
    let cells: [ControlCell]
  }

  let profile: Profile
  /// The rows of each section, in the profile's order.
  let sections: [(section: Profile.Section, rows: [Row])]

  /// Arranges the results of a profile's controls.
  ///
  /// - Parameters:
  ///   - profile: The profile.
  ///   - report: The finished results.
  init(_ profile: Profile, in report: Report) {
    self.profile = profile
    let results = report.results.subjects.map { subject in
      Dictionary(subject.controls.map { ($0.control, $0) }, uniquingKeysWith: { one, _ in one })
    }
    sections = profile.sections.map { section in
      let rows = section.controls.map { id in
        Row(
          id: id,
          title: report.control(id)?.title ?? "",
          cells: results.map { ControlCell($0[id]) }
        )
      }
      return (section, rows)
    }
  }
}

/// One control for one subject.
struct ControlCell: Sendable {
  let result: ControlResult?
  let status: CellStatus

  init(_ result: ControlResult?) {
    self.result = result
    guard let result else {
      status = .uncovered
      return
    }
    let isClaimed = result.isClaimedOnly && result.outcome <= .notAssessed
    status = isClaimed ? .claimed : CellStatus(result.outcome)
  }

  /// `FAIL 3 of 41`, or the word of the outcome; `not run` where no suite has the control.
  var words: String {
    guard let result else { return "not run" }
    guard status == .fail, result.failedCount > 0 else { return status.word }
    return "FAIL \(grouped(result.failedCount)) of \(grouped(result.population.count))"
  }

  /// The cell where there is little room: `FAIL 3/41`.
  var shortWords: String {
    guard status == .fail, let result, result.failedCount > 0 else { return words }
    return "FAIL \(grouped(result.failedCount))/\(grouped(result.population.count))"
  }
}

extension Profile {
  /// What the profile says of a subject: `ready for review: no`.
  ///
  /// - Parameter decision: Its decision.
  /// - Returns: The sentence without what stands behind it.
  func sentence(_ decision: GateDecision) -> String {
    switch decision {
    case .approve: "\(decides): yes"
    case .hold: "\(decides): not shown"
    case .deny: "\(decides): no"
    }
  }
}

extension ProfileResult {
  /// The reasons that keep it closed, the decisive ones first.
  var blockingReasons: [GateReason] { reasons.filter { $0.effect > .approve } }
}

extension SubjectResult {
  /// What a profile says of the subject; `nil` where it was not asked.
  func result(of profile: Profile) -> ProfileResult? {
    profiles.first { $0.profile == profile.name }
  }
}
