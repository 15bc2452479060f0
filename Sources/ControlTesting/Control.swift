public import ControlModel

/// A check with a stable id and a sentence that is true when it passes.
///
/// The closure's first parameter names the *population*: the control is judged once for each record
/// of that type, as a parameterised test runs once for each argument.
///
/// ```swift
/// Control("NHI7-2", "Every credential has an expiry", .severity(.critical)) {
///   (credential: Credential, _) in
///   try expect("expiry", credential.expiresAt, .present)
/// }
/// ```
///
/// A thrown ``Deviation`` is a finding: the record was judged. Any other thrown error means that the
/// record could not be judged, and makes the control's outcome `error`.
public struct Control: Sendable {
  /// Everything about the control but its check.
  public internal(set) var description: ControlDescription
  /// The policy parameters that the control reads.
  public internal(set) var parameters: [PolicyParameter]
  /// The check, with its population's type erased.
  package internal(set) var check: any ErasedCheck

  /// Writes a control that is judged once for each record of a population.
  ///
  /// - Parameters:
  ///   - id: The control's id, stable for ever.
  ///   - title: A sentence that is true when the control passes.
  ///   - traits: What else is known about it.
  ///   - population: Which records of the type the control speaks about; all where left out. A record
  ///     outside is not judged and not counted.
  ///   - fileID: Where the control is written; leave it out.
  ///   - line: Where the control is written; leave it out.
  ///   - judge: Judges one record. Throws a ``Deviation`` where it deviates.
  public init<Record: EvidenceRecord>(
    _ id: String,
    _ title: String,
    _ traits: ControlTrait...,
    among population: (@Sendable (Record, Scope) -> Bool)? = nil,
    fileID: String = #fileID,
    line: Int = #line,
    judge: @escaping @Sendable (Record, Scope) throws -> Void
  ) {
    self.init(
      id,
      title,
      traits,
      .record,
      Record.recordName,
      Record.kinds,
      "\(fileID):\(line)",
      RecordCheck(isMember: population, judge: judge)
    )
  }

  /// Writes a control that is judged once for each subject.
  ///
  /// - Parameters:
  ///   - id: The control's id, stable for ever.
  ///   - title: A sentence that is true when the control passes.
  ///   - traits: What else is known about it; the evidence it needs among them.
  ///   - fileID: Where the control is written; leave it out.
  ///   - line: Where the control is written; leave it out.
  ///   - judge: Judges the subject and returns what deviates, each with its record where there is
  ///     one. May also throw a single ``Deviation``.
  public init(
    _ id: String,
    _ title: String,
    _ traits: ControlTrait...,
    fileID: String = #fileID,
    line: Int = #line,
    subject judge: @escaping @Sendable (Scope) throws -> [Deviation]
  ) {
    self.init(
      id,
      title,
      traits,
      .subject,
      "subject",
      [],
      "\(fileID):\(line)",
      SubjectCheck(judge: judge)
    )
  }

  /// Writes a control that needs the whole population in one pass.
  ///
  /// - Parameters:
  ///   - id: The control's id, stable for ever.
  ///   - title: A sentence that is true when the control passes.
  ///   - traits: What else is known about it.
  ///   - fold: The type that observes the records and says what deviates.
  ///   - fileID: Where the control is written; leave it out.
  ///   - line: Where the control is written; leave it out.
  public init<F: Fold>(
    _ id: String,
    _ title: String,
    _ traits: ControlTrait...,
    fold: F.Type,
    fileID: String = #fileID,
    line: Int = #line
  ) {
    self.init(
      id,
      title,
      traits,
      .fold,
      F.Record.recordName,
      F.Record.kinds,
      "\(fileID):\(line)",
      GatheringCheck<F>(population: fold)
    )
  }

  /// Writes a control that is judged once for each subject, on what it gathers from records in one
  /// pass.
  ///
  /// A control that needs a long log is written so rather than with a closure that asks for all
  /// records: then the log need not be held.
  ///
  /// - Parameters:
  ///   - id: The control's id, stable for ever.
  ///   - title: A sentence that is true when the control passes.
  ///   - traits: What else is known about it; the evidence it needs among them.
  ///   - state: The type that watches records and says what deviates in the subject.
  ///   - fileID: Where the control is written; leave it out.
  ///   - line: Where the control is written; leave it out.
  public init<G: Gathering>(
    _ id: String,
    _ title: String,
    _ traits: ControlTrait...,
    subject state: G.Type,
    fileID: String = #fileID,
    line: Int = #line
  ) {
    self.init(
      id,
      title,
      traits,
      .subject,
      "subject",
      [],
      "\(fileID):\(line)",
      GatheringCheck<G>(subject: state)
    )
  }

  /// Writes a control that nothing but a signed statement about the subject shows.
  ///
  /// ```swift
  /// Control(
  ///   "GV.OC-01-1",
  ///   "The strategy says what AI is used for and why",
  ///   .signed(.missionInStrategy),
  ///   .remedy("Have the accountable executive sign the statement.")
  /// )
  /// ```
  ///
  /// - Parameters:
  ///   - id: The control's id, stable for ever.
  ///   - title: A sentence that is true when the control passes.
  ///   - traits: What else is known about it; `signed(_:)` with the statement among them.
  ///   - fileID: Where the control is written; leave it out.
  ///   - line: Where the control is written; leave it out.
  public init(
    _ id: String,
    _ title: String,
    _ traits: ControlTrait...,
    fileID: String = #fileID,
    line: Int = #line
  ) {
    self.init(
      id,
      title,
      [.mode(.attested)] + traits,
      .subject,
      "subject",
      [],
      "\(fileID):\(line)",
      StatementsAlone(control: id)
    )
  }

  private init(
    _ id: String,
    _ title: String,
    _ traits: [ControlTrait],
    _ shape: ControlDescription.Shape,
    _ population: String,
    _ kinds: [EvidenceKind],
    _ source: String,
    _ check: any ErasedCheck
  ) {
    var draft = ControlDraft(ControlDescription(id: id, title: title, source: source))
    draft.description.shape = shape
    draft.description.population = population
    if !kinds.isEmpty { draft.description.needs = [EvidenceNeed(anyOf: kinds)] }
    for trait in traits { trait.apply(to: &draft) }
    description = draft.description
    parameters = draft.parameters
    self.check = check.signed(draft.signed)
  }
}
