import Foundation

/// W3: a graph of agents, tools, credentials, identities, roles, rights and resources, as another tool
/// would export it: a thousand nodes and four thousand edges for each tenant.
///
/// Edges stay within a tenant but for one in two thousand of those by which somebody may become
/// another. One edge in ten is on a condition; one right of each tenant is all power over it.
struct GraphWorkload {
  /// How many nodes a tenant has.
  static let tenantSize = 1000

  private static let kinds: [(name: String, count: Int)] = [
    ("agent", 20), ("tool", 30), ("credential", 200), ("identity", 150), ("role", 80),
    ("entitlement", 220), ("resource", 300),
  ]

  /// An edge by what it leads to: the kind of the end, how many of them, and the word.
  private static let edges: [String: [(end: String, count: Int, word: String)]] = [
    "agent": [
      ("tool", 6, "uses"), ("credential", 4, "holds"), ("agent", 1, "delegatesTo"),
      ("identity", 1, "runsAs"),
    ],
    "tool": [("credential", 3, "holds"), ("resource", 4, "reaches")],
    "credential": [("identity", 1, "authenticatesAs"), ("resource", 1, "reaches")],
    "identity": [("role", 3, "memberOf"), ("role", 1, "mayAssume"), ("identity", 1, "mayAssume")],
    "role": [("entitlement", 11, "grants"), ("identity", 1, "mayAssume")],
    "entitlement": [("resource", 6, "reaches")],
    "resource": [("resource", 1, "owns")],
  ]

  private let workload: Workload
  private let tenantCount: Int

  init(_ workload: Workload) {
    self.workload = workload
    tenantCount = max(2, workload.size / Self.tenantSize)
  }

  /// Writes the graph: nodes, then edges.
  func write(in evidence: URL) throws -> Answers {
    var bundle = Bundle("graph", kind: "agent-system", in: evidence)
    let file = try bundle.file("graph/trust-chain-graph.jsonl", of: "trust-chain-graph")
    var answers = workload.answers(["nodes", "edges"])
    try ParallelParts.run(
      count: tenantCount,
      size: 5,
      make: { part(of: $0) { tenant, text in nodes(of: tenant, &text) } },
      take: { (lines: Int, text: [UInt8]) in
        try file.write(text)
        answers.add("nodes", lines)
      }
    )
    try ParallelParts.run(
      count: tenantCount,
      size: 5,
      make: { part(of: $0) { tenant, text in edges(of: tenant, &text) } },
      take: { (lines: Int, text: [UInt8]) in
        try file.write(text)
        answers.add("edges", lines)
      }
    )
    let count = answers.counts.values.reduce(0, +)
    answers.records["trust-chain-graph"] = count
    try bundle.close(file, recordCount: count)
    try bundle.finish()
    return answers
  }

  private func part(
    of tenants: Range<Int>,
    _ write: (Int, inout [UInt8]) -> Int
  ) -> (lines: Int, text: [UInt8]) {
    var text: [UInt8] = []
    var lines = 0
    for tenant in tenants { lines += write(tenant, &text) }
    return (lines, text)
  }

  private func name(_ kind: String, _ number: Int, of tenant: Int) -> String {
    "\(kind)-\(tenant)-\(number)"
  }

  private func nodes(of tenant: Int, _ text: inout [UInt8]) -> Int {
    var lines = 0
    for (kind, count) in Self.kinds {
      for number in 0..<count {
        var random = SeededRandom(
          seed: workload.seed,
          .node,
          tenant * Self.tenantSize + lines
        )
        let owner = random.below(20) == 0 ? "" : ",\"owner\":\"team-\(random.below(40))\""
        let power = kind == "entitlement" && number == 0 ? ",\"administrator\":true" : ""
        text.append(
          contentsOf: """
            {"record":"Node","id":"\(name(kind, number, of: tenant))","kind":"\(kind)",\
            "sourceKind":"export"\(owner),"tenant":"tenant-\(tenant)"\(power)}

            """.utf8
        )
        lines += 1
      }
    }
    return lines
  }

  private func edges(of tenant: Int, _ text: inout [UInt8]) -> Int {
    let counts = Dictionary(uniqueKeysWithValues: Self.kinds.map { ($0.name, $0.count) })
    var lines = 0
    for (kind, count) in Self.kinds {
      for number in 0..<count {
        for (end, width, word) in Self.edges[kind] ?? [] {
          for _ in 0..<width {
            var random = SeededRandom(seed: workload.seed, .edge, tenant * 4096 + lines)
            let other = random.below(counts[end] ?? 1)
            let isAway = word == "mayAssume" && random.below(2000) == 0
            let home = isAway ? random.below(tenantCount) : tenant
            // Only one right in forty roles is all power.
            let place = end == "entitlement" && other == 0 && random.below(40) > 0 ? 1 : other
            text.append(
              contentsOf: """
                {"id":"e-\(tenant)-\(lines)","from":"\(name(kind, number, of: tenant))",\
                "to":"\(name(end, place, of: home))","kind":"\(word)","basis":"configured",\
                "traversable":\(word != "owns"),"conditional":\(random.below(10) == 0),"evidence":[]}

                """.utf8
            )
            lines += 1
          }
        }
      }
    }
    return lines
  }
}
