public import ControlTesting

extension Scope {
  /// States that an instant is not later than the as-of time: evidence of the future is none.
  ///
  /// - Parameters:
  ///   - attribute: What happened then.
  ///   - instant: When.
  /// - Throws: A ``Deviation`` where it is later.
  public func expectPast(_ attribute: String, _ instant: Instant) throws {
    if instant <= asOf { return }
    throw Deviation(attribute, expected: "at or before \(asOf)", observed: "\(instant)")
  }

  /// States that something happened, and no longer ago than a limit.
  ///
  /// - Parameters:
  ///   - attribute: What happened.
  ///   - moment: When; that it never did, or that nobody recorded it, does not hold.
  ///   - limit: How long ago it may be.
  /// - Returns: When it happened.
  /// - Throws: A ``Deviation`` where it did not, or is too long ago, or later than the as-of time.
  @discardableResult
  public func expectWithin(
    _ attribute: String,
    _ moment: Moment,
    _ limit: Duration
  ) throws -> Instant {
    guard let instant = moment.instant else {
      throw Deviation(
        attribute,
        expected: "at most \(limit.words) ago",
        observed: moment.description
      )
    }
    try expectPast(attribute, instant)
    let age = asOf.duration(since: instant)
    if age <= limit { return instant }
    throw Deviation(
      attribute,
      expected: "at most \(limit.words) ago",
      observed: "\(age.words) ago, at \(instant)"
    )
  }

  /// States that an end is recorded and lies ahead.
  ///
  /// - Parameters:
  ///   - attribute: What ends.
  ///   - moment: When; `never` has no end, and so does not hold.
  /// - Returns: When it ends.
  /// - Throws: A ``Deviation`` where it has passed, or no end is recorded.
  @discardableResult
  public func expectAhead(_ attribute: String, _ moment: Moment) throws -> Instant {
    if let instant = moment.instant, instant > asOf { return instant }
    throw Deviation(attribute, expected: "after \(asOf)", observed: moment.description)
  }
}
