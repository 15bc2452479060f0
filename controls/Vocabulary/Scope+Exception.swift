public import ControlTesting

extension Scope {
  /// Whether a live exception names a control, or a requirement, and a record.
  ///
  /// An exception excuses only where all of it is there: owner, another person who approved it, one
  /// who retires it, start, end, and what it is from. Who leaves something out has no exception.
  ///
  /// - Parameters:
  ///   - control: The control's id.
  ///   - requirement: The requirement whose exceptions count as well.
  ///   - id: The record's id.
  /// - Returns: Whether one stands at the as-of time.
  public func isExcepted(from control: String, _ requirement: RequirementID, _ id: String) -> Bool {
    exceptions(naming: id).contains { exception in
      (exception.control == control || exception.requirement == requirement.id
        || exception.requirement == requirement.description) && exception.isWholeAndLive(at: asOf)
    }
  }

  /// The exceptions that name a record as target, identity, entitlement or one of several records.
  ///
  /// - Parameter id: The record's id.
  /// - Returns: The exceptions in whatever state; empty where none names it.
  public func exceptions(naming id: String) -> [Exception] {
    all(Exception.self, where: \.target, is: id)
      + all(Exception.self, where: \.identity, is: id)
      + all(Exception.self, where: \.entitlement, is: id)
      + all(Exception.self, where: \.records, contains: id)
  }
}

extension Exception {
  /// Whether the exception has all that makes one, and stands at an instant.
  public func isWholeAndLive(at instant: Instant) -> Bool {
    guard state == .active, let owner, let approver, owner != approver, retiredBy != nil,
      let end = expiresAt.instant
    else { return false }
    return approvedAt.hasPassed(at: instant) && startsAt <= instant && instant < end
      && !retiredAt.hasPassed(at: instant)
  }
}
