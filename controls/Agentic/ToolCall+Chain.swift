import ControlTesting

extension ToolCall {
  /// Holds the call to the chain of delegations behind it: from the person or system it was made
  /// for, hop by hop, to the identity that made it.
  ///
  /// A call that a schedule or an event started has the job behind it, unless something in it says
  /// that it was made for somebody.
  func checkChain(_ scope: Scope) throws {
    guard let actor else {
      throw Deviation("actor", expected: "present", observed: "not recorded")
    }
    if isOwnJob { return try expect("job behind the call", job, .present) }
    guard let onBehalfOf else {
      throw Deviation(
        "person or system behind the call",
        expected: "present",
        observed: "not recorded"
      )
    }
    let limit = scope.policy.maximumDelegationDepth
    guard let delegationDepth, delegationDepth <= limit else {
      throw Deviation(
        "recorded depth",
        expected: "at most \(limit) hops",
        observed: delegationDepth.map { "\($0) hops" } ?? "not recorded"
      )
    }
    let chain = try delegations(atMost: limit, scope)
    try expect("receiver of the delegation", chain.last.to, .equal(actor))
    try expect("giver of the first delegation", chain.first.from, .equal(onBehalfOf))
    try expect("recorded depth", delegationDepth, .equal(chain.count))
  }

  /// Whether a schedule or an event started the call and nothing in it speaks of anybody else.
  private var isOwnJob: Bool {
    (trigger == .schedule || trigger == .event)
      && onBehalfOf == nil && delegation == nil && (delegationDepth ?? 0) == 0
  }

  /// Walks from the call's delegation to the first one, no further than the limit allows.
  private func delegations(
    atMost limit: Int,
    _ scope: Scope
  ) throws -> (first: Delegation, last: Delegation, count: Int) {
    guard let id = self.delegation else {
      throw Deviation("delegation", expected: "present", observed: "not recorded")
    }
    let last = try delegation(id, scope)
    var first = last
    var count = 1
    while let parent = first.parent {
      if count >= limit {
        throw Deviation(
          "depth of the chain",
          expected: "at most \(limit) hops",
          observed: "more than \(limit) hops"
        )
      }
      first = try delegation(parent, scope)
      count += 1
    }
    return (first, last, count)
  }

  private func delegation(_ id: String, _ scope: Scope) throws -> Delegation {
    if let found = scope.first(Delegation.self, id) { return found }
    throw Deviation(
      "delegation",
      expected: "a delegation on record",
      observed: "\(id), not among the delegations"
    )
  }
}
