import ControlTesting
import SuiteVocabulary

extension Advisory {
  /// States that somebody decided on the advisory in time, and that what was done is on record.
  ///
  /// While the limit runs, an open advisory is not overdue.
  ///
  /// - Throws: A ``Deviation`` where it was not handled, too late, or without a record.
  func expectHandled(in scope: Scope) throws {
    try scope.expectPast("received", receivedAt)
    try expectSubject(in: scope)
    let limit = scope.policy.advisoryResponseLimit
    if disposition == .open {
      let age = scope.asOf.duration(since: receivedAt)
      if age <= limit { return }
      throw Deviation(
        "handling",
        expected: "decided at most \(limit.words) after receipt",
        observed: "open for \(age.words)"
      )
    }
    try expect("handled", handledAt, .present)
    if let handled = handledAt.instant { try scope.expectPast("handled", handled) }
    try expect(
      "time to handling",
      handledAt.instant.map { $0.duration(since: receivedAt) },
      .atMost(limit)
    )
    if disposition == .handled { try expectRecordOfHandling(in: scope) }
  }

  /// An advisory about nobody would be about no supplier with access either.
  private func expectSubject(in scope: Scope) throws {
    guard let vendor else {
      if components?.isEmpty == false { return }
      throw Deviation(
        "supplier",
        expected: "the supplier or the components it is about",
        observed: "not recorded"
      )
    }
    if scope.first(VendorRecord.self, vendor) != nil { return }
    throw Deviation(
      "supplier",
      expected: "in the third-party register",
      observed: "\(vendor), not in the third-party register"
    )
  }

  private func expectRecordOfHandling(in scope: Scope) throws {
    if scope.first(Incident.self, incident) != nil || scope.first(Change.self, change) != nil {
      return
    }
    let named = [incident, change].compactMap { $0 }
    throw Deviation(
      "record of handling",
      expected: "an incident or change in the evidence",
      observed: named.isEmpty ? "not recorded" : "\(named.joined(separator: ", ")), not in it"
    )
  }
}
