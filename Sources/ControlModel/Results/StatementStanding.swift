/// Where a statement stands that people must sign for a subject.
public struct StatementStanding: Sendable, Hashable {
  /// Whether somebody's signature answers for it.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Nobody has signed it.
    case missing
    /// Somebody signed something that does not count.
    case faulty
    /// It counts.
    case inForce
  }

  /// The subject's id.
  public var subject: String
  /// The ids of the controls that ask for it, in the order of their suites.
  public var controls: [String]
  /// The statement.
  public var statement: StatementAsked
  /// The id of what it must be about.
  public var target: String
  /// Where it stands.
  public var state: State
  /// What keeps it from counting, in words; empty where it counts.
  public var fault: String
  /// The id of the attestation that counts, or comes closest; `nil`: there is none.
  public var attestation: String?
  /// Who signed that; `nil`: there is none.
  public var signer: String?
  /// The first instant at which it no longer counts by its own times; `nil` where it does not count.
  public var standsUntil: Instant?
  /// Who could sign it now, as person and role, in order.
  public var candidates: [Candidate]
  /// The documents in force on which it could rest, in order; empty where any would do.
  public var documents: [Document]

  /// Somebody who holds an entitled role.
  public struct Candidate: Sendable, Hashable {
    /// The person or team.
    public var person: String
    /// The role.
    public var role: String

    /// Names somebody.
    public init(person: String, role: String) {
      self.person = person
      self.role = role
    }
  }

  /// A document of the policy register.
  public struct Document: Sendable, Hashable {
    /// The id with the version, as the register has them.
    public var name: String
    /// The digest.
    public var digest: String

    /// Names a document.
    public init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// States where a statement stands.
  ///
  /// - Parameters:
  ///   - subject: The subject's id.
  ///   - statement: The statement.
  ///   - target: The id of what it must be about.
  public init(subject: String, statement: StatementAsked, target: String) {
    self.subject = subject
    controls = []
    self.statement = statement
    self.target = target
    state = .missing
    fault = ""
    candidates = []
    documents = []
  }

  /// Whether it counts, and stops to within a time.
  ///
  /// - Parameters:
  ///   - notice: The time.
  ///   - instant: When that starts.
  /// - Returns: `false` where it does not count at all.
  public func ends(within notice: Duration, of instant: Instant) -> Bool {
    guard let standsUntil else { return false }
    return standsUntil.duration(since: instant) <= notice
  }
}
