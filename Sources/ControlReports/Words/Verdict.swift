import ControlModel

/// What came of one control for one subject, with everything that a document says beside it.
struct Verdict: Sendable {
  let subject: SubjectResult
  let control: ControlDescription
  let result: ControlResult

  /// How many findings are counted and not listed, because the policy keeps no more.
  var unlistedCount: Int { max(0, result.findingCount - result.findings.count) }

  /// The findings that no waiver covers.
  var openFindings: [Finding] { result.findings.filter { $0.waiver == nil } }

  /// The findings that a waiver covers.
  var waivedFindings: [Finding] { result.findings.filter { $0.waiver != nil } }

  /// The waiver with an id, or `nil`.
  func waiver(_ id: String?) -> Waiver? {
    id.flatMap { id in subject.waivers.first { $0.id == id } }
  }

  /// The outcome in one sentence: how many of how many, and why.
  var sentence: String {
    var text = result.outcome.label
    if result.isClaimedOnly, result.outcome <= .notAssessed { text += " (claims only)" }
    let population = result.population
    if result.findingCount > 0 || population.count > 0 {
      text += ", \(grouped(result.failedCount)) of \(grouped(population.count))"
      text += " \(population.recordType) deviate"
    }
    if result.waivedCount > 0 { text += ", \(counted(result.waivedCount, "finding")) waived" }
    if unlistedCount > 0 { text += ", \(counted(unlistedCount, "finding")) not listed" }
    if !result.reasons.isEmpty { text += ": " + result.reasons.joined(separator: "; ") }
    return text
  }
}

extension Report {
  /// What came of every control for every subject, in the order of the results, a subject at a
  /// time.
  var verdicts: some Sequence<Verdict> { results.subjects.lazy.flatMap { verdicts(of: $0) } }

  /// What came of every control for one subject.
  func verdicts(of subject: SubjectResult) -> [Verdict] {
    subject.controls.map { result in
      let known = control(result.control)
      let control = known ?? ControlDescription(id: result.control, title: result.control)
      return Verdict(subject: subject, control: control, result: result)
    }
  }

  /// When each subject's evidence files were collected, by subject and path.
  var collectionTimes: [String: [String: Instant]] {
    Dictionary(
      results.subjects.map { ($0.subject.id, $0.collectionTimes) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

extension Finding {
  /// The deviation in one sentence.
  var sentence: String {
    let chain = path.isEmpty ? "" : " (through \(path.joined(separator: " -> ")))"
    return "\(recordType) \(record): \(attribute) is \(observed), needed \(expected)\(chain)"
  }

  /// The file as it stands in a repository that keeps evidence in `evidence`, the tool's default;
  /// the subject's folder where the subject as a whole deviates.
  var repositoryPath: String {
    insidePath(locator.map { "evidence/\(subject)/\($0.path)" } ?? "evidence/\(subject)")
  }
}

extension Diagnostic {
  /// What could not be judged, in one sentence.
  var sentence: String {
    let place = locator.map { "\($0): " } ?? ""
    return "\(place)\(code.rawValue): found \(found); needed \(needed); mend: \(remedy)"
  }
}
