import ControlModel

extension RecordTables {
  /// Takes an event that lies in several files once: exports of overlapping spans, and sources that
  /// deliver at least once, write it again.
  ///
  /// Events with one id that differ in who did what to what, when, with what result stay apart: one
  /// of them is not what it says.
  ///
  /// - Complexity: O(*n*) in the number of events.
  mutating func mergeEvents() {
    merge(AuditEvent.self, by: Key.init) { _, _, _ in }
  }

  private struct Key: Hashable {
    let id: String
    let logSource: String
    let action: String
    let actor: String
    let credential: String?
    let resource: String?
    let result: AuditEvent.Result
    let occurredAt: Instant

    init(_ event: AuditEvent) {
      id = event.id
      logSource = event.logSource
      action = event.action
      actor = event.actor
      credential = event.credential
      resource = event.resource
      result = event.result
      occurredAt = event.occurredAt
    }
  }
}
