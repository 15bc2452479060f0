import ControlTesting

/// Calls of identities and agents that should be gone, by who made them.
///
/// A refused call is not one: it shows that the offboarding holds. Holds one entry for each caller
/// that deviates, whatever the length of the log.
struct CallsAfterOffboarding: Fold {
  private struct Calls: Sendable {
    var first: AuditEvent
    var count = 1
    var last: Instant
  }

  private enum Fault: Hashable {
    case late(Instant)
    case undated
    case unknown
  }

  private struct Caller: Hashable {
    let id: String
    let fault: Fault
  }

  private var calls: [Caller: Calls] = [:]

  init() {}

  mutating func observe(_ event: AuditEvent, _ scope: Scope) throws {
    if event.result == .denied { return }
    var seen: Set<String> = []
    for id in [event.actor, event.actedAs].compactMap({ $0 }) where seen.insert(id).inserted {
      let mustBeKnown =
        id == event.actor && event.actorKind != .person && event.actorKind != .service
      guard let fault = fault(id, at: event.occurredAt, mustBeKnown: mustBeKnown, scope) else {
        continue
      }
      note(Calls(first: event, last: event.occurredAt), of: Caller(id: id, fault: fault))
    }
  }

  mutating func merge(_ later: CallsAfterOffboarding) {
    for (caller, others) in later.calls { note(others, of: caller) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let callers = calls.sorted { $0.value.first.locator < $1.value.first.locator }
    return callers.map { deviation($0.key, $0.value) } + agentCalls(scope)
  }

  private mutating func note(_ others: Calls, of caller: Caller) {
    guard var own = calls[caller] else {
      calls[caller] = others
      return
    }
    if others.first.occurredAt < own.first.occurredAt { own.first = others.first }
    own.count += others.count
    own.last = max(own.last, others.last)
    calls[caller] = own
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
    let counted =
      "\(calls.count) call\(calls.count == 1 ? "" : "s") of \(caller.id), "
      + "first \(calls.first.occurredAt), last \(calls.last)"
    switch caller.fault {
    case .late(let end):
      return Deviation(
        "call after offboarding",
        expected: "none after \(end)",
        observed: counted,
        record: calls.first
      )
    case .undated:
      return Deviation(
        "offboarding time",
        expected: "recorded for a disabled identity",
        observed: "not recorded; \(counted)",
        record: calls.first
      )
    case .unknown:
      return Deviation(
        "actor",
        expected: "in the identity inventory",
        observed: "not in it; \(counted)",
        record: calls.first
      )
    }
  }
}

extension CallsAfterOffboarding {
  /// What retired agents still did, by the trace; a trace must be there where agents are.
  private func agentCalls(_ scope: Scope) -> [Deviation] {
    let calls = scope.records(ToolCall.self)
    let runs = scope.records(AgentRun.self)
    if calls.isEmpty && runs.isEmpty { return traceNeeded(scope) }
    return calls.compactMap { call in
      call.result == .denied
        ? nil : fault(ofAgent: call.agent, at: call.startedAt, record: call, scope)
    }
      + runs.compactMap { fault(ofAgent: $0.agent, at: $0.startedAt, record: $0, scope) }
  }

  private func fault(
    ofAgent agent: String,
    at instant: Instant,
    record: any EvidenceRecord,
    _ scope: Scope
  ) -> Deviation? {
    switch scope.standing(ofAgent: agent) {
    case .present: return nil
    case .unregistered:
      return Deviation(
        "agent",
        expected: "in the agent manifest",
        observed: "\(agent), not in it",
        record: record
      )
    case .ended(let end, let source):
      if let end = end.instant, instant <= end { return nil }
      return Deviation(
        "call after offboarding",
        expected: end.instant.map { "none after \($0)" } ?? "none, \(source)",
        observed: "call of \(agent) at \(instant)",
        record: record
      )
    }
  }

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
  /// The identity with an id, or the one that has it as an alias.
  func identity(called id: String) -> Identity? {
    first(Identity.self, id) ?? all(Identity.self, where: \.aliases, contains: id).first
  }
}
