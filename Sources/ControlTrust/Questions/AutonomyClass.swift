public import ControlModel

extension TrustGraph {
  /// The autonomy class of an agent worked out from what it can do, not from what is declared.
  ///
  /// - *assistive*: it reads, and hands on nothing.
  /// - *supervised*: each of its effects is asked for.
  /// - *bounded*: it has effects of its own in one place: no chain of agents, no way to administrator,
  ///   no code, no copying from one system to another.
  /// - *autonomous*: it can chain agents, run code, copy data across systems, or gain rights.
  ///
  /// - Parameters:
  ///   - agent: The agent's index.
  ///   - tools: The registered tools by id.
  /// - Returns: The class, and in words what makes it so, the decisive part first.
  public func autonomy(
    of agent: Int,
    tools: [String: Tool]
  ) -> (class: Agent.AutonomyClass, because: [String]) {
    let reach = reach(from: agent)
    var reasons: [Agent.AutonomyClass: [String]] = [:]
    func note(_ found: Agent.AutonomyClass, _ reason: String) {
      reasons[found, default: []].append(reason)
    }
    for node in reach.nodes where nodes[node].isAdministrator {
      note(.autonomous, "can become \(nodes[node].id)")
    }
    for index in edges(from: agent) where edges[index].kind == .delegatesTo {
      if Following.open.takes(edges[index]) {
        note(.autonomous, "hands work to \(nodes[edges[index].to].id)")
      }
    }
    var reading: Set<String> = []
    var writing: Set<String> = []
    for index in edges(from: agent)
    where edges[index].kind == .uses && Following.open.takes(edges[index]) {
      let edge = edges[index]
      let name = nodes[edge.to].id
      guard let tool = tools[name] else {
        note(.autonomous, "uses \(name), which nothing describes")
        continue
      }
      let effects = Set((tool.effects ?? []).map(\.rawValue))
      if tool.runsCode == true || effects.contains("execute") {
        note(.autonomous, "runs code with \(name)")
      }
      if effects.contains("read") { reading.insert(tool.server) }
      let acts = !effects.subtracting(["read"]).isEmpty || tool.destructive == .yes
      if !acts && tool.effects != nil { continue }
      writing.insert(tool.server)
      let isAsked = edge.isConditional || tool.consent == .always || tool.consent == .never
      note(isAsked ? .supervised : .bounded, "acts through \(name)")
    }
    if let other = writing.sorted().first(where: { server in reading.contains { $0 != server } }) {
      if reasons[.bounded] != nil {
        note(.autonomous, "reads from one system and acts in another (\(other))")
      }
    }
    for found in [Agent.AutonomyClass.autonomous, .bounded, .supervised] {
      if let because = reasons[found] { return (found, because.sorted()) }
    }
    return (.assistive, ["nothing that it can reach has effects"])
  }
}
