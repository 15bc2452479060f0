import Synchronization

/// Pieces of work that several threads take one after the other.
final class WorkQueue: Sendable {
  private let work: [@Sendable () -> Void]
  private let next = Atomic(0)

  /// Fills a queue.
  ///
  /// - Parameter work: The pieces, in the order they are to be begun.
  init(_ work: [@Sendable () -> Void]) { self.work = work }

  /// Does all the work.
  ///
  /// - Parameter threads: How many pieces are worked at, at the same time.
  func run(threads: Int) async {
    let workers = min(max(1, threads), work.count)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers { group.addTask { self.workUntilDone() } }
    }
  }

  private func workUntilDone() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if index >= work.count { return }
      work[index]()
    }
  }
}
