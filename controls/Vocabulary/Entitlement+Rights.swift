public import ControlTesting

extension Entitlement {
  /// ``resources`` in the shape that a look-up by list wants.
  public var listedResources: [String]? { resources }

  /// Whether the statement gives rights now: one that takes or bounds them does not, nor one that
  /// has ended.
  ///
  /// - Parameter instant: When to judge.
  /// - Returns: Whether it does.
  public func givesRights(at instant: Instant) -> Bool {
    effect == .allow && via != .boundary && via != .organization
      && !expiresAt.hasPassed(at: instant) && grantedAt.map { $0 <= instant } ?? true
  }
}
