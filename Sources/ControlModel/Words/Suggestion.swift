/// Finds the known names nearest to one that is not known.
///
/// Nearness is the number of single edits between two names: a character added, left out or
/// replaced, or two neighbours swapped. Upper and lower case count as equal.
public enum Suggestion {
  /// The known name nearest to a word.
  ///
  /// - Parameters:
  ///   - word: The name as somebody wrote it.
  ///   - names: The names there are.
  /// - Returns: The nearest name, the first of equals, or `nil` where none is near.
  public static func nearest(to word: String, among names: [String]) -> String? {
    nearest(to: word, among: names, atMost: 1).first
  }

  /// The known names nearest to a word, the nearest first.
  ///
  /// - Parameters:
  ///   - word: The name as somebody wrote it.
  ///   - names: The names there are. Equally near ones keep this order.
  ///   - count: How many to give at most.
  /// - Returns: Near names only; empty where none is near.
  public static func nearest(
    to word: String,
    among names: [String],
    atMost count: Int
  ) -> [String] {
    let written = Array(word.lowercased().unicodeScalars)
    guard !written.isEmpty, count > 0 else { return [] }
    let limit = furthest(written.count)
    var near: [(name: String, distance: Int)] = []
    for name in names where !near.contains(where: { $0.name == name }) {
      let known = Array(name.lowercased().unicodeScalars)
      guard abs(known.count - written.count) <= limit else { continue }
      let distance = distance(written, known)
      if distance <= limit { near.append((name, distance)) }
    }
    let ordered = near.enumerated().sorted {
      ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
    }
    return ordered.prefix(count).map(\.element.name)
  }

  /// How many edits still count as near: one in three characters, and never more than four.
  private static func furthest(_ length: Int) -> Int { min(4, max(1, length / 3)) }

  /// The number of edits between two words, where a swap of neighbours counts as one.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var best = min(replaced, last[column] + 1, current[column - 1] + 1)
        let isSwap =
          row > 1 && column > 1 && left[row - 1] == right[column - 2]
          && left[row - 2] == right[column - 1]
        if isSwap {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
