/// Reads a JSON number (RFC 8259, section 6).
struct NumberScan {
  /// The byte behind the number.
  let end: TextPointer
  /// The digits as a whole number, without sign and point; wrapped where there are over 19.
  let digits: UInt64
  /// How many digits there are, leading zeros of a fraction not counted.
  let digitCount: Int
  /// The power of ten that the digits are to be multiplied by.
  let exponent: Int
  /// Whether a minus stands before it.
  let isNegative: Bool
  /// Whether it has neither point nor exponent.
  let isWhole: Bool

  /// Reads the number at a place; `nil` where none stands there.
  @inline(__always)
  init?(_ start: TextPointer) {
    var place = start
    isNegative = place.pointee == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var digits: UInt64 = 0
    let first = place
    while true {
      let digit = place.pointee &- UInt8(ascii: "0")
      if digit > 9 { break }
      digits = digits &* 10 &+ UInt64(digit)
      place += 1
    }
    let count = place - first
    if count == 0 { return nil }
    // A leading zero stands alone.
    if first.pointee == UInt8(ascii: "0") && count > 1 { return nil }
    if count > Limits.maximumNumberLengthInBytes - 1 { return nil }
    let byte = place.pointee
    if byte != UInt8(ascii: "."), byte | 0x20 != UInt8(ascii: "e") {
      end = place
      self.digits = digits
      digitCount = digits == 0 ? 0 : count
      exponent = 0
      isWhole = true
      return
    }
    guard
      let rest = NumberRest(place, digits: digits, count: first.pointee == 48 ? 0 : count)
    else { return nil }
    if rest.end - start > Limits.maximumNumberLengthInBytes { return nil }
    end = rest.end
    self.digits = rest.digits
    digitCount = rest.digitCount
    exponent = rest.exponent
    isWhole = false
  }

  /// The whole number, or `nil` where it has a point or exponent, or more than 18 digits.
  @inline(__always)
  var integer: Int? {
    guard isWhole, digitCount <= 18 else { return nil }
    let value = Int(truncatingIfNeeded: digits)
    return isNegative ? 0 &- value : value
  }

  /// The nearest double, where that follows from one exact multiplication or division, else `nil`.
  ///
  /// That is so for at most 15 digits and a power of ten that a double holds exactly (Clinger 1990).
  var exactDecimal: Double? {
    guard digitCount <= 15, exponent >= -22, exponent <= 22 else { return nil }
    let value = Double(digits)
    let scaled =
      exponent < 0 ? value / Self.powers[-exponent] : value * Self.powers[exponent]
    return isNegative ? -scaled : scaled
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

/// The fraction and the exponent of a number.
private struct NumberRest {
  let end: TextPointer
  let digits: UInt64
  let digitCount: Int
  let exponent: Int

  init?(_ start: TextPointer, digits whole: UInt64, count wholeCount: Int) {
    var place = start
    var digits = whole
    var count = wholeCount
    var power = 0
    if place.pointee == UInt8(ascii: ".") {
      place += 1
      let first = place
      while case let digit = place.pointee &- UInt8(ascii: "0"), digit <= 9 {
        digits = digits &* 10 &+ UInt64(digit)
        if count > 0 || digit > 0 { count += 1 }
        place += 1
      }
      if place == first { return nil }
      power = first - place
    }
    if place.pointee | 0x20 == UInt8(ascii: "e") {
      place += 1
      let isNegative = place.pointee == UInt8(ascii: "-")
      if isNegative || place.pointee == UInt8(ascii: "+") { place += 1 }
      let first = place
      var value = 0
      while case let digit = place.pointee &- UInt8(ascii: "0"), digit <= 9 {
        if value < 100_000 { value = value * 10 + Int(digit) }
        place += 1
      }
      if place == first { return nil }
      power += isNegative ? -value : value
    }
    end = place
    self.digits = digits
    digitCount = count
    exponent = power
  }
}
