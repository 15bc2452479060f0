extension CallDraft {
  private static let actions: [StaticString] = ["read", "search", "update", "send", "export"]

  /// Texts that a reader gets wrong which looks for names without reading strings.
  private static let awkward: [StaticString] = [
    #"https:\/\/files.example\/?q=\"agent\":\"agent-0001\",\"resourceTenant\":\"tenant-99\""#,
    #"C:\\exports\\{\"tool\":\"tool-000\",\"startedAt\":\"2031-01-01T00:00:00Z\"}\\"#,
    #"\u00fcbersicht \"decision\": null, \"credential\":\"cred-0000000\" \ud83d\udcce\t\n"#,
    #"süd/größe \\\"actor\\\":\\\"svc-orphan-00\\\" ]}{[ , : \b\f\r"#,
  ]

  /// Writes the call as one line.
  func writeCall(to text: inout ObjectText) {
    var random = random
    // Two in a hundred in another order, half of those with blanks; one in a hundred awkward.
    let form = random.below(100)
    text.begin(spaced: form == 0)
    text.member("id", Name.call(index))
    text.member("traceID", prefix: "", words: [random.next(), random.next()])
    text.member("spanID", prefix: "", words: [random.next()])
    text.member("run", Name.run(session))
    text.member("task", Name.task(session / 2))
    text.member("session", Name.session(session))
    text.member("agent", Name.agent(agent))
    text.member("actor", actor)
    text.member("actorKind", "agent")
    text.member("credential", Name.credential(credential))
    text.member("tool", Name.tool(tool))
    text.member("action", random.word(Self.actions))
    text.member("resource", Name.asset(random.below(100_000)))
    text.member("resourceTenant", Name.tenant(fault == .otherTenant ? tenant + 1 : tenant))
    if form == 2 {
      text.member("destination", random.word(Self.awkward))
    } else if random.below(4) == 0 {
      text.member("destination", "https://archive.larkspur.example/claims/2026")
    }
    if decisionFault != .missing, needsDecision { text.member("decision", Name.decision(shownID)) }
    text.member("tenant", Name.tenant(tenant))
    text.member("environment", "production")
    text.member("result", isRefused ? "denied" : random.below(200) == 0 ? "error" : "ok")
    text.member("startedAt", startedAt)
    text.member("endedAt", startedAt.advanced(byMilliseconds: 20 + random.below(2000)))
    text.end(startingAt: form < 2 ? 1 + random.below(18) : 0)
  }

  /// Writes the decision on the call, where there is one.
  ///
  /// - Returns: Whether there is one.
  func writeDecision(to text: inout ObjectText) -> Bool {
    guard needsDecision, decisionFault != .missing, decisionFault != .unknown else { return false }
    var random = random
    let distance = 1 + random.below(800)
    text.begin()
    text.member("id", Name.decision(decisionID))
    text.member("engine", "desk-policy")
    text.member("enforcementPoint", "tool-gateway")
    text.member("principal", Name.service(agent))
    text.member("agent", Name.agent(agent))
    text.member("session", Name.session(session))
    text.member("action", "call")
    text.member("tool", Name.tool(tool))
    text.member("resource", Name.asset(random.below(100_000)))
    text.member("tenant", Name.tenant(tenant))
    text.member("environment", "production")
    text.member("effect", isRefused || decisionFault == .denied ? "deny" : "allow")
    text.member(
      "decidedAt",
      startedAt.advanced(byMilliseconds: decisionFault == .late ? distance : -distance)
    )
    text.end()
    return true
  }

  private var actor: Name? {
    switch fault {
    case .noActor: nil
    case .unknownActor: .stranger(index % 7)
    case .ownerlessActor: .orphan(index % CallEstate.orphans)
    default: .service(agent)
    }
  }

  private var shownID: UInt64 { decisionFault == .unknown ? ~decisionID : decisionID }
}
