import ControlModel
import Synchronization

/// Notes what a check asked of its scope.
///
/// A check is a pure function of what it asks for. One that never asked for the as-of time comes to
/// the same result at any other; one that asked can only be turned by times in what it looked at.
package final class ScopeTrace: Sendable {
  private struct Notes: Sendable {
    var readsTime = false
    var readsAllTypes = false
    var types: Set<String> = []
    var statements: [StatementSought] = []
  }

  private let notes = Mutex(Notes())

  package init() {}

  /// Whether the as-of time was asked for.
  package var readsTime: Bool { notes.withLock { $0.readsTime } }

  /// The names of the record types that were looked at; `nil`: any may have been.
  package var types: Set<String>? { notes.withLock { $0.readsAllTypes ? nil : $0.types } }

  /// The statements that were looked for, each about each target once, in the order they came.
  package var statements: [StatementSought] { notes.withLock { $0.statements } }

  func note(_ sought: StatementSought) {
    notes.withLock { notes in
      let isKnown = notes.statements.contains {
        $0.target == sought.target && $0.statement.name == sought.statement.name
      }
      if !isKnown { notes.statements.append(sought) }
    }
  }

  func noteTime() { notes.withLock { $0.readsTime = true } }
  func note(_ type: String) { notes.withLock { _ = $0.types.insert(type) } }
  func noteAllTypes() { notes.withLock { $0.readsAllTypes = true } }
}

/// A statement that a check looked for, and what it found of it.
package struct StatementSought: Sendable {
  /// The statement.
  package let statement: StatementAsked
  /// The id of what it must be about.
  package let target: String
  /// What was found of each attestation filed under it, the closest to counting first.
  package let judgements: [StatementJudgement]
  /// What keeps it from being in force; `nil` where it is.
  package let deviation: Deviation?
}
