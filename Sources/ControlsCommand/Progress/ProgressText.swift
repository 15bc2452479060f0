/// The line that says how far a long run has come.
struct ProgressText {
  /// What is being done, such as `judging`.
  let phase: String
  /// How many records were observed.
  let records: Int
  /// How many will be; `nil`: not known before they are read.
  let totalRecords: Int?
  /// How many bytes of files that are read in one pass were read.
  let bytes: Int
  /// How many there are; 0 where there are none, or nobody knows.
  let totalBytes: Int

  /// The line after some time.
  ///
  /// - Parameter elapsed: How long the phase has lasted.
  /// - Returns: Phase, counts, rate and time left, as far as they are known.
  func line(after elapsed: Duration) -> String {
    let seconds = elapsed.inSeconds
    var parts: [String] = []
    if records > 0 || totalRecords != nil {
      let total = totalRecords.map { " of \(Self.grouped($0))" } ?? ""
      parts.append("\(Self.grouped(records))\(total) records")
    }
    if totalBytes > 0 {
      parts.append("\(Self.bytes(bytes)) of \(Self.bytes(totalBytes))")
      if seconds > 0, bytes > 0 { parts.append("\(Self.bytes(Int(Double(bytes) / seconds)))/s") }
    } else if seconds > 0, records > 0 {
      parts.append("\(Self.grouped(Int(Double(records) / seconds))) records/s")
    }
    if let left = secondsLeft(after: seconds) { parts.append("\(Self.time(left)) left") }
    return parts.isEmpty ? phase : "\(phase): \(parts.joined(separator: ", "))"
  }

  private func secondsLeft(after seconds: Double) -> Int? {
    let (done, total) = totalBytes > 0 ? (bytes, totalBytes) : (records, totalRecords ?? 0)
    // In the first half second a rate says little.
    guard seconds >= 0.5, done > 0, total > done else { return nil }
    return Int((seconds * Double(total - done) / Double(done)).rounded(.up))
  }

  /// A count with a comma between thousands.
  private static func grouped(_ count: Int) -> String {
    var digits = Substring(String(count))
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  /// Bytes in the unit that leaves one to three digits before the point.
  private static func bytes(_ count: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var value = Double(count)
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return unit < 2 || tenths >= 1000
      ? "\((tenths + 5) / 10) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  private static func time(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}

extension Duration {
  /// The duration in seconds, with their fraction.
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
