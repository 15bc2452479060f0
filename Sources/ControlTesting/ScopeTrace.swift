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
  }

  private let notes = Mutex(Notes())

  package init() {}

  /// Whether the as-of time was asked for.
  package var readsTime: Bool { notes.withLock { $0.readsTime } }

  /// The names of the record types that were looked at; `nil`: any may have been.
  package var types: Set<String>? { notes.withLock { $0.readsAllTypes ? nil : $0.types } }

  func noteTime() { notes.withLock { $0.readsTime = true } }
  func note(_ type: String) { notes.withLock { _ = $0.types.insert(type) } }
  func noteAllTypes() { notes.withLock { $0.readsAllTypes = true } }
}
