import ControlTesting
import SuiteVocabulary

/// DAT-4: each flow of telemetry is declared whole, and no pipeline or network flow leads to a
/// supplier that no declared flow explains.
///
/// Holds one entry for each log source, and for each supplier and class of the network flows,
/// whatever their number.
struct DeclaredFlows: Fold {
  /// What leads to a supplier.
  private struct Way: Hashable, Codable {
    let vendor: String
    let dataClass: String?
  }

  private struct Seen: Sendable, Codable {
    let first: RecordReference
    var count = 1
  }

  private var ways = Sightings<Way, Seen>()

  static var watched: [Watched<Self>] {
    [
      Watched(LogPipeline.self) { _, pipeline, scope in try pipeline.checkDeclared(scope) },
      Watched(Flow.self) { state, flow, _ in
        guard let vendor = flow.vendor, flow.effect != .refused, flow.basis != .declared else {
          return
        }
        let way = Way(vendor: vendor, dataClass: flow.dataClass)
        if state.ways[way] == nil {
          state.ways.note(way, Seen(first: RecordReference(flow)))
        } else {
          state.ways.change(way) { $0.count += 1 }
        }
      },
    ]
  }

  static func isMember(_ flow: DataFlow, _ scope: Scope) -> Bool {
    scope.first(DataClass.self, flow.dataClass)?.isTelemetry ?? true
  }

  mutating func observe(_ flow: DataFlow, _ scope: Scope) throws {
    let dataClass = try flow.expectClass(scope)
    if !dataClass.isClassified {
      throw Deviation(
        "sort of the data",
        expected: "classified",
        observed: "\(dataClass.name), \(dataClass.category.rawValue)"
      )
    }
    guard flow.declaredAt.hasPassed(at: scope.asOf) else {
      throw Deviation(
        "declared",
        expected: "at or before \(scope.asOf)",
        observed: flow.declaredAt.description
      )
    }
    try expect("purpose", flow.purpose?.nonBlank, .present)
    try expect("recipient", flow.recipient.nonBlank, .present)
    try expect("retention", flow.retention, .present)
  }

  mutating func merge(_ later: DeclaredFlows) { ways.merge(later.ways) { $0.count += $1.count } }

  func deviations(_ scope: Scope) -> [Deviation] {
    ways.all.compactMap { way, seen in
      let declared = scope.all(DataFlow.self, where: \.vendor, is: way.vendor)
      if let dataClass = way.dataClass, declared.contains(where: { $0.dataClass == dataClass }) {
        return nil
      }
      var deviation = Deviation(
        "network flow to \(way.vendor)",
        expected: "a declared flow of its data class",
        observed: "\(way.dataClass.map { "\($0), not declared" } ?? "data class not recorded"), "
          + "\(seen.count) flow\(seen.count == 1 ? "" : "s")"
      )
      deviation.record = seen.first
      return deviation
    }
  }
}

extension LogPipeline {
  /// States that a pipeline of telemetry, or to a supplier, has a declared flow to whom it serves.
  fileprivate func checkDeclared(_ scope: Scope) throws {
    guard enabled, kind == .telemetry || vendor != nil else { return }
    let flows = scope.all(DataFlow.self, where: \.pipeline, is: id)
    guard let flow = flows.first else {
      throw Deviation(
        "flow of the pipeline",
        expected: "declared in the data register",
        observed: "none for \(id)"
      )
    }
    guard let recipient else {
      throw Deviation("recipient of the pipeline", expected: "present", observed: "not recorded")
    }
    if flows.contains(where: { $0.recipient == recipient }) { return }
    throw Deviation(
      "recipient of the pipeline",
      expected: "\(flow.recipient), as declared in \(flow.id)",
      observed: recipient
    )
  }
}
