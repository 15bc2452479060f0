import ControlModel

extension Cursor {
  /// The instant of a member that is RFC 3339 text or a number of seconds since 1970, with up to
  /// nine digits of fraction, or `nil` where it is absent or null.
  ///
  /// AWS writes one or the other by service, version and setting. Recordings of Python's calls write
  /// an object of numbers in UTC.
  func textOrSeconds(_ name: String) throws(Diagnostic) -> Instant? {
    guard let cursor = self[name] else { return nil }
    if cursor.value["__class__"]?.string == "datetime" { return try cursor.recordedTime() }
    guard case .number(let text) = cursor.value.content else { return try instant(name) }
    guard let instant = Instant(decimalSeconds: text) else {
      throw cursor.malformed(found: "a number out of range", needed: "seconds since 1970")
    }
    return instant
  }

  /// The instant that a recording writes as year, month, day, hour, minute, second and microsecond.
  private func recordedTime() throws(Diagnostic) -> Instant? {
    func digits(_ name: String, _ count: Int) throws(Diagnostic) -> String {
      let text = String(try integer(name) ?? 0)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let date = "\(try digits("year", 4))-\(try digits("month", 2))-\(try digits("day", 2))"
    let clock = "\(try digits("hour", 2)):\(try digits("minute", 2)):\(try digits("second", 2))"
    guard let instant = Instant(rfc3339: "\(date)T\(clock).\(try digits("microsecond", 6))Z") else {
      throw malformed(found: "a time that cannot be read", needed: "a date and a time of day")
    }
    return instant
  }

  /// The instant of a member in whole milliseconds since 1970, a number or its text, or `nil` where
  /// it is absent or null.
  func milliseconds(_ name: String) throws(Diagnostic) -> Instant? {
    guard let cursor = self[name], let number = try integer(name) else { return nil }
    let (value, overflow) = Int64(number).multipliedReportingOverflow(by: 1_000_000)
    if overflow {
      throw cursor.malformed(found: "a number out of range", needed: "milliseconds since 1970")
    }
    return Instant(nanosecondsSinceEpoch: value)
  }

  /// The moment of a member in RFC 3339.
  ///
  /// - Parameters:
  ///   - name: The member.
  ///   - null: What a null or an empty text means in this format.
  ///   - absent: What it means that the member is not there.
  /// - Returns: The moment.
  /// - Throws: ``Diagnostic`` where the member is no such time.
  func moment(_ name: String, null: Moment, absent: Moment) throws(Diagnostic) -> Moment {
    guard let member = value[name] else { return absent }
    if member.isNull || member.string == "" { return null }
    return try instant(name).map { .at($0) } ?? null
  }

  /// The end that a member states in RFC 3339; a time after the year 2261, which no ``Instant``
  /// holds and which formats write for it, means never.
  ///
  /// - Parameters:
  ///   - name: The member.
  ///   - absent: What it means that the member is absent or null.
  /// - Returns: The moment.
  /// - Throws: ``Diagnostic`` where the member is no such time.
  func end(_ name: String, absent: Moment) throws(Diagnostic) -> Moment {
    guard let text = self[name]?.text else { return absent }
    if let year = Int(text.prefix(4)), year > 2261,
      Instant(rfc3339: "2000\(text.dropFirst(4))") != nil
    {
      return .never
    }
    return try instant(name).map { .at($0) } ?? absent
  }
}

extension Instant {
  /// Reads seconds since 1970 as JSON writes a number, without an exponent; `nil` for anything else.
  ///
  /// Further digits than nine of a fraction are cut off.
  init?(decimalSeconds text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = Int64(parts[0]), let start = Instant(secondsSinceEpoch: whole) else {
      return nil
    }
    guard parts.count == 2 else {
      self = start
      return
    }
    let digits = parts[1].prefix(9)
    guard let number = Int64(digits), number >= 0, parts[1].allSatisfy(\.isNumber) else {
      return nil
    }
    let scale = (digits.count..<9).reduce(Int64(1)) { value, _ in value * 10 }
    let nanoseconds = text.hasPrefix("-") ? -number * scale : number * scale
    self = start.advanced(by: .nanoseconds(nanoseconds))
  }
}
