/// A named selection of controls with a gate of its own, in the order in which an expert reads it.
///
/// A profile hides nothing: all controls run, the subject's own decision stays that of the whole, and
/// the profile's decision stands beside it. A control of the profile that no suite has holds it.
///
/// ```swift
/// Profile(
///   "readiness",
///   "Enterprise security review readiness",
///   decides: "ready for an enterprise security review",
///   purpose: "Whether a review may begin.",
///   tier: .production,
///   sections: [Profile.Section("Revocation", "Who has tried it?", ["REV-1"])]
/// )
/// ```
public struct Profile: Sendable, Hashable {
  /// Controls that are read together.
  public struct Section: Sendable, Hashable {
    /// The section's heading.
    public var title: String
    /// What a reader wants to know of it.
    public var question: String
    /// The controls' ids in the order of reading, each once in the profile.
    public var controls: [String]

    /// Creates a section.
    ///
    /// - Parameters:
    ///   - title: The heading.
    ///   - question: What a reader wants to know of it.
    ///   - controls: The controls' ids in the order of reading.
    public init(_ title: String, _ question: String, _ controls: [String]) {
      self.title = title
      self.question = question
      self.controls = controls
    }
  }

  /// The word by which it is asked for.
  public var name: String
  /// Its title.
  public var title: String
  /// What it says of a subject that it approves, such as `ready for an enterprise security review`.
  public var decides: String
  /// What it is for, in a sentence or two.
  public var purpose: String
  /// The tier of its gate: a control blocks the profile where it blocks in this tier.
  public var tier: Tier
  /// Its sections in the order of reading.
  public var sections: [Section]

  /// Creates a profile.
  ///
  /// - Parameters:
  ///   - name: The word by which it is asked for.
  ///   - title: Its title.
  ///   - decides: What it says of a subject that it approves.
  ///   - purpose: What it is for.
  ///   - tier: The tier of its gate.
  ///   - sections: Its sections in the order of reading.
  public init(
    _ name: String,
    _ title: String,
    decides: String,
    purpose: String,
    tier: Tier,
    sections: [Section]
  ) {
    self.name = name
    self.title = title
    self.decides = decides
    self.purpose = purpose
    self.tier = tier
    self.sections = sections
  }

  /// The ids of all its controls, in the order of reading.
  public var controls: [String] { sections.flatMap(\.controls) }
}
