import ControlModel

/// How a mapped format writes its times.
///
/// A time is read by its format's rule, never by its size or by a guess. A pattern without a zone of
/// its own needs a stated one; years of two digits are refused, since nobody knows the century.
enum TimeFormat: Hashable, Sendable {
  /// RFC 3339 with a zone.
  case rfc3339
  /// A count since 1970-01-01T00:00:00Z in a unit of so many nanoseconds, with or without fraction.
  case epoch(nanosecondsPerUnit: Int64)
  /// A pattern in the manner of `strftime`, and the offset where it has none of its own.
  case pattern([Part], offset: String?)

  /// A part of a pattern.
  enum Part: Hashable, Sendable {
    case year, month, monthName, day, hour, hour12, halfDay, minute, second, weekdayName
    /// An optional point or comma with digits.
    case fraction
    /// `Z`, `UTC`, `GMT`, or an offset such as `+01:00` and `+0100`.
    case zone
    case literal(Character)
  }

  /// The words for counts since the epoch, with their units.
  static let epochs: [(name: String, nanosecondsPerUnit: Int64)] = [
    ("epoch-s", 1_000_000_000), ("epoch-ms", 1_000_000), ("epoch-us", 1000), ("epoch-ns", 1),
  ]

  private static let letters: [Character: Part] = [
    "Y": .year, "m": .month, "b": .monthName, "d": .day, "H": .hour, "I": .hour12, "p": .halfDay,
    "M": .minute, "S": .second, "a": .weekdayName, "f": .fraction, "z": .zone,
  ]

  /// Reads a format as a mapping file names it.
  ///
  /// - Parameters:
  ///   - text: `rfc3339`, `epoch-s` and its like, or a pattern such as `%Y-%m-%d %H:%M:%S`.
  ///   - zone: `UTC` or an offset such as `+01:00`, for patterns without `%z`.
  /// - Throws: ``Problem`` that says what is wrong with either.
  init(_ text: String, zone: String?) throws(Problem) {
    if text == "rfc3339" {
      guard zone == nil else { throw Problem("a zone beside rfc3339, which has its own") }
      self = .rfc3339
      return
    }
    if let epoch = Self.epochs.first(where: { $0.name == text }) {
      guard zone == nil else { throw Problem("a zone beside \(text), which is always UTC") }
      self = .epoch(nanosecondsPerUnit: epoch.nanosecondsPerUnit)
      return
    }
    guard text.contains("%") else {
      throw Problem("the time format \"\(clipped(text))\"")
    }
    let parts = try Self.parts(text)
    for (part, name) in [(Part.year, "%Y"), (.day, "%d")] where !parts.contains(part) {
      throw Problem("a time pattern without \(name)")
    }
    guard parts.contains(.month) || parts.contains(.monthName) else {
      throw Problem("a time pattern without %m or %b")
    }
    let hasZone = parts.contains(.zone)
    if hasZone, zone != nil { throw Problem("a zone beside a pattern with %z") }
    guard hasZone || zone != nil else {
      throw Problem("a time pattern without %z, and no zone")
    }
    self = .pattern(parts, offset: try zone.map(Self.offset))
  }

  /// What is wrong with a time format.
  struct Problem: Error {
    /// What was found, in words.
    let found: String

    init(_ found: String) { self.found = found }
  }

  private static func parts(_ text: String) throws(Problem) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        parts.append(.literal(character))
        continue
      }
      guard let letter = rest.popFirst() else { throw Problem("a time pattern that ends in %") }
      if letter == "%" {
        parts.append(.literal("%"))
      } else if let part = letters[letter] {
        parts.append(part)
      } else if letter == "y" {
        throw Problem("%y: a year of two digits names no century")
      } else {
        throw Problem("%\(letter) in a time pattern")
      }
    }
    return parts
  }

  /// A stated zone as RFC 3339 writes an offset.
  private static func offset(_ zone: String) throws(Problem) -> String {
    if zone == "UTC" || zone == "Z" { return "Z" }
    guard Instant(rfc3339: "2000-01-01T00:00:00\(zone)") != nil else {
      throw Problem(
        "the zone \"\(clipped(zone))\"; names of zones change their offset twice a year"
      )
    }
    return zone
  }

  /// The instant that a text or number names, or `nil` where it is not in the format.
  ///
  /// - Parameter text: A text, or a number as written.
  /// - Returns: The instant.
  func instant(_ text: String) -> Instant? {
    switch self {
    case .rfc3339: return Instant(rfc3339: text)
    case .epoch(let unit): return Self.count(text, unit)
    case .pattern(let parts, let offset):
      var reader = PatternReader(text)
      return reader.read(parts, offset: offset).flatMap { Instant(rfc3339: $0) }
    }
  }

  /// A decimal count in a unit, exact to the nanosecond; further digits are cut off.
  private static func count(_ text: String, _ unit: Int64) -> Instant? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: ".",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let first = parts.first, let whole = Int64(first)
    else { return nil }
    let digits = parts.count > 1 ? parts[1] : ""
    var fraction: Int64 = 0
    var weight = unit / 10
    for digit in digits.utf8 where weight > 0 {
      fraction += Int64(digit - 48) * weight
      weight /= 10
    }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: unit)
    let (sum, beyond) = scaled.addingReportingOverflow(fraction)
    return overflow || beyond ? nil : Instant(nanosecondsSinceEpoch: isNegative ? -sum : sum)
  }
}
