/// A point in time in UTC, exact to the nanosecond.
///
/// Values run from 1677-09-21 to 2262-04-11, what 64 bits of nanoseconds can hold. Text outside
/// that range is refused rather than wrapped; a reader whose format uses a far date for "never"
/// says so with ``Moment/never``.
public struct Instant: Sendable, Hashable, Comparable, Codable {
  /// Nanoseconds since 1970-01-01T00:00:00Z; negative before it.
  public let nanosecondsSinceEpoch: Int64

  /// 1970-01-01T00:00:00Z.
  public static let epoch = Instant(nanosecondsSinceEpoch: 0)

  /// Creates an instant from its distance to the epoch.
  ///
  /// - Parameter nanosecondsSinceEpoch: Nanoseconds since 1970-01-01T00:00:00Z.
  public init(nanosecondsSinceEpoch: Int64) {
    self.nanosecondsSinceEpoch = nanosecondsSinceEpoch
  }

  /// Creates an instant from whole seconds, or `nil` where they are out of range.
  ///
  /// - Parameter secondsSinceEpoch: Seconds since 1970-01-01T00:00:00Z.
  public init?(secondsSinceEpoch: Int64) {
    let (value, overflow) = secondsSinceEpoch.multipliedReportingOverflow(by: 1_000_000_000)
    if overflow { return nil }
    self.init(nanosecondsSinceEpoch: value)
  }

  /// Whether the left instant is earlier.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.nanosecondsSinceEpoch < right.nanosecondsSinceEpoch
  }

  /// The time from another instant to this one; negative where this one is earlier.
  ///
  /// - Parameter earlier: Where the measurement starts.
  /// - Returns: The elapsed time, exact to the nanosecond, limited to what 64 bits hold.
  public func duration(since earlier: Instant) -> Duration {
    let (value, overflow) = nanosecondsSinceEpoch.subtractingReportingOverflow(
      earlier.nanosecondsSinceEpoch
    )
    if overflow { return .nanoseconds(nanosecondsSinceEpoch < 0 ? Int64.min : Int64.max) }
    return .nanoseconds(value)
  }

  /// The instant a duration later, limited to the ends of the range.
  ///
  /// - Parameter duration: How far to move; negative moves back.
  /// - Returns: The moved instant.
  public func advanced(by duration: Duration) -> Instant {
    let parts = duration.components
    let (scaled, high) = parts.seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflow) = scaled.addingReportingOverflow(parts.attoseconds / 1_000_000_000)
    let (value, beyond) = nanosecondsSinceEpoch.addingReportingOverflow(sum)
    if high || overflow || beyond {
      return Instant(nanosecondsSinceEpoch: parts.seconds < 0 ? Int64.min : Int64.max)
    }
    return Instant(nanosecondsSinceEpoch: value)
  }
}
