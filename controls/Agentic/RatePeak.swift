import ControlTesting

extension [Instant] {
  /// The most of the instants in any stretch of time, its end left out.
  ///
  /// The instants are in order.
  ///
  /// - Parameter window: How long the stretch is.
  /// - Returns: The most; 0 where there are no instants.
  /// - Complexity: O(*n*).
  func peak(within window: Duration) -> Int {
    var peak = 0
    var first = 0
    for (index, instant) in enumerated() {
      while instant.duration(since: self[first]) >= window && first < index { first += 1 }
      peak = Swift.max(peak, index - first + 1)
    }
    return peak
  }
}
