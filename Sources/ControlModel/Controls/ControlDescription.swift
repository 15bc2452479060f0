/// Everything about a control but its check: what is claimed, for whom, from which evidence.
public struct ControlDescription: Sendable, Hashable {
  /// How a control comes to its result.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// Files decide.
    case automated
    /// People state it, and sign.
    case attested
    /// Files decide a part, people the rest.
    case hybrid
  }

  /// What the check runs over.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// Once for each record of the population.
    case record
    /// Once for each subject.
    case subject
    /// One pass over the whole population, with a memory of its own.
    case fold
  }

  /// A proof without which a subject is a prototype, whatever else it shows.
  public enum CoreProof: String, Sendable, Hashable, CaseIterable {
    case identityScope
    case tenantIsolation
    case revocation
    case auditability
  }

  /// The control's id, stable for ever and never reused.
  public var id: String
  /// A sentence that is true when the control passes.
  public var title: String
  /// The suite it stands in.
  public var suite: String
  /// How much harm a deviation may do.
  public var severity: Severity
  /// How it comes to its result.
  public var mode: Mode
  /// What its check runs over.
  public var shape: Shape
  /// The record type of its population, or `subject`.
  public var population: String
  /// Requirements that passing this control, with the others that satisfy them, meets.
  public var satisfies: [RequirementID]
  /// Requirements to which this control contributes a part.
  public var supports: [RequirementID]
  /// Why it satisfies or supports what it does, by requirement; a requirement may be absent.
  public var rationales: [RequirementID: String]
  /// The statements that people must sign for it; empty for an automated control.
  public var asks: [StatementAsked]
  /// The evidence kinds without which it cannot judge.
  public var needs: [EvidenceNeed]
  /// The subjects it applies to; empty: all.
  public var subjectKinds: Set<Subject.Kind>
  /// The tiers it applies to; empty: all.
  public var tiers: Set<Tier>
  /// The lowest tier in which a deviation blocks; below it the control flags.
  public var blocksFrom: Tier
  /// Whether a deviation closes production whatever else passes, and cannot be waived.
  public var isHardGate: Bool
  /// The core proof it gives, if any.
  public var coreProof: CoreProof?
  /// The names of the policy parameters it reads.
  public var parameters: [String]
  /// Why the control matters; empty where its author does not say.
  public var rationale: String
  /// How to mend a deviation.
  public var remedy: String
  /// Where to read more.
  public var references: [String]
  /// Where the control is written, as `Module/File.swift:line`.
  public var source: String

  /// Creates a description with everything but id, title, suite and source at its default.
  ///
  /// - Parameters:
  ///   - id: The stable id.
  ///   - title: A sentence that is true when the control passes.
  ///   - suite: The suite's name.
  ///   - source: Where the control is written.
  public init(id: String, title: String, suite: String = "", source: String = "") {
    self.id = id
    self.title = title
    self.suite = suite
    severity = .medium
    mode = .automated
    shape = .record
    population = ""
    satisfies = []
    supports = []
    rationales = [:]
    asks = []
    needs = []
    subjectKinds = []
    tiers = []
    blocksFrom = .production
    isHardGate = false
    coreProof = nil
    parameters = []
    rationale = ""
    remedy = ""
    references = []
    self.source = source
  }
}

/// Evidence that a control cannot do without.
public struct EvidenceNeed: Sendable, Hashable {
  /// The kinds, any one of which will do.
  public var kinds: [EvidenceKind]
  /// The greatest age at the as-of time; `nil`: what the policy says for the kind.
  public var maximumAge: Duration?

  /// Creates a need.
  ///
  /// - Parameters:
  ///   - kinds: The kinds, any one of which will do.
  ///   - maximumAge: The greatest age; `nil`: the policy's.
  public init(anyOf kinds: [EvidenceKind], maximumAge: Duration? = nil) {
    self.kinds = kinds
    self.maximumAge = maximumAge
  }
}
