import ControlTesting
import SuiteVocabulary

/// JIT-2: each credential of a task begins with it, ends with it, within the grace period, and is
/// not used after.
///
/// Holds one entry for each credential issued and each task, never one for each call.
struct TaskEnds: Fold {
  /// A credential to be held to its task once the trace is read.
  private struct Issued: Codable {
    let id: String
    let credential: String
    let task: String
    let issuedAt: Instant
    let end: Instant?
    let lastUsedAt: Instant?
    let record: RecordReference
  }

  /// From the first start of a task's runs to their last end.
  private struct Span: Codable {
    var start: Instant
    var end: Instant
    /// Whether a run of it has not ended.
    var isOpen: Bool
    /// Whether a run of it ended and does not say when.
    var isUndated: Bool

    mutating func merge(_ other: Span) {
      start = min(start, other.start)
      end = max(end, other.end)
      isOpen = isOpen || other.isOpen
      isUndated = isUndated || other.isUndated
    }
  }

  private var issued: [Issued] = []
  private var tasks = Sightings<String, Span>()
  /// The last call let through with each credential, and with each issuance.
  private var credentialUses = Sightings<String, Instant>()
  private var issuanceUses = Sightings<String, Instant>()

  static var watched: [Watched<Self>] {
    [
      Watched(AgentRun.self) { state, run, _ in
        guard let task = run.task else { return }
        let end = run.endedAt.instant
        let span = Span(
          start: run.startedAt,
          end: end ?? run.startedAt,
          isOpen: run.endedAt == .never && run.outcome == .running,
          isUndated: end == nil && !(run.endedAt == .never && run.outcome == .running)
        )
        state.tasks.note(task, span) { $0.merge(span) }
      },
      Watched(ToolCall.self) { state, call, _ in
        guard call.result != .denied else { return }
        let start = call.startedAt
        if let issuance = call.issuance {
          state.issuanceUses.note(issuance, start) { $0 = max($0, start) }
        } else if let credential = call.credential {
          state.credentialUses.note(credential, start) { $0 = max($0, start) }
        }
      },
    ]
  }

  /// Documents that prove a workload's identity are no credentials of a task; what was issued for a
  /// session alone ends with that.
  static func isMember(_ issuance: Issuance, _ scope: Scope) -> Bool {
    guard issuance.result == .issued, !issuance.kind.isWorkloadDocument else { return false }
    return issuance.task != nil || issuance.session == nil
  }

  mutating func observe(_ issuance: Issuance, _ scope: Scope) throws {
    guard let task = issuance.task else {
      throw Deviation("task", expected: "present", observed: "not recorded")
    }
    let revoked = issuance.revokedAt.hasPassed(at: scope.asOf) ? issuance.revokedAt.instant : nil
    issued.append(
      Issued(
        id: issuance.id,
        credential: issuance.credential,
        task: task,
        issuedAt: issuance.issuedAt,
        end: [revoked, issuance.expiresAt.instant].compactMap { $0 }.min(),
        lastUsedAt: issuance.lastUsedAt.instant,
        record: RecordReference(issuance)
      )
    )
  }

  mutating func merge(_ later: TaskEnds) {
    issued += later.issued
    tasks.merge(later.tasks) { $0.merge($1) }
    credentialUses.merge(later.credentialUses) { $0 = max($0, $1) }
    issuanceUses.merge(later.issuanceUses) { $0 = max($0, $1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    issued.compactMap { issued in
      do {
        try check(issued, scope)
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        deviation.record = issued.record
        return deviation
      }
    }
  }

  private func check(_ issued: Issued, _ scope: Scope) throws {
    guard let task = tasks[issued.task] else {
      throw Deviation(
        "task",
        expected: "a task of the trace",
        observed: "\(issued.task), not in the trace"
      )
    }
    if issued.issuedAt < task.start {
      throw Deviation(
        "issue",
        expected: "at or after the task's start at \(task.start)",
        observed: issued.issuedAt.description
      )
    }
    if task.isUndated {
      throw Deviation("end of the task", expected: "recorded", observed: "not recorded")
    }
    guard let end = issued.end else {
      throw Deviation("end of the credential", expected: "an end", observed: "none recorded")
    }
    if task.isOpen { return }
    let limit = scope.policy.taskGracePeriod
    try expect("time by which it outlived its task", end.duration(since: task.end), .atMost(limit))
    let uses = [issued.lastUsedAt, issuanceUses[issued.id], credentialUses[issued.credential]]
    if let last = uses.compactMap({ $0 }).max(), last.duration(since: task.end) > limit {
      throw Deviation(
        "last use",
        expected: "at most \(limit.words) after the task's end at \(task.end)",
        observed: last.description
      )
    }
  }
}

extension Issuance.Kind {
  /// Whether it proves what a workload is, rather than what it may do.
  var isWorkloadDocument: Bool {
    switch self {
    case .workloadCertificate, .workloadToken, .certificate: true
    case .accessToken, .refreshToken, .sessionCredential, .dynamicSecret: false
    }
  }
}
