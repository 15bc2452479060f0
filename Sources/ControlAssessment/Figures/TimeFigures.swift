import ControlModel

/// How long reviews took, and how long a call waits for its decision.
enum TimeFigures {
  static func all(of inventory: Inventory) -> [Figure] {
    let reviews = inventory.records(ProcurementApproval.self).compactMap { approval -> Duration? in
      guard let asked = approval.requestedAt, let decided = approval.decidedAt.instant,
        asked <= decided
      else { return nil }
      return decided.duration(since: asked)
    }
    let waits = inventory.records(PolicyDecision.self).compactMap(\.latency)
    return [
      Figure(.reviewTime, "from request to decision of approvals", words(reviews)),
      Figure(.cost, "wait of a call for its decision", words(waits)),
    ]
  }

  /// `3 measured: median 2 days, greatest 9 days`.
  private static func words(_ durations: [Duration]) -> String {
    let ordered = durations.sorted()
    guard let greatest = ordered.last else { return "not recorded" }
    let median = ordered[(ordered.count - 1) / 2]
    let high = ordered[(ordered.count * 95 + 99) / 100 - 1]
    return "\(ordered.count) measured: median \(median.words), 95 % within \(high.words), "
      + "greatest \(greatest.words)"
  }
}
