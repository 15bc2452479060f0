import ControlAssessment
import Synchronization

/// One line on a terminal that says how far the work has come; silent where there is no terminal.
final class ProgressMeter: Sendable {
  private struct Shown: Sendable {
    var since: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
    var width = 0
  }

  private let console: Console
  private let shown = Mutex(Shown())

  init(_ console: Console) { self.console = console }

  /// Says what is being done, where nothing can be counted.
  func show(_ text: String) {
    guard console.showsProgress else { return }
    let padding = shown.withLock { shown in
      defer { shown.width = text.count }
      return max(0, shown.width - text.count)
    }
    console.writeError("\r\(text)\(String(repeating: " ", count: padding))")
  }

  /// Says how far judging has come, at most ten times a second.
  func show(_ progress: Assessment.Progress) {
    guard console.showsProgress else { return }
    let now = ContinuousClock.now
    let since = shown.withLock { shown -> ContinuousClock.Instant? in
      let since = shown.since ?? now
      shown.since = since
      if let last = shown.last, now - last < .milliseconds(100) { return nil }
      shown.last = now
      return since
    }
    guard let since else { return }
    show(
      ProgressText(
        phase: "judging",
        records: progress.records,
        totalRecords: progress.totalRecords,
        bytes: progress.bytes,
        totalBytes: progress.totalBytes
      ).line(after: now - since)
    )
  }

  /// Takes the line away.
  func clear() {
    if console.showsProgress { console.writeError("\r\u{1B}[K") }
  }
}
