/// When something happened or will happen, where "never" and "nobody wrote it down" are answers too.
///
/// Exports spell three kinds of nothing in many ways. They mean different things to a judge: a
/// credential that *never* expires deviates, one whose expiry is *not recorded* deviates for another
/// reason, and neither may read as young.
public enum Moment: Sendable, Hashable {
  /// It happened, or will happen, at this instant.
  case at(Instant)
  /// It never happened, or will never happen, and the source says so.
  case never
  /// The source does not say.
  case notRecorded

  /// The instant, or `nil` for never and not recorded.
  public var instant: Instant? {
    if case .at(let instant) = self { return instant }
    return nil
  }

  /// Whether it had happened by an instant.
  ///
  /// - Parameter instant: The end of the look back, inclusive.
  /// - Returns: `false` for never and not recorded.
  public func hasPassed(at instant: Instant) -> Bool {
    guard let own = self.instant else { return false }
    return own <= instant
  }
}

extension Moment: CustomStringConvertible {
  /// The instant in RFC 3339, `never` or `not recorded`.
  public var description: String {
    switch self {
    case .at(let instant): instant.description
    case .never: "never"
    case .notRecorded: "not recorded"
    }
  }
}
