public import ControlModel
public import ControlTesting

/// Which statements a plan asks for of a subject, and where each stands.
public enum StatementSurvey {
  /// Surveys the statements of one subject.
  ///
  /// What a control asks for about each record shows only when it is run, so the controls that ask
  /// for statements are run.
  ///
  /// - Parameters:
  ///   - inventory: The subject's evidence.
  ///   - plan: Which controls, by which policy, for which time.
  /// - Returns: Each statement about each target once, in the order of the controls.
  public static func standings(
    of inventory: Inventory,
    in plan: AssessmentPlan
  ) -> [StatementStanding] {
    var standings: [StatementStanding] = []
    for (control, sought) in sought(in: inventory, plan) {
      let place = standings.firstIndex {
        $0.statement.name == sought.statement.name && $0.target == sought.target
      }
      if let place {
        standings[place].controls.append(control)
      } else {
        var standing = standing(of: sought, inventory, plan)
        standing.controls = [control]
        standings.append(standing)
      }
    }
    return standings
  }

  /// What keeps an attestation from counting, were it part of the evidence.
  ///
  /// - Parameters:
  ///   - attestation: The attestation.
  ///   - inventory: The subject's evidence, with the attestation or without.
  ///   - plan: Which controls, by which policy, for which time.
  /// - Returns: The controls whose statement it is, each with what deviates; empty where no control
  ///   asks for it.
  public static func verdicts(
    on attestation: Attestation,
    for inventory: Inventory,
    in plan: AssessmentPlan
  ) -> [(control: String, statement: String, deviations: [Deviation])] {
    var tables = RecordTables()
    tables.append(attestation)
    return sought(in: inventory.adding(tables), plan).compactMap { control, sought in
      let own = sought.judgements.filter { $0.attestation.id == attestation.id }
      guard
        let judged = own.last(where: { $0.attestation.locator == attestation.locator }) ?? own.last
      else { return nil }
      return (control, sought.statement.name, judged.deviations)
    }
  }

  private static func sought(
    in inventory: Inventory,
    _ plan: AssessmentPlan
  ) -> [(control: String, sought: StatementSought)] {
    let tier = plan.tier ?? inventory.subject.tier
    let scope = Scope(inventory: inventory, tier: tier, asOf: plan.asOf, policy: plan.policy)
    let asking = plan.controls.filter {
      !$0.description.asks.isEmpty && $0.description.applies(to: inventory.subject.kind, in: tier)
    }
    return asking.flatMap { control in
      let trace = ScopeTrace()
      let traced = Scope(scope, asOf: plan.asOf, trace: trace)
      let rule = TallyRule(subject: inventory.subject.id, kept: 0)
      _ = control.check.run(PassContext(scope: traced, rule: rule))
      return trace.statements.map { (control.description.id, $0) }
    }
  }

  private static func standing(
    of sought: StatementSought,
    _ inventory: Inventory,
    _ plan: AssessmentPlan
  ) -> StatementStanding {
    var standing = StatementStanding(
      subject: inventory.subject.id,
      statement: sought.statement,
      target: sought.target
    )
    let closest = sought.judgements.first?.attestation
    standing.attestation = closest?.id
    standing.signer = closest?.owner
    standing.candidates = candidates(for: sought.statement, sought.target, inventory, plan)
    standing.documents = documents(for: sought.statement, inventory, plan)
    if let deviation = sought.deviation {
      standing.state = closest == nil ? .missing : .faulty
      standing.fault =
        "\(deviation.attribute): expected \(deviation.expected), found \(deviation.observed)"
    } else if let closest {
      standing.state = .inForce
      let limit = plan.policy.duration(sought.statement.maximumAge)
      let tooOld = closest.signedAt.advanced(by: limit).advanced(by: .nanoseconds(1))
      standing.standsUntil = min(closest.expiresAt.instant ?? tooOld, tooOld)
    }
    return standing
  }

  private static func candidates(
    for statement: StatementAsked,
    _ target: String,
    _ inventory: Inventory,
    _ plan: AssessmentPlan
  ) -> [StatementStanding.Candidate] {
    let places: Set = [
      target, inventory.subject.id, "organization", "organisation", "enterprise", "*",
    ]
    let entitled = inventory.records(RoleHolder.self).filter { holder in
      (statement.roles.isEmpty || statement.roles.contains(holder.role))
        && places.contains(holder.scope) && holder.party == .customer && holder.status == .active
        && holder.startsAt.map { $0 <= plan.asOf } == true
        && !holder.endsAt.hasPassed(at: plan.asOf)
    }
    let accountable = inventory.records(Duty.self).filter {
      $0.duty == statement.duty && $0.relation == .accountable && places.contains($0.scope)
    }
    let able = entitled.filter { holder in
      statement.duty == nil
        || accountable.contains { duty in
          duty.person.map { $0 == holder.person } ?? (duty.role == holder.role)
        }
    }
    var seen: Set<StatementStanding.Candidate> = []
    return able.map { StatementStanding.Candidate(person: $0.person, role: $0.role) }
      .filter { seen.insert($0).inserted }
      .sorted { ($0.person, $0.role) < ($1.person, $1.role) }
  }

  private static func documents(
    for statement: StatementAsked,
    _ inventory: Inventory,
    _ plan: AssessmentPlan
  ) -> [StatementStanding.Document] {
    inventory.records(PolicyDocument.self).filter { document in
      document.state == .inForce && document.approvedAt.hasPassed(at: plan.asOf)
        && document.topics.contains { statement.topics.contains($0) }
    }
    .map { StatementStanding.Document(name: "\($0.id) \($0.version)", digest: $0.digest) }
    .sorted { $0.name < $1.name }
  }
}

extension ControlDescription {
  /// Whether the control applies to a kind of subject in a tier.
  fileprivate func applies(to kind: Subject.Kind, in tier: Tier) -> Bool {
    (subjectKinds.isEmpty || subjectKinds.contains(kind))
      && (tiers.isEmpty || tiers.contains(tier))
  }
}
