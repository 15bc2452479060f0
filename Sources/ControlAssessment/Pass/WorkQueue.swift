import Synchronization

/// Pieces of work that several threads take one after the other.
final class WorkQueue: Sendable {
  private let work: [@Sendable (Int) -> Void]
  private let next = Atomic(0)

  /// Fills a queue.
  ///
  /// - Parameter work: The pieces, in the order they are to be begun; each is told the number of the
  ///   worker that does it.
  init(_ work: [@Sendable (Int) -> Void]) { self.work = work }

  /// Does all the work.
  ///
  /// - Parameter threads: How many pieces are worked at, at the same time.
  func run(threads: Int) async {
    let workers = min(max(1, threads), work.count)
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<workers { group.addTask { self.workUntilDone(worker) } }
    }
  }

  private func workUntilDone(_ worker: Int) {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if index >= work.count { return }
      work[index](worker)
    }
  }
}
