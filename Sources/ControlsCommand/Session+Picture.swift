import ControlModel
import ControlTrust

extension Run {
  /// Up to how many records that make a graph one is made for the report.
  private static let graphLimit = 50_000

  /// Adds to each subject the part of its trust graph that reports draw.
  ///
  /// A subject whose evidence would make a larger graph gets none: `controls reach` asks that.
  mutating func drawPictures() {
    for index in results.subjects.indices {
      let result = results.subjects[index]
      guard let inventory = inventories.first(where: { $0.subject.id == result.subject.id }) else {
        continue
      }
      let counts = inventory.recordCounts
      let names = ["Identity", "Credential", "Entitlement", "Grant", "Edge"]
      if names.reduce(0, { $0 + counts[$1, default: 0] }) > Self.graphLimit { continue }
      let graph = TrustGraph(inventory, asOf: results.asOf)
      if graph.edges.isEmpty { continue }
      let production = inventory.records(Environment.self).filter {
        $0.kind == .production || $0.kind == .disasterRecovery
      }
      let chains = result.controls.flatMap { control in
        control.findings.filter { !$0.path.isEmpty }.map {
          (about: "\(control.control) \($0.record)", steps: $0.path)
        }
      }
      results.subjects[index].picture = graph.picture(
        production: Set(production.map(\.id)),
        chains: chains
      )
    }
  }
}
