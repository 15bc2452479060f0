extension Crosswalk {
  /// How the meanings of two items stand to each other as sets (NIST IR 8477).
  public enum SetRelation: String, Sendable, Hashable, CaseIterable {
    /// Both say the same.
    case equal
    /// All of the first is in the second: who meets the second meets the first.
    case subset
    /// All of the second is in the first: who meets the second meets a part of the first.
    case superset
    /// They share a part, and each may say more.
    case intersects
  }

  /// What meeting the second item says about the first.
  public enum Strength: String, Sendable, Hashable, CaseIterable {
    /// Who meets the second meets the first.
    case full
    /// Who meets the second meets a part of the first.
    case partial
    /// Nothing: the link is a pointer for readers.
    case pointer
  }

  /// How the two items stand to each other as sets, or `nil` where the link does not say.
  public var setRelation: SetRelation? { Self.setRelation(of: relation) }

  /// What meeting the second item says about the first.
  public var strength: Strength {
    switch setRelation {
    case .equal, .subset: .full
    case .superset, .intersects: .partial
    case nil: .pointer
    }
  }

  /// The set relation that a published relation states, and never more than it states.
  ///
  /// - `equal`, `subset-of`, `superset-of` and `overlaps` say it themselves.
  /// - `moved-to` is a subset: NIST put the whole old outcome under one new id, often in wider words.
  /// - `incorporated-into` intersects: NIST splits many old outcomes over several new ones.
  /// - `continued` intersects: the id goes on, and NIST may have reworded the outcome.
  /// - `partial` intersects: the second covers a part of the first and may say more.
  /// - All others give none. A reference, a layer, an action listed under an item or an answer to
  ///   a risk is a pointer; whoever published it did not compare the meanings.
  ///
  /// - Parameter relation: The relation as published.
  /// - Returns: The set relation, or `nil` where the publisher does not say.
  public static func setRelation(of relation: Relation) -> SetRelation? {
    switch relation {
    case .equal: .equal
    case .subsetOf, .movedTo: .subset
    case .supersetOf: .superset
    case .overlaps, .partial, .incorporatedInto, .continued: .intersects
    case .informativeReference, .profileAction, .mapsTo, .mapsToUnreviewed, .primaryLayer,
      .secondaryLayer, .addressedBy, .related:
      nil
    }
  }
}
