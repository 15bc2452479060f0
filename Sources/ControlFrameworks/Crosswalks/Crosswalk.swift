public import ControlModel

/// One link from an item of one framework to an item of another, with who says so and why.
public struct Crosswalk: Sendable, Hashable {
  /// How two items stand to each other.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// NIST moved the CSF 1.1 outcome to this id in CSF 2.0.
    case movedTo = "moved-to"
    /// NIST took the CSF 1.1 outcome up into this wider one in CSF 2.0.
    case incorporatedInto = "incorporated-into"
    /// The CSF 1.1 outcome goes on in CSF 2.0 under the same id with a two-digit number.
    case continued
    /// NIST's reference tool names the second as a reference for the first.
    case informativeReference = "informative-reference"
    /// AI 600-1 lists an action under the subcategory for the risk; the rationale holds the actions.
    case profileAction = "profile-action"
    /// The publisher of one of the two lists states it.
    case mapsTo = "maps-to"
    /// Published by a project that marks its own mappings unreviewed.
    case mapsToUnreviewed = "maps-to-unreviewed"
    /// The layer of MAESTRO in which the risk or threat mainly lies.
    case primaryLayer = "primary-layer"
    /// A further layer of MAESTRO that the risk or threat touches.
    case secondaryLayer = "secondary-layer"
    /// The outcome or control would answer the risk.
    case addressedBy = "addressed-by"
    /// Near in meaning, without equality.
    case related
    /// They share a part of their meaning.
    case overlaps
    /// Both say the same.
    case equal
    /// All of the first is in the second.
    case subsetOf = "subset-of"
    /// All of the second is in the first.
    case supersetOf = "superset-of"
    /// The second covers a part of the first.
    case partial
  }

  /// Who stands behind a link.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// NIST or OWASP, in a published document or reference tool.
    case official
    /// Someone other than the publisher of either list, or a publisher who calls it unreviewed.
    case unofficial
    /// This project; a proposal, and shown as one.
    case ours
    /// The organisation that runs the tool, in a crosswalk file of its own.
    case local
  }

  /// The item the link starts at.
  public let from: RequirementID
  /// The item the link leads to.
  public let to: RequirementID
  /// How the two stand to each other.
  public let relation: Relation
  /// The document or project that says so; `ours` for this project's proposals.
  public let source: String
  /// Why, in a few words; may be empty.
  public let rationale: String

  /// Whether it was read from a file of the organisation that runs the tool.
  let isLocal: Bool

  init(
    from: RequirementID,
    to: RequirementID,
    relation: Relation,
    source: String,
    rationale: String,
    isLocal: Bool = false
  ) {
    self.from = from
    self.to = to
    self.relation = relation
    self.source = source
    self.rationale = rationale
    self.isLocal = isLocal
  }

  /// A repository of mappings that says of all of them that nobody has reviewed them yet.
  private static let unreviewedSource = "OWASP GenAI Security Project, crosswalk repository"

  /// Whether its publisher has reviewed it; an unreviewed link is left out unless asked for.
  public var isReviewed: Bool {
    relation != .mapsToUnreviewed && !source.hasPrefix(Self.unreviewedSource)
  }

  /// Who stands behind the link.
  public var origin: Origin {
    if isLocal { return .local }
    if source == "ours" { return .ours }
    switch relation {
    case .mapsToUnreviewed, .primaryLayer, .secondaryLayer: return .unofficial
    default: return .official
    }
  }
}
