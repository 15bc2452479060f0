import ControlTesting
import SuiteVocabulary

/// Whether a hosting report covers the sites, and what stood out at own sites was reviewed in time.
struct SiteRecords: Gathering {
  /// An entry that nobody reviewed in time.
  private struct Entry: Codable {
    let record: RecordReference
    let observed: String
  }

  private var late: [Entry] = []

  init() {}

  static var watched: [Watched<Self>] {
    [
      Watched(FacilityEvent.self) { state, event, scope in
        if !event.standsOut { return }
        let limit = scope.policy.duration(.facilityReviewLimit)
        if let review = event.reviewedAt.instant, review <= scope.asOf {
          let time = review.duration(since: event.occurredAt)
          if time > limit { state.note(event, "reviewed \(time.words) later") }
        } else if scope.asOf.duration(since: event.occurredAt) > limit {
          state.note(event, "\(event.reviewedAt)")
        }
      }
    ]
  }

  private mutating func note(_ event: FacilityEvent, _ observed: String) {
    late.append(Entry(record: RecordReference(event), observed: observed))
  }

  mutating func merge(_ later: SiteRecords) { late += later.late }

  func deviations(_ scope: Scope) throws -> [Deviation] {
    let limit = scope.policy.duration(.facilityReviewLimit)
    return scope.hostingDeviations()
      + late.map { entry in
        var deviation = Deviation(
          "review",
          expected: "within \(limit.words)",
          observed: entry.observed
        )
        deviation.record = entry.record
        return deviation
      }
  }
}

extension FacilityEvent {
  fileprivate var standsOut: Bool {
    switch kind {
    case .refusal, .visitor, .alarm: true
    case .entry, .exit, .sensor, .review: false
    }
  }
}

extension Scope {
  /// What is wrong where no report on hosting is in date.
  func hostingDeviations() -> [Deviation] {
    let reports = records(AssuranceReport.self).filter { $0.kind == .hosting }
    if reports.contains(where: { $0.isUsable(at: asOf) }) { return [] }
    return [
      Deviation(
        "hosting report",
        expected: "one in date",
        observed: reports.isEmpty
          ? "none recorded"
          : reports.map { "\($0.id), until \($0.expiresAt)" }.joined(separator: "; ")
      )
    ]
  }
}
