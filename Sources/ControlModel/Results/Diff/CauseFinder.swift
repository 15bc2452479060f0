/// Finds why a control turned between two runs, from what the results say of their inputs.
///
/// Results are a pure function of evidence, controls, policy, waivers and as-of time. Where none of
/// what is recorded differs, the code of the control must; where nothing but the time differs, only
/// time can have turned it.
struct CauseFinder {
  private let old: AssessmentResults
  private let new: AssessmentResults
  private let oldControls: [String: ControlDescription]
  private let newControls: [String: ControlDescription]
  private let changedParameters: [String: String]

  /// Prepares the comparison of two runs.
  ///
  /// - Parameters:
  ///   - old: The earlier results.
  ///   - new: The later results.
  init(_ old: AssessmentResults, _ new: AssessmentResults) {
    self.old = old
    self.new = new
    oldControls = Self.byID(old.controls)
    newControls = Self.byID(new.controls)
    let before = Dictionary(
      old.parameters.map { ($0.parameter.name, $0.value) },
      uniquingKeysWith: { one, _ in one }
    )
    var changed: [String: String] = [:]
    for entry in new.parameters {
      let name = entry.parameter.name
      if let value = before[name], value != entry.value {
        changed[name] = "\(name) was \(value), is \(entry.value)"
      }
    }
    changedParameters = changed
  }

  /// Why a control turned, the surest cause first.
  ///
  /// - Parameters:
  ///   - turn: What turned.
  ///   - before: The control's earlier result.
  ///   - after: The control's later result.
  ///   - oldSubject: The subject's earlier results.
  ///   - newSubject: The subject's later results.
  /// - Returns: At least one reason.
  func causes(
    of turn: ControlTurn,
    _ before: ControlResult,
    _ after: ControlResult,
    _ oldSubject: SubjectResult,
    _ newSubject: SubjectResult
  ) -> [TurnReason] {
    let paths = Set(before.evidence + after.evidence)
    let files = changedFiles(oldSubject, newSubject)
    var causes = files.filter { paths.contains($0.path) }.map { TurnReason(.evidence, $0.text) }
    causes += parameters(of: turn.control)
    causes += waivers(of: turn, oldSubject, newSubject)
    causes += declaration(of: turn.control)
    if !causes.isEmpty { return causes }
    // Nothing that the control declares: what it may have looked at beside.
    causes = files.map { TurnReason(.evidence, $0.text) }
    if old.policyDigest != new.policyDigest {
      causes.append(TurnReason(.policy, "the policy file is another"))
    }
    if old.toolVersion != new.toolVersion {
      causes.append(
        TurnReason(.control, "the tool was \(old.toolVersion), is \(new.toolVersion)")
      )
    }
    if !causes.isEmpty { return causes }
    if old.asOf != new.asOf {
      return [TurnReason(.time, "nothing but the time changed, from \(old.asOf) to \(new.asOf)")]
    }
    return [TurnReason(.control, "no recorded input changed: the code of the control must have")]
  }

  private static func byID(_ controls: [ControlDescription]) -> [String: ControlDescription] {
    Dictionary(controls.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func changedFiles(
    _ old: SubjectResult,
    _ new: SubjectResult
  ) -> [(path: String, text: String)] {
    let before = Dictionary(old.files.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
    let after = Dictionary(new.files.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
    return Set(before.keys).union(after.keys).sorted().compactMap { path in
      switch (before[path], after[path]) {
      case (nil, _): return (path, "\(path) came")
      case (_, nil): return (path, "\(path) went")
      case (let one?, let other?):
        if one.state != other.state {
          return (path, "\(path) was \(one.state.rawValue), is \(other.state.rawValue)")
        }
        if one.digest != other.digest {
          let digests = "sha256 \(one.digest.prefix(12)) to \(other.digest.prefix(12))"
          return (path, "\(path) changed, \(digests)")
        }
        if one.freshFrom != other.freshFrom || one.collectedAt != other.collectedAt
          || one.completeness != other.completeness
          || one.sourceClass != other.sourceClass
        {
          return (path, "\(path) has the same bytes and another provenance")
        }
        return nil
      }
    }
  }

  private func parameters(of control: String) -> [TurnReason] {
    (newControls[control]?.parameters ?? []).compactMap { changedParameters[$0] }
      .map { TurnReason(.policy, $0) }
  }

  private func declaration(of control: String) -> [TurnReason] {
    guard var before = oldControls[control], let after = newControls[control] else { return [] }
    // Where it stands in its file, and what it is called, changes no result.
    before.source = after.source
    before.title = after.title
    before.rationale = after.rationale
    before.remedy = after.remedy
    before.references = after.references
    before.rationales = after.rationales
    return before == after ? [] : [TurnReason(.control, "\(control) is declared otherwise")]
  }

  /// The waivers for the control that came, went, changed, started or ended; none where the turn
  /// has nothing to do with what is waived.
  private func waivers(
    of turn: ControlTurn,
    _ oldSubject: SubjectResult,
    _ newSubject: SubjectResult
  ) -> [TurnReason] {
    let touched =
      !turn.reopened.isEmpty || !turn.excused.isEmpty || turn.oldOutcome == .waived
      || turn.newOutcome == .waived
    guard touched else { return [] }
    let before = oldSubject.waivers.filter { $0.control == turn.control }
    let after = newSubject.waivers.filter { $0.control == turn.control }
    let ids = Set(before.map(\.id)).union(after.map(\.id)).sorted()
    return ids.compactMap { id in
      switch (before.first { $0.id == id }, after.first { $0.id == id }) {
      case (nil, let waiver?): return TurnReason(.waiver, "\(waiver.id) came")
      case (let waiver?, nil): return TurnReason(.waiver, "\(waiver.id) went")
      case (let one?, let other?):
        if one != other { return TurnReason(.waiver, "\(id) is another") }
        let was = one.isActive(at: old.asOf)
        if was == other.isActive(at: new.asOf) { return nil }
        return TurnReason(
          .waiver,
          was ? "\(id) expired at \(one.expiresAt)" : "\(id) started at \(one.startsAt)"
        )
      case (nil, nil): return nil
      }
    }
  }
}
