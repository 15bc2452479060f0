import Foundation
import Synchronization

/// Makes the parts of a long file on all cores and hands them on in order.
enum ParallelParts {
  /// How many records a part has.
  static let size = 5000

  /// Makes every part of a range.
  ///
  /// - Parameters:
  ///   - count: How many records there are.
  ///   - size: How many records a part has.
  ///   - make: Makes the part of a range of records; called on several threads.
  ///   - take: Takes the parts, in order.
  /// - Throws: What `take` throws.
  static func run<Part: Sendable>(
    count: Int,
    size: Int = ParallelParts.size,
    make: @Sendable (Range<Int>) -> Part,
    take: (Part) throws -> Void
  ) throws {
    let parts = (count + size - 1) / size
    let width = ProcessInfo.processInfo.activeProcessorCount * 2
    for first in stride(from: 0, to: parts, by: width) {
      let batch = min(width, parts - first)
      let made = Mutex([Part?](repeating: nil, count: batch))
      DispatchQueue.concurrentPerform(iterations: batch) { offset in
        let start = (first + offset) * size
        let part = make(start..<min(count, start + size))
        made.withLock { $0[offset] = part }
      }
      for part in made.withLock({ $0 }) {
        if let part { try take(part) }
      }
    }
  }
}
