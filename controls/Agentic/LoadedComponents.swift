import ControlTesting

/// ASI04-1: every component of a bill of materials is pinned by digest in a signed bill, and nothing
/// was loaded that no bill holds.
///
/// Of the trace it holds one entry for each agent or tool and each digest that no bill has.
struct LoadedComponents: Fold {
  /// Something that was loaded and is in no bill.
  private struct Stray: Hashable, Codable {
    /// The agent or tool that loaded it.
    let loader: String
    /// Its digest; `nil`: not recorded.
    let digest: String?
  }

  private var strays = Sightings<Stray, RecordReference>()

  static var watched: [Watched<Self>] {
    [
      Watched(AgentRun.self) { state, run, scope in
        guard let digests = run.componentDigests else {
          return state.note(run.agent, nil, by: run)
        }
        for digest in digests { state.look(digest, of: run.agent, by: run, scope) }
      },
      Watched(ToolCall.self) { state, call, scope in
        guard call.wasLetThrough else { return }
        let tool = scope.first(Tool.self, call.tool)
        if let digest = call.toolDigest ?? tool?.digest {
          state.look(digest, of: call.tool, by: call, scope)
        } else if tool?.isLoaded ?? true {
          state.note(call.tool, nil, by: call)
        }
      },
    ]
  }

  /// A service runs elsewhere: nothing of it is loaded.
  static func isMember(_ component: Component, _ scope: Scope) -> Bool {
    component.kind != .service
  }

  mutating func observe(_ component: Component, _ scope: Scope) throws {
    try expect("digest", component.digest, .present)
    try expect("pinned", component.pinned, .equal(true))
    try expect("signature of the bill of materials", component.billSigned, .equal(.yes))
  }

  private mutating func look(
    _ digest: String,
    of loader: String,
    by record: any EvidenceRecord,
    _ scope: Scope
  ) {
    if scope.all(Component.self, where: \.digest, is: digest).isEmpty {
      note(loader, digest, by: record)
    }
  }

  private mutating func note(_ loader: String, _ digest: String?, by record: any EvidenceRecord) {
    strays.note(Stray(loader: loader, digest: digest), RecordReference(record))
  }

  mutating func merge(_ later: LoadedComponents) { strays.merge(later.strays) }

  func deviations(_ scope: Scope) -> [Deviation] {
    strays.all.map { stray, record in
      var deviation = Deviation(
        "components loaded by \(stray.loader)",
        expected: "in a bill of materials, by digest",
        observed: stray.digest.map { "\($0), in none" } ?? "digest not recorded"
      )
      deviation.record = record
      return deviation
    }
  }
}

extension Tool {
  /// Whether the tool's code runs where the agent does: what is reached over a network is not
  /// loaded, and what is built in is part of the agent.
  var isLoaded: Bool {
    switch transport {
    case .stdio, .unknown: true
    case .http, .sse, .webSocket, .builtIn, .queue: false
    }
  }
}
