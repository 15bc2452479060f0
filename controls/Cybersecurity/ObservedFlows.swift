import ControlTesting
import SuiteVocabulary

/// Whether the flows that were seen are those that were allowed.
struct ObservedFlows: Fold {
  private var allowed: Set<String> = []
  private var seen = Sightings<String, RecordReference>()

  init() {}

  private enum CodingKeys: String, CodingKey {
    case allowed, seen
  }

  static func isMember(_ flow: Flow, _ scope: Scope) -> Bool { flow.effect != .refused }

  mutating func observe(_ flow: Flow, _ scope: Scope) throws {
    if flow.effect == .seen {
      let reference = RecordReference(flow)
      seen.note(flow.ends, reference) { _ in }
      return
    }
    allowed.insert(flow.ends)
    try scope.expectApproval(flow.approval, of: [flow.id, flow.to])
    if flow.expiresAt.isAhead(of: scope.asOf) { return }
    throw Deviation("end", expected: "after \(scope.asOf), or never", observed: "\(flow.expiresAt)")
  }

  mutating func merge(_ later: ObservedFlows) {
    allowed.formUnion(later.allowed)
    seen.merge(later.seen) { _, _ in }
  }

  func deviations(_ scope: Scope) throws -> [Deviation] {
    seen.all.compactMap { ends, reference in
      if allowed.contains(ends) { return nil }
      var deviation = Deviation("flow", expected: "one that is allowed", observed: ends)
      deviation.record = reference
      return deviation
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    // A set has no order of its own; the same state must give the same bytes.
    try container.encode(allowed.sorted(), forKey: .allowed)
    try container.encode(seen, forKey: .seen)
  }
}

extension Flow {
  /// Both ends, with the port where it is recorded.
  fileprivate var ends: String {
    "\(from) to \(to)" + (port.map { ", port \($0)" } ?? "")
  }
}
