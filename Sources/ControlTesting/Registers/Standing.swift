public import ControlModel

/// Whether something that an identity serves, or somebody who answers for it, is still there.
public enum Standing: Sendable {
  /// A register knows it, and no end of it.
  case present
  /// It ended at that moment, by the source in words.
  case ended(Moment, String)
  /// No register knows it; which one should.
  case unregistered(String)
}

extension Scope {
  /// The event by which a thing has ended by the as-of time and has not been taken on again since.
  ///
  /// A planned end whose day has come counts: nothing says that it was put off. A planned start does
  /// not: nothing says that it was made.
  ///
  /// - Parameters:
  ///   - target: The thing's id.
  ///   - kinds: What sort of thing it may be.
  /// - Returns: The first ending event since the last start, or `nil`.
  public func ending(of target: String, _ kinds: LifecycleEvent.TargetKind...) -> LifecycleEvent? {
    let past = lifecycle(of: target, kinds).filter { $0.effectiveAt <= asOf }
    let start = past.filter { $0.event == .onboard && $0.state == .done }.map(\.effectiveAt).max()
    return past.filter { event in
      event.endsItsTarget && start.map { event.effectiveAt >= $0 } ?? true
    }.min { $0.effectiveAt < $1.effectiveAt }
  }

  /// The events of a thing that were not called off, in the order of the evidence.
  public func lifecycle(
    of target: String,
    _ kinds: [LifecycleEvent.TargetKind]
  ) -> [LifecycleEvent] {
    all(LifecycleEvent.self, where: \.target, is: target).filter {
      $0.state != .cancelled && kinds.contains($0.targetKind)
    }
  }

  /// Whether an application still exists, by its lifecycle events.
  public func standing(ofApplication id: String) -> Standing {
    if let end = ending(of: id, .application) { return .ended(.at(end.effectiveAt), end.words) }
    return lifecycle(of: id, [.application]).isEmpty
      ? .unregistered("the lifecycle events") : .present
  }

  /// Whether an agent is still in use, by the manifest and its lifecycle events.
  public func standing(ofAgent id: String) -> Standing {
    guard let agent = first(Agent.self, id) else { return .unregistered("the agent manifest") }
    if let end = ending(of: id, .agent) { return .ended(.at(end.effectiveAt), end.words) }
    if agent.status == .retired || agent.retiredAt.hasPassed(at: asOf) {
      return .ended(agent.retiredAt, "retired in the agent manifest")
    }
    return .present
  }

  /// Whether a supplier still supplies, by the register and its lifecycle events.
  public func standing(ofSupplier id: String) -> Standing {
    guard let supplier = first(VendorRecord.self, id) else {
      return .unregistered("the third-party register")
    }
    if let end = ending(of: id, .vendor) { return .ended(.at(end.effectiveAt), end.words) }
    if supplier.state == .ended || supplier.endedAt.hasPassed(at: asOf) {
      return .ended(supplier.endedAt, "ended in the third-party register")
    }
    return .present
  }

  /// Whether a person or team is still there, by the role register and lifecycle events.
  ///
  /// Someone who left one role has left: a register that says both is out of date.
  public func standing(ofOwner id: String) -> Standing {
    if let end = ending(of: id, .person) { return .ended(.at(end.effectiveAt), end.words) }
    let roles = all(RoleHolder.self, where: \.person, is: id)
    if let left = roles.first(where: { $0.status == .left }) {
      return .ended(left.endsAt, "left in the role register")
    }
    return roles.isEmpty ? .unregistered("the role register") : .present
  }

  /// States that something is there, or ended no longer ago than a grace period.
  ///
  /// - Parameters:
  ///   - attribute: What it is to the record.
  ///   - id: Its id.
  ///   - standing: Whether it is there.
  ///   - grace: How long ago it may have ended.
  /// - Throws: A ``Deviation`` where it ended longer ago, or nobody knows it.
  public func expectThere(
    _ attribute: String,
    _ id: String,
    _ standing: Standing,
    within grace: Duration
  ) throws {
    switch standing {
    case .present: return
    case .unregistered(let register):
      throw Deviation(
        attribute,
        expected: "in \(register)",
        observed: "\(id), not in \(register)"
      )
    case .ended(let end, let source):
      let expected = "in use, or ended at most \(grace.words) ago"
      guard let instant = end.instant else {
        throw Deviation(
          attribute,
          expected: expected,
          observed: "\(id), \(source), when is not recorded"
        )
      }
      let age = asOf.duration(since: instant)
      if age <= grace { return }
      throw Deviation(
        attribute,
        expected: expected,
        observed: "\(id), ended \(age.words) ago, at \(instant) (\(source))"
      )
    }
  }
}

extension LifecycleEvent {
  /// Whether the event ends what it is about.
  public var endsItsTarget: Bool {
    switch event {
    case .offboard, .retire, .end: true
    case .onboard, .move, .rotate, .review, .suspend: false
    }
  }

  /// The event as a finding names it.
  public var words: String { "\(event.rawValue) \(state.rawValue) in \(id)" }
}
