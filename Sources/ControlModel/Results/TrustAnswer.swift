/// A part of a trust graph that answers one question, as plain values for documents.
public struct TrustAnswer: Sendable, Hashable {
  /// A thing of the graph.
  public struct Thing: Sendable, Hashable {
    /// What sort of thing it is, in the words of `trust-chain-graph`.
    public var kind: String
    /// Its name.
    public var name: String
    /// Whether a record describes it; otherwise records only refer to it.
    public var isKnown: Bool
    /// Whether it can act or be used.
    public var isLive: Bool
    /// Whether it stands for all power over an account.
    public var isAdministrator: Bool
    /// Who answers for it; `nil`: not recorded.
    public var owner: String?
    /// The tenant it belongs to; `nil`: not recorded.
    public var tenant: String?
    /// The environment it lives in; `nil`: not recorded.
    public var environment: String?
    /// How sensitive it is; `nil`: not recorded.
    public var sensitivity: String?
    /// The record that describes it; `nil` where none does.
    public var locator: Locator?

    /// Creates a thing.
    ///
    /// - Parameters:
    ///   - kind: What sort of thing it is.
    ///   - name: Its name.
    public init(kind: String, name: String) {
      self.kind = kind
      self.name = name
      isKnown = true
      isLive = true
      isAdministrator = false
    }
  }

  /// A step from one thing to another.
  public struct Step: Sendable, Hashable {
    /// Where it starts, as an index of ``things``.
    public var from: Int
    /// Where it leads.
    public var to: Int
    /// How it is taken, in the words of `trust-chain-graph`.
    public var kind: String
    /// Why it can be taken; empty where the kind says it all.
    public var reason: String
    /// What must hold and cannot be decided from files; empty where nothing must.
    public var conditions: [String]
    /// Whether it changes rights first.
    public var isEscalation: Bool
    /// Whether taking it gives the start what the end may do.
    public var isTraversable: Bool
    /// From when it no longer holds; `nil`: no end is recorded.
    public var until: Instant?
    /// The record that proves it.
    public var locator: Locator

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - from: Where it starts.
    ///   - to: Where it leads.
    ///   - kind: How it is taken.
    ///   - locator: The record that proves it.
    public init(from: Int, to: Int, kind: String, locator: Locator) {
      self.from = from
      self.to = to
      self.kind = kind
      self.locator = locator
      reason = ""
      conditions = []
      isEscalation = false
      isTraversable = true
    }
  }

  /// One shortest way to an end of the question.
  public struct Way: Sendable, Hashable {
    /// The thing at the other end, as an index of ``things``.
    public var end: Int
    /// The steps in the order they are taken, as indices of ``steps``.
    public var steps: [Int]

    /// Creates a way.
    ///
    /// - Parameters:
    ///   - end: The thing at the other end.
    ///   - steps: The steps.
    public init(end: Int, steps: [Int]) {
      self.end = end
      self.steps = steps
    }
  }

  /// The subject whose evidence was asked.
  public var subject: String
  /// The time of the graph.
  public var asOf: Instant
  /// The question in words.
  public var question: String
  /// The thing asked about, as an index of ``things``; `nil` where the whole graph is shown.
  public var start: Int?
  /// The things of the answer, in order of kind and name.
  public var things: [Thing]
  /// The steps of the answer.
  public var steps: [Step]
  /// One way for each thing found, nearest first; empty where the whole graph is shown.
  public var ways: [Way]

  /// Creates an answer without anything in it.
  ///
  /// - Parameters:
  ///   - subject: The subject whose evidence was asked.
  ///   - asOf: The time of the graph.
  ///   - question: The question in words.
  public init(subject: String, asOf: Instant, question: String) {
    self.subject = subject
    self.asOf = asOf
    self.question = question
    things = []
    steps = []
    ways = []
  }
}
