/// How times and durations are written in the 8 bytes of a field.
enum SlotBits {
  /// The bits of a moment that never comes.
  static let never = UInt64(bitPattern: Int64.min)

  /// The bits of a moment at a time, in nanoseconds since 1970.
  @inline(__always)
  static func moment(_ nanoseconds: Int64) -> UInt64 {
    UInt64(bitPattern: max(nanoseconds, Int64.min + 1))
  }

  /// The bits of a duration of whole nanoseconds within 146 years, or `nil` for any other.
  static func duration(_ duration: Duration) -> UInt64? {
    let (seconds, attoseconds) = duration.components
    guard seconds.magnitude < 1 << 32 else { return nil }
    return UInt64(bitPattern: seconds * 1_000_000_000 + attoseconds / 1_000_000_000) & (~0 >> 1)
  }
}
