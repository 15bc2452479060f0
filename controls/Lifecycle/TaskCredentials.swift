import ControlTesting
import SuiteVocabulary

/// JIT-1: each call used a credential that was issued for its own task or session, to its own agent
/// and identity, and no credential serves two tasks.
///
/// Calls and issuances are gathered apart and joined at the end, so that the log need not be held:
/// the state grows with credentials and the tasks they were seen in, never with calls.
struct TaskCredentials: Fold {
  /// What a call says of itself and of its credential.
  private struct Use: Hashable, Codable {
    let agent: String
    let actor: String?
    let credential: String?
    let issuance: String?
    let task: String?
    let session: String?
  }

  private struct Calls: Codable {
    var first: RecordReference
    var firstAt: Instant
    var count: Int

    mutating func merge(_ other: Calls) {
      if other.firstAt < firstAt {
        first = other.first
        firstAt = other.firstAt
      }
      count += other.count
    }
  }

  private struct Issued: Codable {
    let id: String
    let credential: String
    let identity: String
    let agent: String?
    let task: String?
    let session: String?
    let issuedAt: Instant
    let record: RecordReference

    /// What it was issued for; `nil`: not recorded.
    var purpose: String? { task.map { "task \($0)" } ?? session.map { "session \($0)" } }
  }

  private var uses = Sightings<Use, Calls>()
  private var issued: [Issued] = []

  static var watched: [Watched<Self>] {
    [
      Watched(Issuance.self) { state, issuance, _ in
        guard issuance.result == .issued else { return }
        state.issued.append(
          Issued(
            id: issuance.id,
            credential: issuance.credential,
            identity: issuance.identity,
            agent: issuance.agent,
            task: issuance.task,
            session: issuance.session,
            issuedAt: issuance.issuedAt,
            record: RecordReference(issuance)
          )
        )
      }
    ]
  }

  static func isMember(_ call: ToolCall, _ scope: Scope) -> Bool { call.result != .denied }

  mutating func observe(_ call: ToolCall, _ scope: Scope) {
    let use = Use(
      agent: call.agent,
      actor: call.actor,
      credential: call.credential,
      issuance: call.issuance,
      task: call.task,
      session: call.session
    )
    let start = call.startedAt
    uses.note(use, Calls(first: RecordReference(call), firstAt: start, count: 1)) { calls in
      calls.count += 1
      if start < calls.firstAt {
        calls.firstAt = start
        calls.first = RecordReference(call)
      }
    }
  }

  mutating func merge(_ later: TaskCredentials) {
    uses.merge(later.uses) { $0.merge($1) }
    issued += later.issued
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let byID = Dictionary(issued.map { ($0.id, $0) }) { first, _ in first }
    let byCredential = Dictionary(grouping: issued, by: \.credential)
    return uses.all.compactMap { use, calls in
      let candidates =
        use.issuance.map { [byID[$0]].compactMap { $0 } }
        ?? use.credential.flatMap { byCredential[$0] } ?? []
      do {
        try check(use, calls, candidates, scope)
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        if calls.count > 1 { deviation.observed += "; in \(calls.count) calls" }
        deviation.record = calls.first
        return deviation
      }
    } + sharedByTasks(byCredential)
  }

  private func check(_ use: Use, _ calls: Calls, _ candidates: [Issued], _ scope: Scope) throws {
    guard let name = use.issuance ?? use.credential else {
      throw Deviation("credential", expected: "present", observed: "not recorded")
    }
    // Of several issuances of one credential the one for this task counts, else the last before it.
    let matching = candidates.filter { Self.isFor($0, use) }
    guard
      let issued = matching.first ?? candidates.last(where: { $0.issuedAt <= calls.firstAt })
        ?? candidates.first
    else {
      throw Deviation(
        "issuance of the credential",
        expected: "on record",
        observed: "\(name), not among the issuances"
      )
    }
    if let credential = use.credential {
      try expect("credential", credential, .equal(issued.credential))
    }
    if !Self.isFor(issued, use) {
      throw Deviation(
        "task of the credential",
        expected: issued.purpose ?? "a task or session, on the issuance",
        observed: use.task.map { "task \($0)" } ?? use.session.map { "session \($0)" }
          ?? "not recorded"
      )
    }
    if issued.issuedAt > calls.firstAt {
      throw Deviation(
        "issue of the credential",
        expected: "before the call at \(calls.firstAt)",
        observed: issued.issuedAt.description
      )
    }
    try expect("agent of the credential", issued.agent, .equal(use.agent))
    try checkIdentity(of: issued, use, scope)
  }

  /// The identity that signs in, the one that the credential was issued to and the one that the
  /// manifest approved for the agent are one.
  private func checkIdentity(of issued: Issued, _ use: Use, _ scope: Scope) throws {
    guard let approved = scope.first(Agent.self, use.agent)?.runsAs else {
      throw Deviation(
        "approved identity",
        expected: "an identity of the agent in the manifest",
        observed: "none for \(use.agent)"
      )
    }
    for (what, name) in [("credential", Optional(issued.identity)), ("call", use.actor)]
    where !scope.isSame(name, approved) {
      throw Deviation(
        "identity of the \(what)",
        expected: "\(approved), as approved for \(use.agent)",
        observed: name ?? "not recorded"
      )
    }
  }

  private static func isFor(_ issued: Issued, _ use: Use) -> Bool {
    if let task = issued.task { return task == use.task }
    if let session = issued.session { return session == use.session }
    return false
  }

  /// Credentials that were handed out for a second task or session, whether or not it used them.
  private func sharedByTasks(_ byCredential: [String: [Issued]]) -> [Deviation] {
    issued.compactMap { one in
      guard let first = byCredential[one.credential]?.first, first.id != one.id,
        one.purpose == nil || one.purpose != first.purpose
      else { return nil }
      var deviation = Deviation(
        "credential",
        expected: "its own for each task",
        observed: "\(one.credential), issued before for \(first.purpose ?? "nothing recorded")"
      )
      deviation.record = one.record
      return deviation
    }
  }
}
