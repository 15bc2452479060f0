/// How moments and durations are written in the 8 bytes of a slot.
package enum SlotCoding {
  private static let never = Int64.min

  /// The bits of a moment that is recorded.
  ///
  /// One that is not recorded is absent instead.
  ///
  /// The first nanosecond of the range is the word for never; that instant itself is written as the
  /// one after.
  package static func bits(of moment: Moment) -> UInt64? {
    switch moment {
    case .at(let instant):
      UInt64(bitPattern: max(instant.nanosecondsSinceEpoch, never + 1))
    case .never: UInt64(bitPattern: never)
    case .notRecorded: nil
    }
  }

  package static func moment(_ bits: UInt64) -> Moment {
    let value = Int64(bitPattern: bits)
    return value == never ? .never : .at(Instant(nanosecondsSinceEpoch: value))
  }

  /// The bits of a duration of whole nanoseconds within 146 years, or `nil` for any other.
  package static func bits(of duration: Duration) -> UInt64? {
    let (seconds, attoseconds) = duration.components
    let (nanoseconds, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    guard rest == 0, seconds.magnitude < 1 << 32 else { return nil }
    return UInt64(bitPattern: seconds * 1_000_000_000 + nanoseconds) & ~markBit
  }

  /// The bits of a duration whose seconds and attoseconds are two items.
  static func bits(item: Int) -> UInt64 { UInt64(item) | markBit }

  /// The item at which a duration is written, or `nil` where the bits are the duration.
  static func item(_ bits: UInt64) -> Int? { bits & markBit == 0 ? nil : Int(bits & ~markBit) }

  /// The duration that fits the bits.
  static func duration(_ bits: UInt64) -> Duration {
    // 63 bits with their sign: the top bit is the mark.
    .nanoseconds(Int64(bitPattern: bits << 1) >> 1)
  }

  private static let markBit: UInt64 = 1 << 63
}
