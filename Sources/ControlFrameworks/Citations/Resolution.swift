public import ControlModel

/// What a citation resolves to, with the reasons a reader needs to check it.
public struct Resolution: Sendable, Hashable {
  /// How the citation as a whole was understood.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It is an official id.
    case exact
    /// It is another spelling of an official id, or an official title.
    case respelled
    /// It names an item that was withdrawn or belongs to an older version; successors come first.
    case superseded
    /// What the text beside it says decided, because the number says something else or nothing.
    case byMeaning
    /// It names a whole framework, and the framework's main parts stand for it.
    case wholeFramework
    /// Several items fit equally well.
    case ambiguous
    /// No framework has such an item.
    case noSuchItem
  }

  /// The citation as it was written.
  public let citation: String
  /// How it was understood.
  public let verdict: Verdict
  /// The items it resolves to, the best first; empty where there is no such item.
  public let readings: [Reading]
  /// Items it does not resolve to but might be taken for, each with why not.
  public let otherReadings: [Reading]
  /// Items that may have been meant where there is no such item.
  public let suggestions: [RequirementID]
  /// One or more sentences that say what was done with the citation.
  public let note: String

  /// The ids it resolves to, the best first.
  public var requirements: [RequirementID] { readings.map(\.requirement) }

  init(
    citation: String,
    verdict: Verdict,
    readings: [Reading] = [],
    otherReadings: [Reading] = [],
    suggestions: [RequirementID] = [],
    note: String
  ) {
    self.citation = citation
    self.verdict = verdict
    self.readings = readings
    self.otherReadings = otherReadings
    self.suggestions = suggestions
    self.note = note
  }
}

/// One official item a citation can be read as.
public struct Reading: Sendable, Hashable {
  /// What the reading rests on.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The citation is the item's official id.
    case exact
    /// The citation spells the item's id another way.
    case respelled
    /// The citation is the item's title.
    case title
    /// The item takes the place of the one cited.
    case successor
    /// The item is the one cited, and another took its place.
    case superseded
    /// The text beside the citation describes the item.
    case meaning
    /// The text beside the citation shares rare words with the item: a guess to be confirmed.
    case words
    /// The citation names a whole framework, and the item is one of its main parts.
    case whole
  }

  /// The item.
  public let requirement: RequirementID
  /// What the reading rests on.
  public let basis: Basis
  /// Why, in a sentence.
  public let note: String

  init(_ requirement: RequirementID, _ basis: Basis, _ note: String) {
    self.requirement = requirement
    self.basis = basis
    self.note = note
  }
}
