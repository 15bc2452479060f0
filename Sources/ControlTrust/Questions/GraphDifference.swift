public import ControlModel

/// What changed between two graphs of one subject: privilege drift.
public struct GraphDifference: Sendable, Hashable {
  /// A step by names, so that two graphs can be compared.
  public struct Step: Sendable, Hashable, Comparable {
    /// The node it starts at.
    public let from: String
    /// How it is taken.
    public let kind: TrustEdge.Kind
    /// The node it leads to.
    public let to: String

    /// Orders by start, kind and end.
    public static func < (left: Step, right: Step) -> Bool {
      if left.from != right.from { return left.from < right.from }
      if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
      return left.to < right.to
    }
  }

  /// What an agent reaches now and did not before.
  public struct NewReach: Sendable, Hashable {
    /// The agent.
    public let agent: String
    /// What it reaches.
    public let target: String
    /// The way, each step in words with the record that proves it.
    public let path: [String]
  }

  /// The things that are new, as kind and name, in order.
  public let newNodes: [String]
  /// The things that are gone.
  public let goneNodes: [String]
  /// The steps that are new.
  public let newSteps: [Step]
  /// The steps that are gone.
  public let goneSteps: [Step]
  /// What agents reach that they did not reach before.
  public let newReach: [NewReach]

  /// Compares two graphs.
  ///
  /// - Parameters:
  ///   - old: The earlier or approved one.
  ///   - new: The later one.
  ///   - following: Which steps count as reach.
  /// - Complexity: O(*v* + *e*) and, for each agent, what it reaches.
  public init(from old: TrustGraph, to new: TrustGraph, following: Following = .open) {
    let oldNames = Set(old.nodes.map(\.description))
    let newNames = Set(new.nodes.map(\.description))
    newNodes = newNames.subtracting(oldNames).sorted()
    goneNodes = oldNames.subtracting(newNames).sorted()
    let oldSteps = Self.steps(of: old)
    let steps = Self.steps(of: new)
    newSteps = steps.subtracting(oldSteps).sorted()
    goneSteps = oldSteps.subtracting(steps).sorted()
    var grown: [NewReach] = []
    for index in new.nodes.indices where new.nodes[index].kind == .agent {
      let agent = new.nodes[index]
      let reach = new.reach(from: index, following: following)
      var before: Set<String> = []
      if let start = old.node(agent.id, in: .actor) {
        before = Set(
          old.reach(from: start, following: following).nodes.map {
            old.nodes[$0].description
          }
        )
      }
      for target in reach.nodes where !before.contains(new.nodes[target].description) {
        grown.append(
          NewReach(
            agent: agent.id,
            target: new.nodes[target].description,
            path: reach.path(to: target).map(new.words)
          )
        )
      }
    }
    newReach = grown
  }

  /// Whether nothing changed.
  public var isEmpty: Bool {
    newNodes.isEmpty && goneNodes.isEmpty && newSteps.isEmpty && goneSteps.isEmpty
      && newReach.isEmpty
  }

  private static func steps(of graph: TrustGraph) -> Set<Step> {
    Set(
      graph.edges.filter(Following.open.takes).map { edge in
        Step(
          from: graph.nodes[edge.from].description,
          kind: edge.kind,
          to: graph.nodes[edge.to].description
        )
      }
    )
  }
}
