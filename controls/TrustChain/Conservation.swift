import ControlTesting

/// TRU-3: each call, access, issuance, credential and delegation in the evidence is placed on the
/// graph: it takes steps that some record explains, at the time at which they were taken.
///
/// What is placed is counted and forgotten. Of what is not, one entry is held for each different step,
/// however often it was taken.
struct Conservation: Gathering {
  /// A step that no record explains.
  struct Stray: Hashable, Codable {
    let kind: String
    let from: String
    let to: String
    let fault: String
  }

  /// How often it was taken, and where first.
  private struct Sighting: Codable {
    var count = 1
    let first: RecordReference
    var time: Instant?
  }

  private var strays = Sightings<Stray, Sighting>()
  private var accesses = Sightings<Access, Sighting>()
  private var counts = Sightings<String, Int>()
  /// Who can act as whom, so far as it was asked: worked out anew by each shard.
  private var acting: [Acting: Bool] = [:]

  private enum CodingKeys: String, CodingKey { case strays, accesses, counts }

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, scope in
        state.place(call, "tool calls", scope) { try call.expectPlaced(&$0) }
      },
      Watched(Issuance.self) { state, issuance, scope in
        state.place(issuance, "issuances", scope) { try issuance.expectPlaced(&$0) }
      },
      Watched(AuditEvent.self) { state, event, scope in
        state.place(event, "events", scope) { try event.expectPlaced(&$0) }
        state.note(event)
      },
      Watched(Credential.self) { state, credential, scope in
        state.place(credential, "credentials", scope) { try credential.expectPlaced(&$0) }
      },
      Watched(Delegation.self) { state, delegation, scope in
        state.place(delegation, "delegations", scope) { try delegation.expectPlaced(&$0) }
      },
    ]
  }

  private mutating func place(
    _ record: any EvidenceRecord,
    _ what: String,
    _ scope: Scope,
    _ body: (inout Placing) throws -> Void
  ) {
    counts.note(what, 1) { $0 += 1 }
    var placing = Placing(scope)
    swap(&placing.acting, &acting)
    do {
      try body(&placing)
    } catch {
      if let stray = error as? StrayStep {
        strays.note(stray.stray, Sighting(first: RecordReference(record))) { $0.count += 1 }
      }
    }
    swap(&placing.acting, &acting)
  }

  /// Accesses to data are held to what their actor reaches once the graph can be asked.
  private mutating func note(_ event: AuditEvent) {
    guard event.kind == .data, event.result != .denied, let resource = event.resource else {
      return
    }
    let access = Access(actor: event.actedAs ?? event.actor, resource: resource)
    accesses.note(
      access,
      Sighting(first: RecordReference(event), time: event.occurredAt)
    ) { $0.count += 1 }
  }

  mutating func merge(_ later: Conservation) {
    strays.merge(later.strays) { $0.count += $1.count }
    accesses.merge(later.accesses) { $0.count += $1.count }
    counts.merge(later.counts) { $0 += $1 }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    var found: [Deviation] = []
    if counts["tool calls"] == nil && scope.subject.kind == .agentSystem {
      found.append(
        Deviation("tool calls", expected: "on record", observed: "none on record")
      )
    }
    if counts["events"] == nil {
      found.append(
        Deviation("accesses to data", expected: "on record", observed: "none on record")
      )
    }
    for (stray, sighting) in strays.all {
      var deviation = Deviation(
        "\(stray.kind) of \(stray.from)",
        expected: "a step on the graph",
        observed: "\(stray.to), \(stray.fault); \(Self.times(sighting.count))",
        path: scope.chain(to: stray.from)
      )
      deviation.record = sighting.first
      found.append(deviation)
    }
    return found + unexplained(scope)
  }

  private func unexplained(_ scope: Scope) -> [Deviation] {
    var reaches: [String: ResourcesInReach] = [:]
    return accesses.all.compactMap { access, sighting in
      // An actor that nobody knows is a stray already.
      guard scope.trust.node(access.actor, in: .actor) != nil else { return nil }
      let reach = reaches[access.actor] ?? ResourcesInReach(of: access.actor, scope)
      reaches[access.actor] = reach
      if reach.contains(access.resource) || scope.wasGranted(access, at: sighting.time) {
        return nil
      }
      var deviation = Deviation(
        "access of \(access.actor)",
        expected: "a step on the graph",
        observed: "\(access.resource), which no right reaches; \(Self.times(sighting.count))",
        path: scope.chain(to: access.actor, in: .actor)
      )
      deviation.record = sighting.first
      return deviation
    }
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}

/// An actor and a resource that were seen together.
struct Access: Hashable, Codable, Sendable {
  let actor: String
  let resource: String
}

/// Thrown where a record takes a step that nothing explains.
struct StrayStep: Error {
  let stray: Conservation.Stray

  init(_ kind: String, from: String, to: String?, _ fault: String) {
    stray = Conservation.Stray(
      kind: kind,
      from: from,
      to: to ?? "not recorded",
      fault: fault
    )
  }
}

/// The resources that an actor reaches by rights as they stand.
struct ResourcesInReach {
  private let names: Set<String>
  private let patterns: [PermissionPattern]

  init(of actor: String, _ scope: Scope) {
    let graph = scope.trust
    var names: Set<String> = []
    var patterns: [PermissionPattern] = []
    if let start = graph.node(actor, in: .actor) {
      for end in graph.reach(from: start, following: .standing).nodes
      where graph.nodes[end].space == .resource {
        let name = graph.nodes[end].id
        names.insert(name)
        let pattern = PermissionPattern(
          name.hasPrefix("everything in ") ? "*" : name
        )
        if pattern.isWildcard { patterns.append(pattern) }
      }
    }
    self.names = names
    self.patterns = patterns
  }

  func contains(_ resource: String) -> Bool {
    if names.contains(resource) { return true }
    let own = PermissionPattern(resource)
    return patterns.contains { $0.covers(own) }
  }
}

extension Scope {
  /// Whether a right that has ended since explains an access, at the time of its first sight.
  fileprivate func wasGranted(_ access: Access, at time: Instant?) -> Bool {
    guard let time else { return false }
    let resource = PermissionPattern(access.resource)
    return all(Entitlement.self, where: \.holder, is: access.actor).contains { right in
      right.effect == .allow && right.via != .boundary && right.via != .organization
        && right.grantedAt.map { $0 <= time } ?? true && !right.expiresAt.hasPassed(at: time)
        && right.resources.contains { PermissionPattern($0).covers(resource) }
    }
  }
}
