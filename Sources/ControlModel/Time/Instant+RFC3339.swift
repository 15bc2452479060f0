extension Instant {
  /// Reads an RFC 3339 time, such as `2026-01-31T00:00:00Z` or `2026-01-31T01:00:00.5+01:00`.
  ///
  /// The zone is mandatory (RFC 3339, section 5.6): a time without one names no instant. Up to nine
  /// digits of fraction are kept, further ones are cut off. A leap second reads as the second after.
  ///
  /// - Parameter text: The time; `T` and `Z` may be small, a blank may stand for `T`.
  public init?(rfc3339 text: String) {
    var text = text
    let parsed = text.withUTF8 { bytes -> Int64? in
      var reader = TimeReader(bytes)
      return reader.dateTime()
    }
    guard let parsed else { return nil }
    self.init(nanosecondsSinceEpoch: parsed)
  }
}

extension Instant: CustomStringConvertible {
  /// The instant in RFC 3339 and UTC, with as many digits of fraction as it needs.
  public var description: String {
    let (seconds, nanoseconds) = nanosecondsSinceEpoch.flooredQuotientAndRemainder(1_000_000_000)
    let (days, secondOfDay) = seconds.flooredQuotientAndRemainder(86_400)
    let date = CivilDate(daysSinceEpoch: days)
    var text = "\(date)T\(twoDigits(secondOfDay / 3600)):\(twoDigits(secondOfDay / 60 % 60))"
    text += ":\(twoDigits(secondOfDay % 60))"
    if nanoseconds != 0 {
      var fraction = String(nanoseconds)
      fraction = String(repeating: "0", count: 9 - fraction.count) + fraction
      while fraction.hasSuffix("0") { fraction.removeLast() }
      text += "." + fraction
    }
    return text + "Z"
  }
}

/// A day of the proleptic Gregorian calendar.
package struct CivilDate: CustomStringConvertible {
  let year: Int64
  let month: Int64
  let day: Int64

  /// The day so many days after 1970-01-01, by whole 400-year eras.
  init(daysSinceEpoch: Int64) {
    let shifted = daysSinceEpoch + 719_468
    let (era, dayOfEra) = shifted.flooredQuotientAndRemainder(146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days from 1970-01-01 to a date that exists in the calendar, or `nil` for one that does not.
  package static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1...12).contains(month), day >= 1 else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths: [Int64] = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[Int(month) - 1] else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shiftedYear.flooredQuotientAndRemainder(400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package var description: String {
    let digits = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(padded)-\(twoDigits(month))-\(twoDigits(day))"
  }
}

/// Reads the grammar of RFC 3339, section 5.6, from bytes.
private struct TimeReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func dateTime() -> Int64? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2),
      let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day),
      take("T") || take("t") || take(" "),
      let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60, take(":"),
      let second = digits(2), second <= 60, let fraction = optionalFraction(), let zone = zone(),
      index == bytes.count
    else { return nil }
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - zone
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, beyond) = scaled.addingReportingOverflow(fraction)
    return overflow || beyond ? nil : sum
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func digit() -> Int64? {
    guard index < bytes.count, (48...57).contains(bytes[index]) else { return nil }
    defer { index += 1 }
    return Int64(bytes[index] - 48)
  }

  private mutating func digits(_ count: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private mutating func optionalFraction() -> Int64? {
    guard take(".") else { return 0 }
    var value: Int64 = 0
    var count = 0
    while let digit = digit() {
      if count < 9 { value = value * 10 + digit }
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in 0..<max(0, 9 - count) { value *= 10 }
    return value
  }

  private mutating func zone() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let sign: Int64
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = digits(2), hours < 24, take(":"), let minutes = digits(2), minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}

extension Int64 {
  /// Quotient rounded down and a remainder that is never negative, for a positive divisor.
  func flooredQuotientAndRemainder(_ divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

private func twoDigits(_ value: Int64) -> String {
  value < 10 ? "0\(value)" : "\(value)"
}
