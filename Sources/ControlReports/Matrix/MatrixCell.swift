import ControlModel

/// What a cell of the matrix says: an outcome, or why there is none.
enum CellStatus: String, Sendable, Hashable, CaseIterable {
  case fail
  case error
  case stale
  case notAssessed
  case claimed
  case waived
  case pass
  case supported
  case notApplicable
  case uncovered

  init(_ outcome: Outcome) {
    switch outcome {
    case .notApplicable: self = .notApplicable
    case .pass: self = .pass
    case .waived: self = .waived
    case .notAssessed: self = .notAssessed
    case .stale: self = .stale
    case .fail: self = .fail
    case .error: self = .error
    }
  }

  /// The word in a cell.
  var word: String {
    switch self {
    case .fail: "FAIL"
    case .error: "error"
    case .stale: "stale"
    case .notAssessed: "not assessed"
    case .claimed: "claimed"
    case .waived: "waived"
    case .pass: "pass"
    case .supported: "supported"
    case .notApplicable: "n/a"
    case .uncovered: "uncovered"
    }
  }

  /// What the word means.
  var meaning: String {
    switch self {
    case .fail: "at least one record deviates and is not waived"
    case .error: "evidence could not be read, or the check itself could not finish"
    case .stale: "the evidence is older than the policy allows"
    case .notAssessed: "evidence is missing, or its population is empty and nothing proves it so"
    case .claimed: "only the supplier's own claims answer, so it cannot pass"
    case .waived: "every deviating record is covered by an active waiver"
    case .pass: "records were judged, or none is proven to exist, and nothing deviates"
    case .supported: "controls contribute to the requirement and none decides it"
    case .notApplicable: "outside what the controls apply to"
    case .uncovered: "no control maps to the requirement"
    }
  }
}

/// One requirement for one subject.
struct MatrixCell: Sendable {
  /// The result behind the cell; `nil` where the subject has none for the requirement.
  let result: RequirementResult?
  let status: CellStatus

  init(_ result: RequirementResult?) {
    self.result = result
    status = result.map(MatrixCell.status) ?? .uncovered
  }

  private static func status(of result: RequirementResult) -> CellStatus {
    switch result.standing {
    case .uncovered: .uncovered
    case .supported: .supported
    case .assessed:
      result.isClaimedOnly && result.outcome <= .notAssessed ? .claimed : .init(result.outcome)
    }
  }

  /// What the supporting controls came to where that is not a plain pass; else `nil`.
  var supportingStatus: CellStatus? {
    guard status == .supported, let result, result.outcome > .pass else { return nil }
    return CellStatus(result.outcome)
  }

  /// `3 of 1,204`: how many records deviate, of how many judged; `nil` where nothing was judged.
  var population: String? {
    guard let result, status != .uncovered, status != .notApplicable else { return nil }
    if status == .fail, result.failedCount == 0 { return nil }
    guard result.populationCount > 0 || status == .pass || status == .fail else { return nil }
    return "\(grouped(result.failedCount)) of \(grouped(result.populationCount))"
  }

  /// The whole cell in words: `FAIL 3 of 1,204`.
  var words: String {
    switch status {
    case .fail: [status.word, population].compactMap(\.self).joined(separator: " ")
    case .supported: supportingStatus.map { "supported, \($0.word)" } ?? status.word
    default: status.word
    }
  }

  /// The cell where there is little room: `FAIL 3/41`.
  var shortWords: String {
    switch status {
    case .fail:
      // A subject as a whole may fail where there is no record to count.
      result.flatMap {
        $0.failedCount == 0
          ? nil : "FAIL \(grouped($0.failedCount))/\(grouped($0.populationCount))"
      } ?? "FAIL"
    case .supported:
      switch supportingStatus {
      case nil: "supported"
      case .notAssessed: "supported ?"
      case .some(let other): "supp. \(other.word)"
      }
    case .uncovered: "-"
    default: status.word
    }
  }
}
