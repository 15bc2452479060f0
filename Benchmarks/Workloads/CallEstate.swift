/// The registers behind the log of W2: agents with their tools, credentials and identities.
///
/// Their number stops growing at two thousand agents, so that a longer log has no larger registers.
struct CallEstate: Sendable {
  /// How many tools are of low impact; further ones are of high impact.
  static let lowTools = 240
  static let highTools = 60
  static let tools = lowTools + highTools
  static let tenants = 40
  /// How many tools of each sort an agent may call.
  static let lowToolsOfAgent = 6
  static let highToolsOfAgent = 2
  /// Two credentials in use and one that was revoked.
  static let credentialsOfAgent = 3
  static let orphans = 5

  let agents: Int
  let seed: UInt64
  /// How many times more calls deviate than usual.
  let faultFactor: Int
  private let toolStarts: [(low: Int, high: Int)]

  init(_ workload: Workload) {
    agents = min(2000, max(20, workload.size / 50))
    seed = workload.seed
    faultFactor = workload.faultFactor
    let seed = seed
    toolStarts = (0..<agents).map { agent in
      var random = SeededRandom(seed: seed, .agent, agent)
      return (random.below(Self.lowTools), random.below(Self.highTools))
    }
  }

  /// A tool in an agent's own order: those it may call come first.
  func tool(_ place: Int, high: Bool, of agent: Int) -> Int {
    // 37 and 17 have no factor in common with the counts, so each place is another tool.
    high
      ? Self.lowTools + (toolStarts[agent].high + 17 * place) % Self.highTools
      : (toolStarts[agent].low + 37 * place) % Self.lowTools
  }

  /// The tools that an agent may call.
  func tools(of agent: Int) -> [Int] {
    (0..<Self.lowToolsOfAgent).map { tool($0, high: false, of: agent) }
      + (0..<Self.highToolsOfAgent).map { tool($0, high: true, of: agent) }
  }

  /// An agent's credential: 0 and 1 are in use, 2 was revoked.
  func credential(_ place: Int, of agent: Int) -> Int { agent * Self.credentialsOfAgent + place }

  /// When the revoked credential of an agent was revoked.
  func revocation(of agent: Int) -> Time {
    Time(
      milliseconds: CallWorkload.start.milliseconds + (agent % 28) * Time.day + agent % 997,
      showsMilliseconds: true
    )
  }

  /// Whether the agent's sessions now and then use the credential of the next one.
  func borrows(_ agent: Int) -> Bool { agent % 200 == 7 }

  /// Writes the registers and notes how many records they hold.
  func write(in bundle: inout Bundle, counting answers: inout Answers) throws {
    try writeAgents(&bundle)
    try writeTools(&bundle)
    try writeIdentities(&bundle)
    try writeCredentials(&bundle)
    for item in bundle.items { answers.records[item.kind] = item.recordCount }
  }

  private func writeAgents(_ bundle: inout Bundle) throws {
    try bundle.write("agents/agent-manifest.json", of: "agent-manifest", count: agents) {
      agent,
      text in
      text.begin()
      text.member("id", Name.agent(agent))
      text.member("name", Name.agent(agent))
      text.member("version", "2.4.1")
      text.member("owner", Name.team(agent % 60))
      text.member("runsAs", Name.service(agent))
      text.member("tools", tools(of: agent).map { Name.tool($0) })
      text.member("status", "enabled")
      text.member("basis", "configured")
      text.member("approvedAt", Time.daysBefore(60))
      text.member("retiredAt", "never")
    }
  }

  private func writeTools(_ bundle: inout Bundle) throws {
    try bundle.write("agents/tool-registry.json", of: "tool-registry", count: Self.tools) {
      tool,
      text in
      text.begin()
      text.member("id", Name.tool(tool))
      text.member("server", "desk-tools")
      text.member("name", Name.tool(tool))
      text.member("version", "1.8.0")
      text.member("pinned", true)
      text.member("transport", "http")
      text.member("destructive", tool < Self.lowTools ? "no" : "yes")
      text.member("highImpact", tool >= Self.lowTools)
      text.member("consent", "askOnce")
      text.member("owner", Name.team(tool % 60))
      text.member("status", "enabled")
      text.member("basis", "configured")
      text.member("approvedAt", Time.daysBefore(80))
      text.member("reviewedAt", Time.daysBefore(20))
    }
  }

  private func writeIdentities(_ bundle: inout Bundle) throws {
    let count = agents + Self.orphans
    try bundle.write("identity/nhi-inventory.json", of: "nhi-inventory", count: count) {
      index,
      text in
      text.begin()
      text.member("id", index < agents ? Name.service(index) : Name.orphan(index - agents))
      text.member("kind", "agent")
      text.member("provider", "spire")
      text.member("account", "larkspur.example")
      if index < agents { text.member("owner", Name.team(index % 60)) }
      text.member("status", "enabled")
      text.member("lastUsedAt", Time.daysBefore(1))
      text.member("endsAt", "never")
    }
  }

  private func writeCredentials(_ bundle: inout Bundle) throws {
    let count = agents * Self.credentialsOfAgent
    try bundle.write(
      "identity/iam-credential-report.json",
      of: "iam-credential-report",
      count: count
    ) { index, text in
      let (agent, place) = index.quotientAndRemainder(dividingBy: Self.credentialsOfAgent)
      text.begin()
      text.member("id", Name.credential(index))
      text.member("identity", Name.service(agent))
      text.member("kind", "clientSecret")
      text.member("status", place == 2 ? "revoked" : "active")
      text.member("basis", "configured")
      text.member("createdAt", Time.daysBefore(70))
      text.member("rotatedAt", "never")
      text.member("expiresAt", Time.daysBefore(-30))
      text.member("lastUsedAt", Time.daysBefore(1))
      if place == 2 {
        text.member("revokedAt", revocation(of: agent))
      } else {
        text.member("revokedAt", "never")
      }
    }
  }
}
