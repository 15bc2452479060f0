import ControlTesting
import SuiteVocabulary

/// RSP-1: each required duty has one accountable party, which a role, a contact and a clause name.
struct RequiredDuties {
  private let scope: Scope
  private var found = DeviationList()

  /// What deviates in the subject.
  static func deviations(_ scope: Scope) throws -> [Deviation] {
    var check = RequiredDuties(scope: scope)
    let policy = scope.policy
    for duty in policy.requiredDuties.sorted() {
      let entries = scope.all(Duty.self, where: \.duty, is: duty).filter {
        $0.isInForce(at: scope.asOf)
      }
      let accountable = entries.filter { $0.relation == .accountable }
      try check.checkAccountable(duty, accountable)
      if policy.measuredDuties.contains(duty) { try check.checkMeasure(accountable) }
      if policy.jointDuties.contains(duty), scope.subject.kind == .vendor {
        check.checkBothSides(duty, entries)
      }
    }
    return check.found.all
  }

  private init(scope: Scope) { self.scope = scope }

  private mutating func checkAccountable(_ duty: String, _ entries: [Duty]) throws {
    if entries.isEmpty {
      found.note("duty \(duty)", expected: "one accountable party", observed: "none on record")
    }
    var first: [String: Duty] = [:]
    for entry in entries {
      try found.hold(entry) { try entry.checkParty(scope) }
      guard let other = first[entry.scope] else {
        first[entry.scope] = entry
        continue
      }
      found.note(
        "duty \(duty) of \(entry.scope)",
        expected: "one accountable party",
        observed: "\(other.words) and \(entry.words)",
        record: entry
      )
    }
  }

  /// A duty that is worked off from a queue, at a pace that somebody measures.
  private mutating func checkMeasure(_ entries: [Duty]) throws {
    for entry in entries {
      try found.hold(entry) {
        try expect("queue", entry.queue?.nonBlank, .present)
        try expect("measure", entry.measure?.nonBlank, .present)
        if !scope.all(RiskMeasure.self, where: \.measure, is: entry.measure).isEmpty { return }
        throw Deviation(
          "measure",
          expected: "among the risk measures",
          observed: "\(entry.measure ?? ""), not among them"
        )
      }
    }
  }

  private mutating func checkBothSides(_ duty: String, _ entries: [Duty]) {
    for (side, isOn) in [("customer", true), ("supplier", false)] {
      let own = entries.filter { ($0.party == .customer) == isOn }
      if own.contains(where: { $0.contact?.nonBlank != nil }) { continue }
      found.note(
        "part of the \(side) in \(duty)",
        expected: "on record, with a contact",
        observed: own.isEmpty ? "none on record" : "contact not recorded",
        record: own.first
      )
    }
  }
}

extension Duty {
  /// Whether the duty has begun and not ended.
  func isInForce(at instant: Instant) -> Bool {
    (startsAt.map { $0 <= instant } ?? true) && !endsAt.hasPassed(at: instant)
  }

  fileprivate var words: String { "\(vendor ?? party.rawValue) (\(role))" }

  /// States that the party is named by role, contact and, where a contract is behind it, clause.
  fileprivate func checkParty(_ scope: Scope) throws {
    try expect("role", role.nonBlank, .present)
    try expect("contact", contact?.nonBlank, .present)
    if scope.subject.kind != .vendor && party == .customer { return }
    guard let clause else {
      throw Deviation("clause", expected: "in the contract terms", observed: "not recorded")
    }
    guard let term = scope.first(ContractTerm.self, clause) else {
      throw Deviation(
        "clause",
        expected: "in the contract terms",
        observed: "\(clause), not in the contract terms"
      )
    }
    if term.expiresAt != .never { try scope.expectAhead("end of clause \(clause)", term.expiresAt) }
  }
}
