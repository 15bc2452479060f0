import ControlModel
import ControlTrust
import Synchronization

/// Indices over the records of one subject, each built at its first use and shared by all threads.
final class IndexStore: Sendable {
  /// An index that is built by the first who needs it, while others build other ones.
  private final class Entry: Sendable {
    let index = Mutex<RecordIndex?>(nil)
  }

  private struct Contents: Sendable {
    var entries: [IndexName: Entry] = [:]
    var trust: TrustGraph?
    var ways: (asOf: Instant, ways: NearestWays)?
  }

  private let contents = Mutex(Contents())

  /// The index of a type by a field.
  ///
  /// - Parameters:
  ///   - name: The type and field.
  ///   - build: Builds it. Others who need it wait: an index is built once.
  /// - Returns: The index.
  func index(_ name: IndexName, build: () -> RecordIndex) -> RecordIndex {
    let entry = contents.withLock { contents in
      let entry = contents.entries[name] ?? Entry()
      contents.entries[name] = entry
      return entry
    }
    return entry.index.withLock { index in
      if let index { return index }
      let built = build()
      index = built
      return built
    }
  }

  /// The graph at a time; the last one is kept, since scopes of one time are used together.
  func trust(of inventory: Inventory, at instant: Instant) -> TrustGraph {
    if let built = contents.withLock({ $0.trust }), built.asOf == instant { return built }
    let graph = TrustGraph(inventory, asOf: instant)
    contents.withLock { $0.trust = graph }
    return graph
  }

  /// The ways from the agents of a graph; the last ones are kept, as the graph is.
  func waysFromAgents(in graph: TrustGraph) -> NearestWays {
    if let known = contents.withLock({ $0.ways }), known.asOf == graph.asOf { return known.ways }
    let agents = graph.nodes.indices.filter {
      graph.nodes[$0].kind == .agent && graph.nodes[$0].isLive
    }
    let ways = graph.nearestWays(from: agents, following: .standing)
    contents.withLock { $0.ways = (graph.asOf, ways) }
    return ways
  }
}

/// What an index is over: a record type, and its key or one of its fields.
struct IndexName: Hashable, @unchecked Sendable {
  // A key path is immutable.
  let type: ObjectIdentifier
  /// The field; `nil`: the record's key.
  let field: AnyKeyPath?
}
