import ControlTesting
import Synchronization

/// Merges the partial results of batches in the order of the batches, whatever order they come in.
///
/// A batch that is done before an earlier one waits. Where batches are given out in order, as many
/// wait as there are threads.
final class OrderedPartials: Sendable {
  private struct Merge: Sendable {
    var next = 0
    var waiting: [Int: [CheckPartial]] = [:]
    var merged: [CheckPartial?]
  }

  /// The check of each member, with the rule of its tally.
  private let entries: [SubjectPass.Entry]
  private let merge: Mutex<Merge>

  /// Prepares a merge.
  ///
  /// - Parameter entries: The check of each member.
  init(_ entries: [SubjectPass.Entry]) {
    self.entries = entries
    merge = Mutex(Merge(merged: Array(repeating: nil, count: entries.count)))
  }

  /// Takes in the partials of one batch, one for each member.
  ///
  /// - Parameters:
  ///   - partials: The partials, in the order of the members.
  ///   - batch: The batch, from zero; each is given once.
  func take(_ partials: [CheckPartial], ofBatch batch: Int) {
    merge.withLock { merge in
      merge.waiting[batch] = partials
      while let due = merge.waiting.removeValue(forKey: merge.next) {
        merge.next += 1
        for index in entries.indices { add(due[index], at: index, to: &merge.merged) }
      }
    }
  }

  /// What the batches made of one member; taken out, so that it has one owner.
  ///
  /// - Parameter index: The member.
  /// - Returns: The merged partial; `nil` where there was no batch.
  func take(_ index: Int) -> CheckPartial? {
    merge.withLock { merge in
      defer { merge.merged[index] = nil }
      return merge.merged[index]
    }
  }

  /// Drops everything: what was judged turned out to be no evidence.
  func forget() {
    merge.withLock { merge in
      for index in entries.indices { merge.merged[index] = nil }
      merge.waiting = [:]
    }
  }

  private func add(_ partial: CheckPartial, at index: Int, to merged: inout [CheckPartial?]) {
    guard var whole = merged[index] else {
      merged[index] = partial
      return
    }
    // Two owners of one state would make the first change copy it.
    merged[index] = nil
    entries[index].check.merge(partial, into: &whole, entries[index].rule)
    merged[index] = whole
  }
}

/// The results of a pass, set from any thread.
final class ResultSeats: Sendable {
  private let results: Mutex<[CheckResult?]>

  init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, _ result: CheckResult) { results.withLock { $0[index] = result } }

  /// The results that were set, in order.
  var all: [CheckResult] { results.withLock { $0.compactMap { $0 } } }
}
