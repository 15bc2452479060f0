import ControlTesting
import SuiteVocabulary

/// Calls of identities and agents that should be gone, by who made them.
///
/// A refused call is not one: it shows that the offboarding holds. Holds one entry for each caller
/// that deviates, whatever the length of the log.
struct CallsAfterOffboarding: Fold {
  private struct Calls: Sendable, Codable {
    var first: RecordReference
    var firstAt: Instant
    var count = 1
    var last: Instant
  }

  private enum Fault: Hashable, Codable {
    case late(Instant)
    case undated
    case unknown
  }

  private struct Caller: Hashable, Codable {
    let id: String
    let fault: Fault
  }

  private var calls = Sightings<Caller, Calls>()
  /// How many calls and runs the agents' trace has.
  private var traceCount = 0

  init() {}

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, scope in
        state.traceCount += 1
        if call.result == .denied { return }
        try scope.checkCall(ofAgent: call.agent, at: call.startedAt)
      },
      Watched(AgentRun.self) { state, run, scope in
        state.traceCount += 1
        try scope.checkCall(ofAgent: run.agent, at: run.startedAt)
      },
    ]
  }

  mutating func observe(_ event: AuditEvent, _ scope: Scope) throws {
    if event.result == .denied { return }
    var seen: Set<String> = []
    for id in [event.actor, event.actedAs].compactMap({ $0 }) where seen.insert(id).inserted {
      let mustBeKnown =
        id == event.actor && event.actorKind != .person && event.actorKind != .service
      guard let fault = fault(id, at: event.occurredAt, mustBeKnown: mustBeKnown, scope) else {
        continue
      }
      let call = Calls(
        first: RecordReference(event),
        firstAt: event.occurredAt,
        last: event.occurredAt
      )
      note(call, of: Caller(id: id, fault: fault))
    }
  }

  mutating func merge(_ later: CallsAfterOffboarding) {
    for (caller, others) in later.calls.all { note(others, of: caller) }
    traceCount += later.traceCount
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let callers = calls.all.sorted { $0.value.first.locator < $1.value.first.locator }
    return callers.map { deviation($0.key, $0.value) } + (traceCount == 0 ? traceNeeded(scope) : [])
  }

  private mutating func note(_ others: Calls, of caller: Caller) {
    calls.note(caller, others) { own in
      if others.firstAt < own.firstAt {
        own.first = others.first
        own.firstAt = others.firstAt
      }
      own.count += others.count
      own.last = max(own.last, others.last)
    }
  }

  private func fault(
    _ id: String,
    at instant: Instant,
    mustBeKnown: Bool,
    _ scope: Scope
  ) -> Fault? {
    guard let identity = scope.identity(called: id) else {
      if let end = scope.ending(of: id, .identity, .person)?.effectiveAt {
        return instant > end ? .late(end) : nil
      }
      return mustBeKnown ? .unknown : nil
    }
    guard let end = identity.retirement(in: scope) else { return nil }
    guard let end = end.instant else { return .undated }
    return instant > end ? .late(end) : nil
  }

  private func deviation(_ caller: Caller, _ calls: Calls) -> Deviation {
    var deviation = statement(caller, calls)
    deviation.record = calls.first
    return deviation
  }

  private func statement(_ caller: Caller, _ calls: Calls) -> Deviation {
    let counted =
      "\(calls.count) call\(calls.count == 1 ? "" : "s") of \(caller.id), "
      + "first \(calls.firstAt), last \(calls.last)"
    switch caller.fault {
    case .late(let end):
      return Deviation(
        "call after offboarding",
        expected: "none after \(end)",
        observed: counted
      )
    case .undated:
      return Deviation(
        "offboarding time",
        expected: "recorded for a disabled identity",
        observed: "not recorded; \(counted)"
      )
    case .unknown:
      return Deviation(
        "actor",
        expected: "in the identity inventory",
        observed: "not in it; \(counted)"
      )
    }
  }
}

extension CallsAfterOffboarding {
  /// Where agents are, or were, what they did after their end can be shown by a trace alone.
  private func traceNeeded(_ scope: Scope) -> [Deviation] {
    let ended = scope.records(LifecycleEvent.self).first {
      $0.targetKind == .agent && scope.ending(of: $0.target, .agent) != nil
    }
    let agent = ended?.target ?? scope.records(Agent.self).first?.id
    if agent == nil && scope.subject.kind != .agentSystem { return [] }
    return [
      Deviation(
        "agent trace",
        expected: "the calls of the agents, to show none after their offboarding",
        observed: "no trace\(agent.map { ", though there is or was \($0)" } ?? "")"
      )
    ]
  }
}

extension Scope {
  /// Holds a call of an agent to the agent's time: retired agents make none.
  fileprivate func checkCall(ofAgent agent: String, at instant: Instant) throws {
    switch standing(ofAgent: agent) {
    case .present: return
    case .unregistered:
      throw Deviation(
        "agent",
        expected: "in the agent manifest",
        observed: "\(agent), not in it"
      )
    case .ended(let end, let source):
      if let end = end.instant, instant <= end { return }
      throw Deviation(
        "call after offboarding",
        expected: end.instant.map { "none after \($0)" } ?? "none, \(source)",
        observed: "call of \(agent) at \(instant)"
      )
    }
  }
}
