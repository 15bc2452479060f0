extension Duration {
  /// A duration of whole days of 24 hours.
  ///
  /// - Parameter count: How many days; negative counts back.
  /// - Returns: The duration.
  public static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

  /// A duration of whole hours.
  ///
  /// - Parameter count: How many hours; negative counts back.
  /// - Returns: The duration.
  public static func hours(_ count: Int) -> Duration { .seconds(count * 3600) }

  /// A duration of whole minutes.
  ///
  /// - Parameter count: How many minutes; negative counts back.
  /// - Returns: The duration.
  public static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }

  /// Reads a count with its unit, such as `90 days`, `1 hour` or `3600 seconds`.
  ///
  /// Units are millisecond, second, minute, hour, day and week, singular or plural. Months and years have no
  /// fixed length and are refused; so are negative counts, and a number without a unit.
  ///
  /// - Parameter text: The count, one blank, the unit.
  public init?(words text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, let count = Int64(parts[0]), count >= 0 else { return nil }
    let unit = parts[1].hasSuffix("s") ? parts[1].dropLast() : parts[1]
    let seconds: Int64
    switch unit {
    case "millisecond":
      self = .milliseconds(count)
      return
    case "second": seconds = 1
    case "minute": seconds = 60
    case "hour": seconds = 3600
    case "day": seconds = 86_400
    case "week": seconds = 604_800
    default: return nil
    }
    let (total, overflow) = count.multipliedReportingOverflow(by: seconds)
    if overflow { return nil }
    self = .seconds(total)
  }

  /// The duration in the two largest units that it fills, such as `212 days 4 hours`.
  ///
  /// Two durations that differ by a second have different words: what two units do not hold is
  /// added as seconds, so that a finding never prints the same text for expected and observed.
  public var words: String {
    let (seconds, attoseconds) = components
    if seconds < 0 || attoseconds < 0 { return "minus " + (Duration.zero - self).words }
    if seconds == 0 && attoseconds > 0 {
      let milliseconds = attoseconds / 1_000_000_000_000_000
      return milliseconds > 0 ? "\(milliseconds) ms" : "\(attoseconds / 1_000_000_000) ns"
    }
    let units: [(String, Int64)] = [("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1)]
    var rest = seconds
    var parts: [String] = []
    for (name, length) in units where rest >= length {
      let count = rest / length
      rest %= length
      parts.append("\(count) \(name)\(count == 1 ? "" : "s")")
    }
    return parts.isEmpty ? "0 seconds" : parts.joined(separator: " ")
  }
}
