import ControlTesting

/// MAE4-4: each workload is set apart and bounded, and nothing flowed that no rule allows.
///
/// Rules are flows that somebody declared or configured; what was observed is held to them. Holds one
/// reference for each pair of ends, port and protocol that was seen.
struct WorkloadFlows: Fold {
  private struct Way: Hashable, Codable {
    let from: String
    let to: String
    let port: Int?
    let protocolName: String

    var words: String { "\(protocolName) to \(to)\(port.map { ":\($0)" } ?? "")" }
  }

  private struct Rule: Codable {
    let way: Way
    let until: Instant?
    let isEnded: Bool
  }

  private var rules: [Rule] = []
  private var seen = Sightings<Way, RecordReference>()

  static var watched: [Watched<Self>] {
    [Watched(Sandbox.self) { _, sandbox, _ in try sandbox.expectSegmented() }]
  }

  mutating func observe(_ flow: Flow, _ scope: Scope) throws {
    let way = Way(
      from: flow.from,
      to: flow.to,
      port: flow.port,
      protocolName: flow.protocolName.lowercased()
    )
    switch (flow.basis, flow.effect) {
    case (_, .refused): return
    case (.observed, _), (_, .seen): seen.note(way, RecordReference(flow))
    case (.declared, .allowed), (.configured, .allowed):
      try flow.expectBounded()
      let isEnded = flow.expiresAt.hasPassed(at: scope.asOf)
      rules.append(Rule(way: way, until: flow.expiresAt.instant, isEnded: isEnded))
    }
  }

  mutating func merge(_ later: WorkloadFlows) {
    rules += later.rules
    seen.merge(later.seen)
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let byStart = Dictionary(grouping: rules, by: \.way.from)
    let strays = seen.all.compactMap { way, record -> Deviation? in
      let fitting = ((byStart[way.from] ?? []) + (byStart["*"] ?? [])).filter {
        Self.covers($0.way, way)
      }
      if fitting.contains(where: { !$0.isEnded }) { return nil }
      var deviation = Deviation(
        "flow",
        expected: "an allowed one",
        observed: "\(way.words), "
          + (fitting.first?.until.map { "allowed until \($0)" } ?? "which no rule allows"),
        path: scope.chain(to: way.from)
      )
      deviation.record = record
      return deviation
    }
    return strays + unsegmented(scope)
  }

  private static func covers(_ rule: Way, _ way: Way) -> Bool {
    // A rule whose port nobody recorded is no rule for every port.
    guard rule.port == way.port else { return false }
    guard rule.protocolName == "*" || rule.protocolName == way.protocolName else { return false }
    return rule.to == way.to || PermissionPattern(rule.to).covers(PermissionPattern(way.to))
  }

  /// Agents without a sandbox on record.
  private func unsegmented(_ scope: Scope) -> [Deviation] {
    scope.records(Agent.self).filter { $0.status == .enabled }.compactMap { agent in
      let isNamed = agent.sandbox.map { scope.first(Sandbox.self, $0) != nil } ?? false
      if isNamed || !scope.all(Sandbox.self, where: \.agent, is: agent.id).isEmpty { return nil }
      return Deviation(
        "sandbox",
        expected: "on record",
        observed: agent.sandbox.map { "\($0), not among the sandboxes" } ?? "none on record",
        record: agent
      )
    }
  }
}

extension Flow {
  /// Ends that stand for everywhere.
  private static let everywhere: Set<String> = ["*", "0.0.0.0/0", "::/0", "any", "internet"]

  /// States that a rule does not open the way to everywhere: then nothing is refused by default.
  fileprivate func expectBounded() throws {
    if Self.everywhere.contains(to.lowercased()) {
      throw Deviation("egress", expected: "to named ends", observed: "to \(to)")
    }
    try expect("approval", approval, .present)
    if expiresAt == .notRecorded {
      throw Deviation("end", expected: "recorded", observed: "not recorded")
    }
  }
}

extension Sandbox {
  /// States that the workload is set apart, calls nobody by default and cannot take all of its host.
  fileprivate func expectSegmented() throws {
    try expect("isolation", isolation, .oneOf([.microVM, .container, .webAssembly]))
    switch egress {
    case .denied: break
    case .allowList: try expect("allowed destinations", egressDestinations, .present)
    case .open, .unknown:
      throw Deviation("egress", expected: "refused by default", observed: egress.rawValue)
    }
    let opened = (egressDestinations ?? []).first { PermissionPattern($0).isEverything }
    if let opened {
      throw Deviation("allowed destinations", expected: "named ends", observed: opened)
    }
    try expect("limit on memory", memoryLimitInBytes, .present)
    try expect("limit on processes", processLimit, .present)
  }
}
