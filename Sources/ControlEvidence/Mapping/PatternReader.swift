/// Reads a time by a pattern into the form of RFC 3339, which is then checked as any other.
struct PatternReader {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  /// The time in RFC 3339, or `nil` where the text does not follow the pattern to its end.
  mutating func read(_ parts: [TimeFormat.Part], offset: String?) -> String? {
    var (year, month, day, hour, minute, second) = ("", "", "", "00", "00", "00")
    var fraction = ""
    var zone = offset
    var isAfternoon: Bool?
    for part in parts {
      let isRead: Bool
      switch part {
      case .year: isRead = take(&year, 4...4)
      case .month: isRead = take(&month, 1...2)
      case .day: isRead = take(&day, 1...2)
      case .hour, .hour12: isRead = take(&hour, 1...2)
      case .minute: isRead = take(&minute, 2...2)
      case .second: isRead = take(&second, 2...2)
      case .fraction: isRead = takeFraction(&fraction)
      case .monthName:
        let index = takeName(Self.months)
        month = index.map { String($0 + 1) } ?? ""
        isRead = index != nil
      case .weekdayName: isRead = takeName(Self.weekdays) != nil
      case .halfDay:
        let half = takeName(["am", "pm"])
        isAfternoon = half.map { $0 == 1 }
        isRead = half != nil
      case .zone:
        zone = takeZone()
        isRead = zone != nil
      case .literal(let character):
        isRead = rest.first == character
        if isRead { rest.removeFirst() }
      }
      guard isRead else { return nil }
    }
    guard rest.isEmpty, let zone, let hours = Int(hour) else { return nil }
    if parts.contains(.hour12) {
      guard let isAfternoon, (1...12).contains(hours) else { return nil }
      hour = String(hours % 12 + (isAfternoon ? 12 : 0))
    }
    return "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(minute):\(second)\(fraction)\(zone)"
  }

  private func two(_ digits: String) -> String { digits.count == 1 ? "0" + digits : digits }

  private mutating func take(_ digits: inout String, _ count: ClosedRange<Int>) -> Bool {
    digits = String(rest.prefix(count.upperBound).prefix { $0.isASCII && $0.isNumber })
    rest = rest.dropFirst(digits.count)
    return count.contains(digits.count)
  }

  private mutating func takeFraction(_ fraction: inout String) -> Bool {
    guard let first = rest.first, first == "." || first == "," else { return true }
    let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    if digits.isEmpty { return false }
    rest = rest[digits.endIndex...]
    fraction = "." + digits
    return true
  }

  private mutating func takeName(_ names: [String]) -> Int? {
    guard let length = names.first?.count,
      let index = names.firstIndex(of: rest.prefix(length).lowercased())
    else { return nil }
    rest = rest.dropFirst(length)
    return index
  }

  private mutating func takeZone() -> String? {
    for name in ["UTC", "GMT", "Z"] where rest.hasPrefix(name) {
      rest = rest.dropFirst(name.count)
      return "Z"
    }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let body = rest.dropFirst()
    let hours = body.prefix(2)
    var after = body.dropFirst(2)
    if after.first == ":" { after = after.dropFirst() }
    let minutes = after.prefix(2)
    guard hours.count == 2, minutes.count == 2 else { return nil }
    rest = after.dropFirst(2)
    return "\(sign)\(hours):\(minutes)"
  }
}
