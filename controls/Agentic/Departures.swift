import ControlTesting
import SuiteVocabulary

/// ASI10-2: each run that was not what its agent's signed manifest says raised an alert, and the
/// alert was closed with a decision.
///
/// Of the calls it holds one entry for each run that called a tool its manifest does not give it.
struct Departures: Fold {
  /// A call that left the manifest, the first of its run.
  private struct Stray: Codable {
    let record: RecordReference
    let tool: String
    let startedAt: Instant
  }

  private var strays = Sightings<String, Stray>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, scope in
        guard call.wasLetThrough, let agent = scope.first(Agent.self, call.agent) else { return }
        if agent.tools.contains(call.tool), agent.deniedTools?.contains(call.tool) != true {
          return
        }
        state.strays.note(
          call.run,
          Stray(record: RecordReference(call), tool: call.tool, startedAt: call.startedAt)
        )
      }
    ]
  }

  mutating func observe(_ run: AgentRun, _ scope: Scope) throws {
    guard let agent = scope.first(Agent.self, run.agent) else {
      throw Deviation(
        "agent",
        expected: "an agent of the agent manifest",
        observed: "\(run.agent), not in the agent manifest"
      )
    }
    try expect("signer of the manifest", agent.signedBy, .present)
    try expect("digest of the manifest", agent.manifestDigest, .present)
    guard let departure = run.departure(from: agent) else { return }
    try scope.expectAlert(onRun: run.id, after: run.startedAt, for: departure)
  }

  mutating func merge(_ later: Departures) { strays.merge(later.strays) }

  func deviations(_ scope: Scope) -> [Deviation] {
    strays.all.compactMap { run, stray in
      do {
        try scope.expectAlert(
          onRun: run,
          after: stray.startedAt,
          for: "a call of \(stray.tool), which the manifest does not give"
        )
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        deviation.record = stray.record
        return deviation
      }
    }
  }
}

extension AgentRun {
  /// How the run is not what the manifest says, in words; `nil` where it is.
  ///
  /// Only runs since the manifest was last changed can be held to it; without that date, all are.
  fileprivate func departure(from agent: Agent) -> String? {
    if let changedAt = agent.changedAt, startedAt < changedAt { return nil }
    let pairs: [(String, String?, String?)] = [
      ("manifest", manifestDigest, agent.manifestDigest),
      ("version", agentVersion, agent.version),
      ("model", model, agent.model),
    ]
    for (attribute, seen, declared) in pairs where seen != declared {
      return "\(attribute) \(seen ?? "not recorded") instead of \(declared ?? "none")"
    }
    return nil
  }
}

extension Scope {
  /// States that a run raised an alert that was closed with a decision, in time.
  ///
  /// One that is still open within the time holds.
  fileprivate func expectAlert(
    onRun run: String,
    after instant: Instant,
    for departure: String
  ) throws {
    let named = all(Alert.self, where: \.run, is: run)
    let known = Set(named.map(\.id))
    let alerts =
      (named + all(Alert.self, where: \.target, is: run).filter { !known.contains($0.id) })
      .filter { $0.firedAt >= instant && $0.firedAt <= asOf }
    if alerts.isEmpty {
      throw Deviation(
        "alert",
        expected: "one for \(departure)",
        observed: "none that names the run"
      )
    }
    var first: Deviation?
    for alert in alerts {
      do {
        return try alert.checkClosure(self)
      } catch let deviation as Deviation {
        first = first ?? deviation
      }
    }
    if let first { throw first }
  }
}

extension Alert {
  fileprivate func checkClosure(_ scope: Scope) throws {
    let limit = scope.policy.alertClosureLimit
    if disposition == .open || !closedAt.hasPassed(at: scope.asOf) {
      let age = scope.asOf.duration(since: firedAt)
      if age <= limit { return }
      throw Deviation(
        "closure of \(id)",
        expected: "at most \(limit.words) after it fired",
        observed: "open for \(age.words)"
      )
    }
    let closed = closedAt.instant ?? scope.asOf
    try expect("closure of \(id)", closed.duration(since: firedAt), .atMost(limit))
    guard let decision, !decision.isEmpty else {
      throw Deviation("decision in \(id)", expected: "present", observed: "not recorded")
    }
    try expect("who closed \(id)", closedBy, .present)
  }
}
