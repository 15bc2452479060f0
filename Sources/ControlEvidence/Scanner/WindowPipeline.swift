import ControlModel
import Dispatch
import Foundation

/// Passes the windows of a file from hand to hand: one thread reads, one digests, all work.
///
/// Every thread takes whatever is to be done next, so that two cores are busy to the end whatever
/// takes longer, and one thread alone does it all. Windows are read in order and digested in order;
/// they are handed out to be worked on in order. A bounded number of them is in flight, so that
/// memory does not grow with the file.
final class WindowPipeline: @unchecked Sendable {
  /// What became of a window that was worked on.
  struct Outcome {
    /// Whether to go on.
    let goesOn: Bool
    /// Whether nobody uses the window's memory any more.
    let isFree: Bool
  }

  // Everything below the lock is read and written by its holder only; `source` by the one thread that
  // reads, `digest` by the one that digests.
  private let source: any WindowSource
  private let digest: StreamDigest?
  private let windowSize: Int
  private let threads: Int
  private let condition = NSCondition()
  private var free: [Window] = []
  private var made = 0
  private var toDigest: [Window] = []
  private var toWork: [Window] = []
  /// How many hands each window in flight still has to go through, by its number.
  private var handsLeft: [Int: Int] = [:]
  private var dropped: Set<Int> = []
  private var isReading = false
  private var isDigesting = false
  private var isAtEnd = false
  private var isStopped = false
  private var working = 0
  private var failure: Diagnostic?

  /// Prepares a pass.
  ///
  /// - Parameters:
  ///   - source: Fills the windows.
  ///   - digest: Takes the bytes of all windows in order; `nil`: nobody wants it.
  ///   - windowSize: The bytes of a window.
  ///   - threads: At most so many threads, the caller's own among them.
  init(_ source: any WindowSource, digest: StreamDigest?, windowSize: Int, threads: Int) {
    self.source = source
    self.digest = digest
    self.windowSize = windowSize
    self.threads = max(threads, 1)
  }

  /// Reads all windows, or as many as are wanted.
  ///
  /// - Parameter work: Called once for each window, from any thread, with the worker's number.
  /// - Returns: Whether the end was reached.
  /// - Throws: ``Diagnostic`` where a window cannot be filled.
  func run(_ work: @Sendable (Window, Int) -> Outcome) throws(Diagnostic) -> Bool {
    // Waits for all of them; a worker that never gets a thread is not waited for by the others.
    DispatchQueue.concurrentPerform(iterations: threads) { takeTurns($0, work) }
    if let failure { throw failure }
    return isAtEnd && !isStopped
  }

  private func takeTurns(_ worker: Int, _ work: @Sendable (Window, Int) -> Outcome) {
    condition.lock()
    while failure == nil, !isStopped {
      if let digest, !isDigesting, !toDigest.isEmpty {
        digestNext(digest)
      } else if toWork.count < threads, canRead {
        readNext()
      } else if !toWork.isEmpty {
        workOnNext(worker, work)
      } else if canRead {
        readNext()
      } else if isAtEnd, !isReading, !isDigesting, working == 0 {
        break
      } else {
        condition.wait()
      }
    }
    condition.broadcast()
    condition.unlock()
  }

  private var canRead: Bool {
    !isReading && !isAtEnd && (!free.isEmpty || made < 2 * threads + 2)
  }

  private func readNext() {
    isReading = true
    if free.isEmpty {
      free.append(Window(capacity: windowSize))
      made += 1
    }
    let window = free.removeLast()
    condition.unlock()
    var isFilled = false
    var problem: Diagnostic?
    do throws(Diagnostic) {
      isFilled = try source.fill(window)
    } catch {
      problem = error
    }
    condition.lock()
    isReading = false
    if let problem { failure = problem }
    isAtEnd = !isFilled || source.isAtEnd
    if isFilled {
      handsLeft[window.ordinal] = digest == nil ? 1 : 2
      if digest != nil { toDigest.append(window) }
      toWork.append(window)
    } else {
      free.append(window)
    }
    condition.broadcast()
  }

  private func digestNext(_ digest: StreamDigest) {
    let window = toDigest.removeFirst()
    isDigesting = true
    condition.unlock()
    digest.update(window.freshBytes)
    condition.lock()
    isDigesting = false
    release(window)
  }

  private func workOnNext(_ worker: Int, _ work: @Sendable (Window, Int) -> Outcome) {
    let window = toWork.removeFirst()
    working += 1
    condition.unlock()
    let outcome = work(window, worker)
    condition.lock()
    working -= 1
    if !outcome.goesOn { isStopped = true }
    if !outcome.isFree { dropped.insert(window.ordinal) }
    release(window)
  }

  /// Takes a window back when it went through all hands.
  private func release(_ window: Window) {
    let left = (handsLeft[window.ordinal] ?? 1) - 1
    if left > 0 {
      handsLeft[window.ordinal] = left
    } else {
      handsLeft[window.ordinal] = nil
      if dropped.remove(window.ordinal) != nil {
        made -= 1
      } else {
        free.append(window)
      }
    }
    condition.broadcast()
  }
}
