import ControlTesting
import SuiteVocabulary

extension Identity {
  /// Whether the identity is software's own and has a life that ends: persons have theirs by
  /// employment, groups hold no credential, and an account's root ends with the account.
  var canBeOffboarded: Bool {
    switch kind {
    case .person, .group, .root: false
    case .user, .role, .serviceAccount, .servicePrincipal, .managedIdentity, .app, .oauthClient,
      .workload, .agent, .bot:
      true
    }
  }

  /// States that the applications, the owner and the supplier that the identity serves still exist.
  ///
  /// Who serves what must be written down: an identity that nobody connects with anything outlives
  /// everything.
  ///
  /// - Throws: A ``Deviation`` for the first that has ended for longer than the grace period, is not
  ///   recorded, or is in no register.
  func expectServedToExist(in scope: Scope) throws {
    let grace = scope.policy.offboardingGracePeriod
    for workload in workloads ?? [] {
      try scope.expectThere(
        "application",
        workload,
        scope.standing(ofApplication: workload),
        within: grace
      )
    }
    for agent in agents ?? [] {
      try scope.expectThere("agent", agent, scope.standing(ofAgent: agent), within: grace)
    }
    let servesNothing = (workloads ?? []).isEmpty && (agents ?? []).isEmpty
    if servesNothing && controller != .vendor && controller != .provider {
      throw Deviation(
        "application",
        expected: "the workload or agent it serves",
        observed: "not recorded"
      )
    }
    try expect("owner", owner, .present)
    if let owner {
      try scope.expectThere("owner", owner, scope.standing(ofOwner: owner), within: grace)
    }
    if let vendor {
      try scope.expectThere("supplier", vendor, scope.standing(ofSupplier: vendor), within: grace)
    } else if controller != .customer {
      throw Deviation(
        "supplier",
        expected: "recorded, unless the customer controls the identity",
        observed: "not recorded"
      )
    }
  }

  /// When the identity was retired, or `nil` where nothing says that it was.
  ///
  /// A disabled or deleted one is retired even where nobody wrote down when.
  func retirement(in scope: Scope) -> Moment? {
    let known = [
      scope.ending(of: id, .identity).map { Moment.at($0.effectiveAt) },
      endsAt.hasPassed(at: scope.asOf) ? endsAt : nil,
    ].compactMap { $0?.instant }
    if let first = known.min() { return .at(first) }
    switch status {
    case .disabled, .deleted: return .notRecorded
    case .enabled, .suspended: return nil
    }
  }
}
