/// The part of a trust graph that a report draws: the ways that matter, and no more.
public struct TrustPicture: Sendable, Hashable {
  /// Why a way is drawn.
  public enum Question: String, Sendable, Hashable, CaseIterable {
    /// The path of a finding.
    case finding
    /// An actor can become an administrator.
    case administrator
    /// A way leads from one tenant to another.
    case tenant
    /// A way leads into production from outside it.
    case production
    /// What an agent can touch.
    case agent
  }

  /// A way from one thing to another.
  public struct Way: Sendable, Hashable {
    /// Why it is drawn.
    public var question: Question
    /// The control and record of the finding, where it is one; empty for others.
    public var about: String
    /// The steps in the order they are taken, as indices of ``steps``; not empty.
    public var steps: [Int]

    /// Creates a way.
    ///
    /// - Parameters:
    ///   - question: Why it is drawn.
    ///   - about: The control and record of the finding, or empty.
    ///   - steps: The steps.
    public init(_ question: Question, about: String = "", steps: [Int]) {
      self.question = question
      self.about = about
      self.steps = steps
    }
  }

  /// How many of the ways of a question there are, and how many are drawn.
  public struct Tally: Sendable, Hashable {
    /// The question.
    public var question: Question
    /// How many ways answer it.
    public var found: Int
    /// How many of these are drawn.
    public var drawn: Int

    /// Counts.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - found: How many ways answer it.
    ///   - drawn: How many of these are drawn.
    public init(_ question: Question, found: Int, drawn: Int) {
      self.question = question
      self.found = found
      self.drawn = drawn
    }
  }

  /// How many things the whole graph has.
  public var thingCount: Int
  /// How many steps the whole graph has.
  public var stepCount: Int
  /// The things drawn, in order of kind and name.
  public var things: [TrustAnswer.Thing]
  /// The steps drawn, in order of start and end.
  public var steps: [TrustAnswer.Step]
  /// The ways drawn, in order of question.
  public var ways: [Way]
  /// What is drawn and what is left out, by question.
  public var tallies: [Tally]

  /// Creates a picture with nothing in it.
  ///
  /// - Parameters:
  ///   - thingCount: How many things the whole graph has.
  ///   - stepCount: How many steps the whole graph has.
  public init(thingCount: Int, stepCount: Int) {
    self.thingCount = thingCount
    self.stepCount = stepCount
    things = []
    steps = []
    ways = []
    tallies = []
  }
}
