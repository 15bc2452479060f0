import ControlModel

/// Reads RFC 3339 times in their usual spelling: `2026-01-31T08:30:00Z`, with a fraction or an offset
/// where there is one.
///
/// Rarer spellings (a small `t`, a blank, a leap second) are left to ``Instant/init(rfc3339:)``.
/// Times of one file mostly fall on few days, so the last day is kept.
struct InstantScan {
  private var dayHead: UInt64 = 0
  private var dayTail: UInt64 = 0
  private var nanosecondsOfDay: Int64 = 0

  /// `..T00:00`, and in it the digits and the rest but for the day.
  private static let clockText: UInt64 = 0x3030_3A30_3054_3030
  private static let clockDigits: UInt64 = 0x0F0F_000F_0F00_0000
  private static let clockRest: UInt64 = 0xF0F0_FFF0_F0FF_0000
  private static let clockSixes: UInt64 = 0x0606_0006_0600_0000
  private static let clockTops: UInt64 = 0xF0F0_00F0_F000_0000

  @inline(__always)
  private static func pair(_ clock: UInt64, _ shift: UInt64) -> Int64 {
    let tens = (clock &>> shift) & 0xF
    let ones = (clock &>> (shift &+ 8)) & 0xF
    return Int64(truncatingIfNeeded: tens &* 10 &+ ones)
  }

  /// Reads a time in quotes.
  ///
  /// - Parameters:
  ///   - start: The opening quote.
  ///   - nanoseconds: Becomes the nanoseconds since 1970.
  /// - Returns: The byte behind the closing quote, or `nil` where the time is spelt otherwise.
  @inline(__always)
  mutating func read(_ start: TextPointer, _ nanoseconds: inout Int64) -> TextPointer? {
    // "2026-01-31T08:30:00Z"
    //  head----tail----rest
    let head = ByteWord.load(start + 1)
    let tail = ByteWord.load(start + 9)
    if head != dayHead || tail & 0xFFFF != dayTail {
      guard readDay(start, head, tail & 0xFFFF) else { return nil }
    }
    // Digits become their values, everything else zero.
    let clock = tail ^ Self.clockText
    let digits = clock & Self.clockDigits
    guard clock & Self.clockRest == 0, (digits &+ Self.clockSixes) & Self.clockTops == 0 else {
      return nil
    }
    let hour = Self.pair(clock, 24)
    let minute = Self.pair(clock, 48)
    let colon = start[17]
    let tens = start[18] &- 48
    let ones = start[19] &- 48
    guard hour < 24, minute < 60, colon == UInt8(ascii: ":"), tens < 6, ones < 10 else {
      return nil
    }
    let seconds = (hour &* 60 &+ minute) &* 60 &+ Int64(tens) &* 10 &+ Int64(ones)
    let (sum, overflow) = nanosecondsOfDay.addingReportingOverflow(seconds &* 1_000_000_000)
    if overflow { return nil }
    nanoseconds = sum
    if start[20] == UInt8(ascii: "Z"), start[21] == TextScan.quote { return start + 22 }
    return Self.readRest(start + 20, &nanoseconds)
  }

  @inline(never)
  private mutating func readDay(_ start: TextPointer, _ head: UInt64, _ tail: UInt64) -> Bool {
    func number(_ offset: Int, _ count: Int) -> Int64? {
      var value: Int64 = 0
      for index in offset..<offset + count {
        let digit = start[index] &- 48
        if digit > 9 { return nil }
        value = value * 10 + Int64(digit)
      }
      return value
    }
    guard let year = number(1, 4), start[5] == UInt8(ascii: "-"), let month = number(6, 2),
      start[8] == UInt8(ascii: "-"), let day = number(9, 2),
      let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
    else { return false }
    let (value, overflow) = days.multipliedReportingOverflow(by: 86_400_000_000_000)
    if overflow { return false }
    dayHead = head
    dayTail = tail
    nanosecondsOfDay = value
    return true
  }

  /// The fraction, the zone and the closing quote.
  @inline(never)
  private static func readRest(
    _ start: TextPointer,
    _ nanoseconds: inout Int64
  ) -> TextPointer? {
    var place = start
    var fraction: Int64 = 0
    if place.pointee == UInt8(ascii: ".") {
      place += 1
      var unit: Int64 = 100_000_000
      let first = place
      while case let digit = place.pointee &- 48, digit <= 9 {
        fraction += Int64(digit) * unit
        unit /= 10
        place += 1
      }
      if place == first { return nil }
    }
    var offset: Int64 = 0
    let sign = place.pointee
    place += 1
    switch sign {
    case UInt8(ascii: "Z"): break
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let digits = (place[0] &- 48, place[1] &- 48, place[3] &- 48, place[4] &- 48)
      guard digits.0 < 10, digits.1 < 10, digits.2 < 6, digits.3 < 10,
        place[2] == UInt8(ascii: ":")
      else { return nil }
      let hours = Int64(digits.0) * 10 + Int64(digits.1)
      if hours > 23 { return nil }
      offset = hours * 3600 + Int64(digits.2) * 600 + Int64(digits.3) * 60
      if sign == UInt8(ascii: "-") { offset = -offset }
      place += 5
    default: return nil
    }
    guard place.pointee == TextScan.quote else { return nil }
    let (sum, overflow) = nanoseconds.addingReportingOverflow(fraction - offset * 1_000_000_000)
    if overflow { return nil }
    nanoseconds = sum
    return place + 1
  }
}
