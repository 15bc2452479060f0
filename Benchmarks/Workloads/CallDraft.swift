/// A tool call of W2 before it is written, with the decision on it where it needs one.
struct CallDraft {
  /// What is wrong with who made the call, or with what it reached; at most one thing.
  enum Fault {
    case none
    case noActor
    case unknownActor
    case ownerlessActor
    case strangeTool
    case revokedCredential
    case otherTenant
  }

  /// What is wrong with the decision.
  enum DecisionFault {
    case none
    case missing
    case unknown
    case denied
    case late
  }

  let index: Int
  let session: Int
  let agent: Int
  let tenant: Int
  let fault: Fault
  let needsDecision: Bool
  let decisionFault: DecisionFault
  let isRefused: Bool
  let tool: Int
  let credential: Int
  let startedAt: Time
  let decisionID: UInt64
  private(set) var random: SeededRandom
  let estate: CallEstate

  init(_ index: Int, of events: Int, in estate: CallEstate) {
    self.index = index
    self.estate = estate
    // Twenty sessions of twenty calls run side by side.
    session = index / 400 * 20 + index % 20
    var own = SeededRandom(seed: estate.seed, .session, session)
    agent = own.below(estate.agents)
    tenant = (agent + own.below(3)) % CallEstate.tenants
    let usual = own.below(2)
    let borrows = estate.borrows(agent) && own.below(30) < 3 * min(10, estate.faultFactor)
    var random = SeededRandom(seed: estate.seed, .event, index)
    fault = Self.fault(random.below(100_000) / estate.faultFactor)
    needsDecision = random.below(100) < 23
    isRefused = needsDecision && random.below(50) == 0
    decisionFault =
      needsDecision && !isRefused
      ? Self.decisionFault(random.below(100_000) / estate.faultFactor) : .none
    let allowed = needsDecision ? CallEstate.highToolsOfAgent : CallEstate.lowToolsOfAgent
    let all = needsDecision ? CallEstate.highTools : CallEstate.lowTools
    let place =
      fault == .strangeTool ? allowed + random.below(all - allowed) : random.below(allowed)
    tool = estate.tool(place, high: needsDecision, of: agent)
    if fault == .revokedCredential {
      credential = estate.credential(2, of: agent)
    } else if borrows {
      credential = estate.credential(0, of: (agent + 1) % estate.agents)
    } else {
      credential = estate.credential(usual, of: agent)
    }
    startedAt = CallWorkload.start.advanced(
      byMilliseconds: Int(
        Double(index) / Double(events) * Double(CallWorkload.lengthInMilliseconds)
      )
        + random.below(40)
    )
    decisionID = random.next()
    self.random = random
  }

  private static func fault(_ draw: Int) -> Fault {
    switch draw {
    case 0..<50: .noActor
    case 50..<70: .unknownActor
    case 70..<90: .ownerlessActor
    case 90..<170: .strangeTool
    case 170..<225: .revokedCredential
    case 225..<280: .otherTenant
    default: .none
    }
  }

  private static func decisionFault(_ draw: Int) -> DecisionFault {
    switch draw {
    case 0..<120: .missing
    case 120..<160: .unknown
    case 160..<240: .denied
    case 240..<320: .late
    default: .none
    }
  }

  /// Notes what deviates by the texts of the controls LOG-1 to LOG-5.
  func note(in answers: inout Answers) {
    let key = Name.call(index)
    switch fault {
    case .none: break
    case .noActor, .unknownActor, .ownerlessActor: answers.note("LOG-1", key)
    case .strangeTool: answers.note("LOG-2", key)
    case .revokedCredential:
      if estate.revocation(of: agent) <= startedAt { answers.note("LOG-3", key) }
    case .otherTenant: answers.note("LOG-4", key)
    }
    if decisionFault != .none { answers.note("LOG-5", key) }
  }
}
