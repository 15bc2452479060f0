import ControlEvidence
import ControlModel
import ControlReports
import ControlTrust
import Foundation

/// What `controls reach --graph` says of a graph that another tool made: every question at once.
struct ReachGraph {
  /// How many of each are written out.
  private static let limit = 20

  private let census: TrustCensus
  private let console: Console

  /// Reads a graph and asks everything.
  ///
  /// - Throws: ``Problems`` where a line cannot be read: what is not in the graph cannot be answered
  ///   for.
  init(_ path: String, asOf: Instant, certain: Bool, _ console: Console) throws {
    self.console = console
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var graph: CompactGraph
    do throws(Diagnostic) {
      let stream = try GraphFile.stream(at: path)
      let (read, summary) = try CompactGraph.read(
        stream,
        asOf: asOf,
        certain: certain,
        threads: threads
      )
      if summary.rejectedCount > 0 { throw Self.refused(summary, path) }
      graph = read
    } catch {
      throw Problems([error])
    }
    census = TrustCensus(graph, threads: threads)
  }

  private static func refused(_ summary: StreamSummary, _ path: String) -> Diagnostic {
    let first = summary.diagnostics.first
    return Diagnostic(
      .recordMalformed,
      at: first?.locator ?? Locator(path: path),
      found: "\(summary.rejectedCount) lines that cannot be read, the first: \(first?.found ?? "")",
      needed: first?.needed ?? "canonical records of trust-chain-graph",
      remedy: "mend the lines: what is not in the graph cannot be answered for"
    )
  }

  /// The answers for people.
  func text() -> String {
    let graph = census.graph
    var page = TrustPage(width: console.width, color: console.showsColor)
    page.heading(
      "\(graph.path): \(graph.nodeCount) things and \(graph.edgeCount) steps between them, at "
        + "\(graph.asOf)"
    )
    if graph.leftOut > 0 {
      page.line("\(graph.leftOut) steps more give no authority, or are not in force")
    }
    let powerful = census.agents.filter { ($0.stepsToAdministrator ?? 0) > 0 }
    page.heading(
      "agents that can become an administrator (\(powerful.count) of \(census.agents.count), of "
        + "\(census.administratorCount) administrators)"
    )
    for agent in powerful.prefix(Self.limit) {
      page.line()
      page.entry("from", graph.name(agent.node))
      for step in census.wayToAdministrator(of: agent.node) { page.entry("step", step) }
    }
    page.rest(powerful.count - Self.limit)
    let crossing = census.agents.filter { $0.otherTenants > 0 }
    let pairs = crossing.reduce(0) { $0 + $1.otherTenants }
    list(
      "agents that reach other tenants (\(crossing.count), \(pairs) pairs of agent and tenant)",
      crossing.sorted { ($1.otherTenants, $0.node) < ($0.otherTenants, $1.node) }
        .map { "\(graph.name($0.node)): \($0.otherTenants) tenants" },
      &page
    )
    list(
      "agents by how much they reach (\(census.agents.count))",
      census.agents.sorted { ($1.reach, $0.node) < ($0.reach, $1.node) }
        .map { "\(graph.name($0.node)): \($0.reach)" },
      &page
    )
    list(
      "credentials by how much is lost with them (\(census.credentials.count))",
      census.credentials.sorted { ($1.reach, $0.node) < ($0.reach, $1.node) }
        .map { "\(graph.name($0.node)): \($0.reach)" },
      &page
    )
    list(
      "nobody answers for (\(census.orphans.count))",
      census.orphans.prefix(Self.limit).map(graph.name),
      of: census.orphans.count,
      &page
    )
    if graph.doubtCount > 0 { page.heading("names that two things claim (\(graph.doubtCount))") }
    return page.text
  }

  private func list(
    _ title: String,
    _ rows: [String],
    of count: Int? = nil,
    _ page: inout TrustPage
  ) {
    page.heading(title)
    for row in rows.prefix(Self.limit) { page.entry("", row) }
    page.rest((count ?? rows.count) - Self.limit)
  }

  /// Every answer for programs: a row for each agent and each credential, in the order of the file.
  func json() -> String {
    let graph = census.graph
    var rows = AnswerRows()
    rows.append("{\n  \"schema\": \"control-testing/graph-answers/1\",\n  \"things\": ")
    rows.append(graph.nodeCount)
    rows.append(",\n  \"steps\": ")
    rows.append(graph.edgeCount)
    rows.append(",\n  \"leftOut\": ")
    rows.append(graph.leftOut)
    rows.append(",\n  \"administrators\": ")
    rows.append(census.administratorCount)
    rows.append(",\n  \"agents\": [")
    for (place, agent) in census.agents.enumerated() {
      rows.append(place == 0 ? "\n    {\"name\": " : ",\n    {\"name\": ")
      rows.append(nameOf: agent.node, graph)
      rows.append(", \"reach\": ")
      rows.append(agent.reach)
      rows.append(", \"otherTenants\": ")
      rows.append(agent.otherTenants)
      rows.append(", \"stepsToAdministrator\": ")
      if let steps = agent.stepsToAdministrator { rows.append(steps) } else { rows.append("null") }
      rows.append("}")
    }
    rows.append("\n  ],\n  \"credentials\": [")
    for (place, credential) in census.credentials.enumerated() {
      rows.append(place == 0 ? "\n    {\"name\": " : ",\n    {\"name\": ")
      rows.append(nameOf: credential.node, graph)
      rows.append(", \"reach\": ")
      rows.append(credential.reach)
      rows.append("}")
    }
    rows.append("\n  ],\n  \"orphans\": [")
    for (place, orphan) in census.orphans.enumerated() {
      rows.append(place == 0 ? "\n    " : ",\n    ")
      rows.append(nameOf: orphan, graph)
    }
    rows.append("\n  ]\n}\n")
    return String(decoding: rows.bytes, as: UTF8.self)
  }
}

/// JSON of many short rows, byte by byte: there may be a million.
private struct AnswerRows {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Appends the name of a node in quotes.
  mutating func append(nameOf node: Int, _ graph: CompactGraph) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    graph.appendName(node, to: &bytes)
    let isPlain = bytes[start...].allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    if !isPlain {
      let text = String(decoding: bytes[start...], as: UTF8.self)
      bytes.removeSubrange(start...)
      for scalar in text.unicodeScalars { escape(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\": bytes.append(contentsOf: "\\\(scalar)".utf8)
    case "\u{20}"..."\u{7E}": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    default:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        bytes.append(contentsOf: "\\u\(zeros)\(digits)".utf8)
      }
    }
  }
}
