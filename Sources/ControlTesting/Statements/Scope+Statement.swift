public import ControlModel

extension Scope {
  /// States that a person's statement about something is in force.
  ///
  /// It is where an attestation names the statement among its requirements and is about the target,
  /// its claim is the sentence asked for and its signature holds, the signer is active and holds an
  /// entitled role now and held it when signing, it was signed in the past and not too long ago, its
  /// expiry is ahead, it was never withdrawn and says so, and it rests on a document with a digest,
  /// which, where the statement names topics, is in force in the policy register.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - target: The id of what it is about; `nil`: the subject.
  ///   - further: What else must hold of the attestation, such as what it cites.
  /// - Returns: The attestation.
  /// - Throws: The ``Deviation`` of the attestation that comes closest.
  @discardableResult
  public func expectStatement(
    _ statement: StatementAsked,
    about target: String? = nil,
    further: (Attestation) throws -> Void = { _ in }
  ) throws -> Attestation {
    let target = target ?? subject.id
    let judged = judgements(of: statement, about: target, further: further)
    let deviation = deviation(of: statement, about: target, judged)
    note(
      StatementSought(
        statement: statement,
        target: target,
        judgements: judged,
        deviation: deviation
      )
    )
    guard let best = judged.first, deviation == nil else {
      throw deviation ?? Deviation("statement", expected: statement.name, observed: "none recorded")
    }
    return best.attestation
  }

  private func deviation(
    of statement: StatementAsked,
    about target: String,
    _ judged: [StatementJudgement]
  ) -> Deviation? {
    guard let best = judged.first else {
      let roles = statement.roles.joined(separator: " or ")
      return Deviation(
        "statement",
        expected: "\(statement.name) about \(target), signed by "
          + (roles.isEmpty ? "who holds a role" : roles),
        observed: "none recorded"
      )
    }
    return best.deviations.first ?? gap(in: statement, about: target, judged.map(\.attestation))
  }

  /// What deviates of a statement, with the attestation it is about, to be returned beside what
  /// records contradict.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - target: The id of what it is about; `nil`: the subject.
  /// - Returns: One deviation; none where the statement is in force.
  public func statementDeviations(
    _ statement: StatementAsked,
    about target: String? = nil
  ) -> [Deviation] {
    do {
      try expectStatement(statement, about: target)
      return []
    } catch {
      var deviation =
        error as? Deviation
        ?? Deviation("statement", expected: statement.name, observed: "\(error)")
      let best = judgements(of: statement, about: target ?? subject.id).first?.attestation
      deviation.record = deviation.record ?? best.map { RecordReference($0) }
      return [deviation]
    }
  }

  /// What was found of each attestation that was filed under a statement about something.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - target: The id of what it is about.
  ///   - further: What else must hold of each.
  /// - Returns: The closest to counting first; among equals the one signed last.
  public func judgements(
    of statement: StatementAsked,
    about target: String,
    further: (Attestation) throws -> Void = { _ in }
  ) -> [StatementJudgement] {
    all(Attestation.self, where: \.target, is: target).filter { statement.isNamed(in: $0) }
      .map { StatementJudgement($0, of: statement, about: target, in: self, further: further) }
      .sorted { left, right in
        if left.firstFault != right.firstFault { return left.firstFault > right.firstFault }
        let (one, two) = (left.attestation, right.attestation)
        return one.signedAt == two.signedAt ? one.id < two.id : one.signedAt > two.signedAt
      }
  }

  /// Where statements do not follow one another over the period asked for, or since what they are
  /// about was taken on; `nil` where they do.
  private func gap(
    in statement: StatementAsked,
    about target: String,
    _ attestations: [Attestation]
  ) -> Deviation? {
    guard let period = statement.unbrokenOver.map({ policy.duration($0) }) else { return nil }
    let grace = policy.duration(.statementGap)
    let onboarded = all(LifecycleEvent.self, where: \.target, is: target)
      .filter { $0.event == .onboard && $0.state == .done && $0.effectiveAt <= asOf }
    let start = asOf.advanced(by: .zero - period)
    let opening = onboarded.map(\.effectiveAt).reduce(start, max)
    var covered = opening
    let signed = attestations.filter { $0.verified == .yes && $0.signedAt <= asOf }
    for attestation in signed.sorted(by: { $0.signedAt < $1.signedAt }) {
      if attestation.signedAt > covered.advanced(by: grace) { break }
      covered = max(covered, attestation.end ?? covered)
    }
    if covered > asOf { return nil }
    return Deviation(
      "unbroken period of \(statement.name)",
      expected: "statements from \(opening) on, no gap longer than \(grace.words)",
      observed: covered == opening ? "none that covers the start" : "a gap after \(covered)"
    )
  }
}

extension StatementAsked {
  /// Whether an attestation says that it is this statement.
  public func isNamed(in attestation: Attestation) -> Bool {
    attestation.requirements.contains { named in
      named == name || formerly.contains { named == $0.id || named == $0.description }
    }
  }
}

extension Attestation {
  /// When it stopped or will stop to count; `nil` where it does not say.
  fileprivate var end: Instant? {
    switch (expiresAt.instant, withdrawnAt) {
    case (let expiry?, .at(let withdrawal)): min(expiry, withdrawal)
    case (let expiry, .never): expiry
    default: nil
    }
  }
}
