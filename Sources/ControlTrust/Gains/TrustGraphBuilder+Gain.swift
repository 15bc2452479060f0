import ControlModel

extension TrustGraphBuilder {
  /// Adds a step that changes rights, or starts something under another's, before they can be used.
  ///
  /// - Parameters:
  ///   - start: The actor.
  ///   - end: Whom or what it gains.
  ///   - way: What is done, with the permission that allows it.
  ///   - conditions: What must hold and cannot be decided from files.
  ///   - locator: The record that gives the permission.
  mutating func gain(
    _ start: Int,
    _ end: Int,
    _ way: String,
    if conditions: [String] = [],
    _ locator: Locator
  ) {
    add(start, .mayAssume, end, locator) { edge in
      edge.isEscalation = true
      edge.reason = way
      edge.conditions = conditions.unique
    }
  }

  /// An administrator may become each of the identities that its power covers.
  mutating func gainAll(_ power: Int, _ actors: [(id: String, locator: Locator)]) {
    for actor in actors {
      let end = node(.actor, actor.id, .identity)
      gain(power, end, "an administrator may give itself any credential", actor.locator)
    }
  }
}
