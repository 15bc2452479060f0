import ControlTesting

/// JIT-6: during each session access was decided again within the interval, from its first call to
/// its last, on signals that the decision names.
///
/// Instants are kept by intervals of the policy's length, each as its first and last: two decisions
/// of one interval are near enough, and the gaps between intervals are exact. So the state grows
/// with the length of sessions, never with calls or decisions.
struct SessionTrust: Fold {
  /// The first and last decision within one interval.
  private struct Bucket: Codable {
    let number: Int64
    var first: Instant
    var last: Instant
  }

  private struct Session: Codable {
    /// In order of number.
    var buckets: [Bucket] = []
    let record: RecordReference
    /// How many decisions name no signal, and the first of them.
    var unsignalled = 0
    var firstUnsignalled: RecordReference?
    /// The first and last call, and the record of the first.
    var calls: Calls?

    mutating func merge(_ other: Session) {
      for bucket in other.buckets { add(bucket) }
      unsignalled += other.unsignalled
      firstUnsignalled = firstUnsignalled ?? other.firstUnsignalled
      if let others = other.calls { calls = calls?.merged(others) ?? others }
    }

    mutating func add(_ bucket: Bucket) {
      let place = buckets.lastIndex { $0.number <= bucket.number }
      if let place, buckets[place].number == bucket.number {
        buckets[place].first = min(buckets[place].first, bucket.first)
        buckets[place].last = max(buckets[place].last, bucket.last)
      } else {
        buckets.insert(bucket, at: place.map { $0 + 1 } ?? 0)
      }
    }
  }

  private struct Calls: Codable {
    let record: RecordReference
    var first: Instant
    var last: Instant

    func merged(_ other: Calls) -> Calls {
      Calls(record: record, first: min(first, other.first), last: max(last, other.last))
    }
  }

  private struct Nameless: Codable {
    let record: RecordReference
    var count: Int
  }

  private var sessions = Sightings<String, Session>()
  /// Decisions and calls without a session, by what they are.
  private var nameless = Sightings<String, Nameless>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, _ in
        guard call.result != .denied else { return }
        guard let name = call.session else {
          state.nameless.note("call", Nameless(record: RecordReference(call), count: 1)) {
            $0.count += 1
          }
          return
        }
        let start = call.startedAt
        if state.sessions[name]?.calls != nil {
          state.sessions.change(name) { session in
            guard let calls = session.calls else { return }
            session.calls?.first = min(calls.first, start)
            session.calls?.last = max(calls.last, start)
          }
        } else {
          var session = Session(record: RecordReference(call))
          session.calls = Calls(record: session.record, first: start, last: start)
          state.sessions.note(name, session) { $0.calls = session.calls }
        }
      }
    ]
  }

  mutating func observe(_ decision: PolicyDecision, _ scope: Scope) {
    guard let name = decision.session else {
      nameless.note("decision", Nameless(record: RecordReference(decision), count: 1)) {
        $0.count += 1
      }
      return
    }
    let bucket = Self.bucket(of: decision.decidedAt, scope.policy.reevaluationInterval)
    let isNamed = decision.signals?.isEmpty == false
    func add(to session: inout Session) {
      session.add(bucket)
      if isNamed { return }
      session.unsignalled += 1
      if session.firstUnsignalled == nil { session.firstUnsignalled = RecordReference(decision) }
    }
    if sessions[name] == nil { sessions.note(name, Session(record: RecordReference(decision))) }
    sessions.change(name) { add(to: &$0) }
  }

  private static func bucket(of instant: Instant, _ interval: Duration) -> Bucket {
    let (seconds, attoseconds) = interval.components
    let width = max(seconds.multipliedReportingOverflow(by: 1_000_000_000).partialValue, 1)
    let length = max(width, attoseconds / 1_000_000_000)
    let nanoseconds = instant.nanosecondsSinceEpoch
    let quotient = nanoseconds / length
    let number = nanoseconds % length < 0 ? quotient - 1 : quotient
    return Bucket(number: number, first: instant, last: instant)
  }

  mutating func merge(_ later: SessionTrust) {
    sessions.merge(later.sessions) { $0.merge($1) }
    nameless.merge(later.nameless) { $0.count += $1.count }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let withoutSession = nameless.all.map { what, nameless in
      var deviation = Deviation(
        "session of the \(what)s",
        expected: "present",
        observed: "not recorded in \(nameless.count)"
      )
      deviation.record = nameless.record
      return deviation
    }
    return withoutSession
      + sessions.all.flatMap { name, session in
        [signals(of: name, session), gap(in: name, session, scope)].compactMap { $0 }
      }
  }

  private func signals(of name: String, _ session: Session) -> Deviation? {
    if session.unsignalled == 0 { return nil }
    var deviation = Deviation(
      "signals of the decisions in \(name)",
      expected: "named in each",
      observed: "none in \(session.unsignalled)"
    )
    deviation.record = session.firstUnsignalled
    return deviation
  }

  /// The first stretch of a session that was longer than the interval without a decision.
  private func gap(in name: String, _ session: Session, _ scope: Scope) -> Deviation? {
    let limit = scope.policy.reevaluationInterval
    var deviation: Deviation?
    func judge(_ from: Instant, _ to: Instant) {
      if deviation != nil || to.duration(since: from) <= limit { return }
      deviation = Deviation(
        "time without a decision in \(name)",
        expected: "at most \(limit.words)",
        observed: "\(to.duration(since: from).words), from \(from)"
      )
    }
    guard let first = session.buckets.first, let last = session.buckets.last else {
      deviation = Deviation(
        "decisions in \(name)",
        expected: "one at least",
        observed: "none in the decision log"
      )
      deviation?.record = session.record
      return deviation
    }
    if let calls = session.calls, calls.first < first.first {
      deviation = Deviation(
        "first decision in \(name)",
        expected: "before the first call at \(calls.first)",
        observed: first.first.description
      )
    }
    for (bucket, next) in zip(session.buckets, session.buckets.dropFirst()) {
      judge(bucket.last, next.first)
    }
    if let calls = session.calls { judge(last.last, calls.last) }
    deviation?.record = session.record
    return deviation
  }
}
