/// A time of the imaginary estate, in UTC.
struct Time: Sendable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  let milliseconds: Int
  /// Whether it is written with three digits of fraction.
  var showsMilliseconds = false

  /// The time every workload is judged for: 2026-11-20T09:00:00Z.
  static let asOf = Time(milliseconds: 1_795_165_200_000)
  /// A day in milliseconds.
  static let day = 86_400_000

  static func < (left: Time, right: Time) -> Bool { left.milliseconds < right.milliseconds }

  /// A time so many days before the one that everything is judged for.
  static func daysBefore(_ days: Int, second: Int = 0) -> Time {
    Time(milliseconds: asOf.milliseconds - days * day + second * 1000)
  }

  func advanced(byMilliseconds count: Int) -> Time {
    Time(milliseconds: milliseconds + count, showsMilliseconds: showsMilliseconds)
  }
}

extension [UInt8] {
  /// Appends a time in RFC 3339.
  mutating func append(_ time: Time) {
    let (seconds, fraction) = time.milliseconds.quotientAndRemainder(dividingBy: 1000)
    let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    // Days to a date by whole 400-year eras, counted from 0000-03-01.
    let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    append(UInt64(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), digits: 4)
    append("-")
    append(UInt64(month), digits: 2)
    append("-")
    append(UInt64(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1), digits: 2)
    append("T")
    append(UInt64(second / 3600), digits: 2)
    append(":")
    append(UInt64(second / 60 % 60), digits: 2)
    append(":")
    append(UInt64(second % 60), digits: 2)
    if time.showsMilliseconds {
      append(".")
      append(UInt64(fraction), digits: 3)
    }
    append("Z")
  }
}
