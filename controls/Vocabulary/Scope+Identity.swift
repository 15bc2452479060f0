public import ControlTesting

extension Scope {
  /// The identity with an id, or the one that has it as an alias.
  ///
  /// - Parameter id: A name that evidence gives an identity.
  /// - Returns: The identity; `nil` where the inventory knows none of that name.
  /// - Complexity: O(1) after the first look-up.
  public func identity(called id: String) -> Identity? {
    first(Identity.self, id) ?? all(Identity.self, where: \.aliases, contains: id).first
  }
}
