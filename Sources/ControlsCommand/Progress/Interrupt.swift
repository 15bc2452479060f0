import Dispatch
import Foundation
import Synchronization

/// What an interrupt (SIGINT, as Ctrl-C sends it, or SIGTERM) does to a run.
///
/// While evidence is read and judged nothing has been written, and the process ends at once. While
/// files are written it ends when the last of them is there: reports of one run belong together.
final class Interrupt: Sendable {
  private struct State: Sendable {
    var isWriting = false
    var isRequested = false
  }

  private let state = Mutex(State())
  private let leave: @Sendable () -> Void

  /// Prepares for interrupts.
  ///
  /// - Parameter leave: Ends the process.
  init(leave: @escaping @Sendable () -> Void) { self.leave = leave }

  /// Whether an interrupt came while files were written.
  var isRequested: Bool { state.withLock { $0.isRequested } }

  /// Takes an interrupt in.
  func request() {
    let leavesNow = state.withLock { state in
      state.isRequested = true
      return !state.isWriting
    }
    if leavesNow { leave() }
  }

  /// Writes files that belong together.
  ///
  /// - Parameter body: Writes them.
  /// - Returns: What the closure returns.
  func whileWriting<Result>(_ body: () throws -> Result) rethrows -> Result {
    state.withLock { $0.isWriting = true }
    defer { endWriting() }
    return try body()
  }

  private func endWriting() {
    let leavesNow = state.withLock { state in
      state.isWriting = false
      return state.isRequested
    }
    if leavesNow { leave() }
  }

  /// The process's own.
  static let process = Interrupt {
    FileHandle.standardError.write(Data("\ncontrols: interrupted\n".utf8))
    // Not `exit`: other threads still work on what that would take down.
    _exit(ExitCode.interrupted.rawValue)
  }

  /// Lets the process's interrupts come here instead of ending it where it stands.
  ///
  /// - Returns: What listens; it must be kept.
  static func listen() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { process.request() }
      source.activate()
      return source
    }
  }
}
