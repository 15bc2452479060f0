import ControlTesting
import SuiteVocabulary

/// Holds the risk register to a decision on each threat of a layer, and the layer to an owner.
///
/// A layer applies unless the register of AI systems leaves it out of the layers of each system, and
/// no agent stands in it. A threat that does not apply is decided on too: with a reason.
struct ThreatDecisions {
  private let layer: ThreatLayer
  private let scope: Scope

  private init(_ layer: ThreatLayer, _ scope: Scope) {
    self.layer = layer
    self.scope = scope
  }

  /// What deviates in the subject.
  static func deviations(of layer: ThreatLayer, _ scope: Scope) -> [Deviation] {
    ThreatDecisions(layer, scope).deviations()
  }

  private func deviations() -> [Deviation] {
    let systems = scope.records(AISystem.self).filter { $0.state != .retired && $0.state != .idea }
    if systems.isEmpty {
      return [
        Deviation(
          "AI systems",
          expected: "in the register, with their layers",
          observed: "none on record"
        )
      ]
    }
    let concerned = systems.filter { $0.layers?.contains(layer.id) ?? true }
    if concerned.isEmpty && !scope.hasAgent(in: layer.id) { return [] }
    return layer.threats.flatMap { judge($0, concerned.map(\.id)) } + ownership() + control()
  }

  // MARK: - Threats

  private func judge(_ threat: ThreatLayer.Threat, _ systems: [String]) -> [Deviation] {
    let decisions = scope.decisions(on: threat.id)
    let limit = scope.policy.threatModelMaximumAge
    let undecided = systems.filter { system in
      !decisions.contains { $0.system == nil || $0.system == system }
    }
    var found: [Deviation] = []
    if decisions.isEmpty || !undecided.isEmpty {
      let systems = undecided.sorted().joined(separator: ", ")
      found.append(
        Deviation(
          "decision on \(threat.words)",
          expected: "dated at most \(limit.words) ago",
          observed: decisions.isEmpty ? "none on record" : "none on record for \(systems)"
        )
      )
    }
    return found
      + decisions.compactMap { decision in
        do {
          try check(decision, threat)
          return nil
        } catch {
          var deviation = Deviation(thrown: error)
          deviation.record = RecordReference(decision)
          return deviation
        }
      }
  }

  private func check(_ decision: Risk, _ threat: ThreatLayer.Threat) throws {
    if decision.applicable == .undecided {
      throw Deviation(
        "applicability of \(threat.words)",
        expected: "yes or no",
        observed: "undecided"
      )
    }
    try checkDate(decision, threat)
    try scope.expectActiveOwner("signer", decision.signedBy)
    if decision.applicable == .no { return try expect("reason", decision.reason, .notEmpty) }
    try scope.expectActiveOwner("owner", decision.owner)
    switch decision.response {
    case .undecided:
      throw Deviation("response", expected: "decided", observed: "undecided")
    case .accept: try expect("reason to accept", decision.reason, .notEmpty)
    case .transfer: try scope.expectReport(of: decision.vendor)
    case .mitigate, .avoid, .pursue:
      if (decision.controls ?? []).isEmpty && (decision.reason ?? "").isEmpty {
        throw Deviation("control or reason", expected: "present", observed: "not recorded")
      }
    }
  }

  /// A later review that kept the decision dates it anew.
  private func checkDate(_ decision: Risk, _ threat: ThreatLayer.Threat) throws {
    let limit = scope.policy.threatModelMaximumAge
    let past = [decision.decidedAt, decision.reviewedAt].compactMap(\.instant).filter {
      $0 <= scope.asOf
    }
    guard decision.decidedAt.hasPassed(at: scope.asOf), let latest = past.max() else {
      throw Deviation(
        "decision on \(threat.words)",
        expected: "dated at most \(limit.words) ago",
        observed: "dated \(decision.decidedAt)"
      )
    }
    try expect("age of the decision", scope.asOf.duration(since: latest), .atMost(limit))
  }

  // MARK: - The layer as a whole

  private func ownership() -> [Deviation] {
    let duties = scope.all(Duty.self, where: \.layer, is: layer.id).filter {
      $0.relation == .accountable && !$0.endsAt.hasPassed(at: scope.asOf)
        && $0.startsAt.map { $0 <= scope.asOf } ?? true
    }
    guard let duty = duties.first else {
      return [
        Deviation(
          "owner of layer \(layer.id)",
          expected: "an accountable person in the responsibility matrix",
          observed: "none on record"
        )
      ]
    }
    return duties.allSatisfy { scope.isAnswered($0.person) }
      ? []
      : [
        Deviation(
          "owner of layer \(layer.id)",
          expected: "a person or team active in the role register",
          observed: duty.person ?? "not recorded",
          record: duty
        )
      ]
  }

  private func control() -> [Deviation] {
    let isControlled = layer.threats.contains { threat in
      scope.decisions(on: threat.id).contains {
        $0.applicable == .yes && !($0.controls ?? []).isEmpty
      }
    }
    if isControlled { return [] }
    return [
      Deviation(
        "controls of layer \(layer.id)",
        expected: "at least one, named by a decision on a threat that applies",
        observed: "none on record"
      )
    ]
  }
}

extension Scope {
  /// The decisions on a threat, under its id with or without the framework's.
  fileprivate func decisions(on threat: String) -> [Risk] {
    let records =
      all(Risk.self, where: \.threat, is: threat)
      + all(Risk.self, where: \.threat, is: RequirementID.maestro(threat).description)
    return records.filter { $0.kind != .opportunity }
  }

  fileprivate func hasAgent(in layer: String) -> Bool {
    all(Agent.self, where: \.layer, is: layer).contains { $0.status != .retired }
  }

  fileprivate func isAnswered(_ owner: String?) -> Bool {
    do {
      try expectActiveOwner("owner", owner)
      return true
    } catch {
      return false
    }
  }

  /// States that a supplier to whom a threat was handed has a report in force.
  fileprivate func expectReport(of vendor: String?) throws {
    guard let vendor else {
      throw Deviation("party that takes the threat", expected: "present", observed: "not recorded")
    }
    let reports = all(AssuranceReport.self, where: \.vendor, is: vendor)
    let isInForce = reports.contains { report in
      guard report.issuedAt <= asOf else { return false }
      switch report.opinion {
      case .adverse, .disclaimed, nil: return false
      case .unqualified, .qualified, .noOpinion: break
      }
      switch report.expiresAt {
      case .at(let end): return end > asOf
      case .never: return true
      case .notRecorded: return false
      }
    }
    if isInForce { return }
    throw Deviation(
      "report of \(vendor)",
      expected: "in force, for a threat that it takes",
      observed: reports.last.map { "\($0.id), ends \($0.expiresAt)" } ?? "none on record"
    )
  }
}
