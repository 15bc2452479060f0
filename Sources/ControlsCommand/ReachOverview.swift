import ControlModel
import ControlReports
import ControlTesting
import ControlTrust

/// What the trust graph of a subject says at a glance.
struct ReachOverview {
  /// How many of each are written out.
  private static let limit = 20

  private let graph: TrustGraph
  private let inventory: Inventory
  private let following: Following
  private let console: Console

  init(_ graph: TrustGraph, _ inventory: Inventory, _ following: Following, _ console: Console) {
    self.graph = graph
    self.inventory = inventory
    self.following = following
    self.console = console
  }

  /// The answers to the questions that need no name.
  func text() -> String {
    var page = TrustPage(width: console.width, color: console.showsColor)
    page.heading(
      "\(inventory.subject.id): \(graph.nodes.count) things and \(graph.edges.count) steps "
        + "between them, at \(graph.asOf)"
    )
    section("can become an administrator", graph.waysToAdministrator(following: following), &page)
    section("cross from one tenant to another", graph.tenantCrossings(following: following), &page)
    let production = inventory.records(Environment.self).filter {
      $0.kind == .production || $0.kind == .disasterRecovery
    }
    section(
      "reach production from outside it",
      graph.productionCrossings(into: Set(production.map(\.id)), following: following),
      &page
    )
    list("nobody answers for", graph.orphans().map { "\(graph.nodes[$0])" }, &page)
    list(
      "held by several, so that none of them can be told apart",
      graph.sharedCredentials().map { shared in
        let holders = shared.holders.map { graph.nodes[$0].id }.joined(separator: ", ")
        return "\(graph.nodes[shared.credential].id): \(holders)"
      },
      &page
    )
    list(
      "granted, and not seen in use",
      graph.unusedEntitlements(inventory).map { graph.nodes[$0].id },
      &page
    )
    list("how autonomous", autonomy(), &page)
    list(
      "names that two things claim",
      graph.doubts.map { "\($0.alias): \($0.claimants.joined(separator: ", ")) [\($0.locator)]" },
      &page
    )
    list("referred to, and described by no record", looseEnds(), &page)
    return page.text
  }

  /// What is new since an earlier time.
  func drift(_ drift: GraphDifference, since: Instant) -> String {
    var page = TrustPage(width: console.width, color: console.showsColor)
    page.heading("\(inventory.subject.id): what changed from \(since) to \(graph.asOf)")
    if drift.isEmpty { page.line("nothing") }
    list("new", drift.newNodes, &page, hidesEmpty: true)
    list("gone", drift.goneNodes, &page, hidesEmpty: true)
    list(
      "new steps",
      drift.newSteps.map { "\($0.from) \($0.kind.rawValue) \($0.to)" },
      &page,
      hidesEmpty: true
    )
    list(
      "steps that are gone",
      drift.goneSteps.map { "\($0.from) \($0.kind.rawValue) \($0.to)" },
      &page,
      hidesEmpty: true
    )
    for reach in drift.newReach.prefix(Self.limit) {
      page.heading("\(reach.agent) now reaches \(reach.target)")
      for step in reach.path { page.entry("step", step) }
    }
    page.rest(drift.newReach.count - Self.limit)
    return page.text
  }

  private func section(
    _ title: String,
    _ crossings: [TrustGraph.Crossing],
    _ page: inout TrustPage
  ) {
    page.heading("\(title) (\(crossings.count))")
    for crossing in crossings.prefix(Self.limit) {
      page.line()
      page.entry("from", "\(graph.nodes[crossing.from])")
      page.entry("to", "\(graph.nodes[crossing.to])")
      for step in crossing.path { page.entry("step", graph.words(of: step)) }
    }
    page.rest(crossings.count - Self.limit)
  }

  private func list(
    _ title: String,
    _ rows: [String],
    _ page: inout TrustPage,
    hidesEmpty: Bool = false
  ) {
    if hidesEmpty && rows.isEmpty { return }
    page.heading("\(title) (\(rows.count))")
    for row in rows.prefix(Self.limit) { page.entry("", row) }
    page.rest(rows.count - Self.limit)
  }

  private func autonomy() -> [String] {
    let tools = Dictionary(
      inventory.records(Tool.self).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let declared = Dictionary(
      inventory.records(Agent.self).map { ($0.id, $0.autonomyClass) },
      uniquingKeysWith: { first, _ in first }
    )
    return graph.nodes.indices.compactMap { index in
      guard graph.nodes[index].kind == .agent, let declared = declared[graph.nodes[index].id] else {
        return nil
      }
      let (found, reasons) = graph.autonomy(of: index, tools: tools)
      let stated = declared.map { "declared \($0.rawValue)" } ?? "nothing declared"
      return "\(graph.nodes[index].id): \(found.rawValue) (\(stated)); "
        + reasons.prefix(3).joined(separator: "; ")
    }
  }

  private func looseEnds() -> [String] {
    var seen: Set<Int> = []
    return graph.looseEnds().compactMap { end in
      guard seen.insert(end.node).inserted else { return nil }
      return "\(graph.nodes[end.node]), by \(graph.nodes[end.from].id) [\(end.locator)]"
    }
  }
}
