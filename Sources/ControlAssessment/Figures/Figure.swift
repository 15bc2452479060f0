public import ControlModel

/// A measure of a subject that stands beside the verdict and never inside it.
///
/// Nothing decides by a figure, and figures are not added up.
public struct Figure: Sendable, Hashable {
  /// What the figure is about.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    /// How much of what was seen is inventoried and joined.
    case coverage
    /// Which kinds of workload and which clouds the evidence speaks of.
    case kinds
    /// How long reviews took.
    case reviewTime = "review-time"
    /// What the controls cost those who work under them.
    case cost
    /// What the subject shares with others, so that one proof is not two.
    case dependence
  }

  /// What it is about.
  public var group: Group
  /// What was measured.
  public var name: String
  /// The measure in words; `not covered` or `not recorded` where there is none.
  public var value: String

  /// Creates a figure.
  ///
  /// - Parameters:
  ///   - group: What it is about.
  ///   - name: What was measured.
  ///   - value: The measure in words.
  public init(_ group: Group, _ name: String, _ value: String) {
    self.group = group
    self.name = name
    self.value = value
  }
}

/// The figures of subjects that were read together.
public enum Figures {
  /// The figures of each subject, in the order given.
  ///
  /// - Parameter inventories: The subjects' evidence.
  /// - Returns: A subject's id with its figures, in order of group.
  /// - Complexity: O(*n*) in the number of records; logs that are read in one pass are held for it.
  public static func all(
    of inventories: [Inventory]
  ) -> [(subject: String, figures: [Figure])] {
    let shared = SharedCredentials(inventories)
    return inventories.map { inventory in
      let figures =
        CoverageFigures.all(of: inventory) + KindFigures.all(of: inventory)
        + TimeFigures.all(of: inventory) + shared.figures(of: inventory)
      return (inventory.subject.id, figures)
    }
  }

  /// `12 of 14 (85 %)`, rounded down so that it never says all where one lacks.
  static func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "not covered" : "\(part) of \(whole) (\(part * 100 / whole) %)"
  }
}
