import ControlTesting

/// MAE1-2: each model on record is pinned and of known origin, and each model that is used is on
/// record, by the manifest, the register of AI systems and the trace.
///
/// Of the trace it holds one reference for each model that was seen.
struct ModelsInUse: Fold {
  private var ran = Sightings<String, RecordReference>()

  static var watched: [Watched<Self>] {
    [
      Watched(AgentRun.self) { state, run, _ in
        guard let model = run.model else { return }
        state.ran.note(model, RecordReference(run))
      }
    ]
  }

  mutating func observe(_ model: Model, _ scope: Scope) throws { try model.expectPinned(in: scope) }

  mutating func merge(_ later: ModelsInUse) { ran.merge(later.ran) }

  func deviations(_ scope: Scope) -> [Deviation] {
    let agents = scope.records(Agent.self).filter { $0.status == .enabled }.map {
      agent -> Deviation? in
      guard let model = agent.model else {
        return Deviation("model", expected: "present", observed: "not recorded", record: agent)
      }
      return Self.unlisted(model, RecordReference(agent), scope)
    }
    let systems = scope.records(AISystem.self).filter { $0.state != .retired }.flatMap { system in
      (system.models ?? []).map { Self.unlisted($0, RecordReference(system), scope) }
    }
    let runs = ran.all.map { Self.unlisted($0.key, $0.value, scope) }
    return (agents + systems + runs).compactMap { $0 }
  }

  private static func unlisted(
    _ model: String,
    _ record: RecordReference,
    _ scope: Scope
  ) -> Deviation? {
    if scope.first(Model.self, model) != nil { return nil }
    var deviation = Deviation(
      "model",
      expected: "one with a model card",
      observed: "\(model), not among the model cards"
    )
    deviation.record = record
    return deviation
  }
}
