import ControlModel
import Synchronization

/// Adds up what several threads read of one file.
final class ScanLedger: Sendable {
  /// The sums.
  struct Sums {
    var hasText = false
    var recordCount = 0
    var rejectedCount = 0
    /// Problems by the number of their window; only as many as may be among the first ones.
    fileprivate var problems: [(ordinal: Int, problems: [Diagnostic])] = []
  }

  private let sums = Mutex(Sums())

  /// Adds a window's result.
  ///
  /// - Parameters:
  ///   - result: What was read of the window.
  ///   - ordinal: The window's number.
  func add(_ result: LineReader.Result, ordinal: Int) {
    sums.withLock { sums in
      sums.hasText = sums.hasText || result.hasText
      sums.recordCount += result.recordCount
      sums.rejectedCount += result.rejectedCount
      if result.problems.isEmpty { return }
      let place = sums.problems.firstIndex { $0.ordinal > ordinal } ?? sums.problems.count
      sums.problems.insert((ordinal, result.problems), at: place)
      // What stands behind a hundred problems can only move further back.
      var count = 0
      for (index, entry) in sums.problems.enumerated() {
        count += entry.problems.count
        if count >= Limits.keptDiagnostics {
          sums.problems.removeSubrange((index + 1)...)
          break
        }
      }
    }
  }

  /// What was read.
  ///
  /// - Parameters:
  ///   - digest: SHA-256 of the file, or empty.
  ///   - sizeInBytes: The bytes on disk.
  ///   - lineCount: The number of lines.
  ///   - isComplete: Whether the end was reached.
  /// - Returns: The summary, with the digest in the places of records.
  func summary(
    digest: String,
    sizeInBytes: Int,
    lineCount: Int,
    isComplete: Bool
  ) -> StreamSummary {
    let sums = self.sums.withLock { $0 }
    var problems = Array(sums.problems.flatMap(\.problems).prefix(Limits.keptDiagnostics))
    for index in problems.indices where problems[index].code == .recordMalformed {
      problems[index].locator?.digest = digest
    }
    return StreamSummary(
      digest: digest,
      sizeInBytes: sizeInBytes,
      lineCount: lineCount,
      recordCount: sums.recordCount,
      rejectedCount: sums.rejectedCount,
      diagnostics: problems,
      isComplete: isComplete
    )
  }

  /// Whether anything but blanks was met.
  var hasText: Bool { sums.withLock { $0.hasText } }
}
