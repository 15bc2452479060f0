public import ControlModel

extension TrustGraph {
  /// What a node can act as and touch, as an answer to be shown.
  ///
  /// - Parameters:
  ///   - start: The node's index.
  ///   - following: Which steps are taken.
  ///   - subject: The subject whose evidence it is.
  /// - Returns: The things reached with one way to each.
  public func answer(
    from start: Int,
    following: Following,
    subject: String
  ) -> TrustAnswer {
    let reach = reach(from: start, following: following)
    let question = "what \(nodes[start]) can act as and touch"
    return answer(question, start, subject, reach.nodes.map { ($0, reach.path(to: $0)) })
  }

  /// Who can act as a node or touch it, as an answer to be shown.
  ///
  /// - Parameters:
  ///   - target: The node's index.
  ///   - following: Which steps are taken.
  ///   - subject: The subject whose evidence it is.
  /// - Returns: The things that reach it with one way of each.
  public func answer(
    to target: Int,
    following: Following,
    subject: String
  ) -> TrustAnswer {
    let approaches = approaches(to: [target], following: following)
    let question = "who can act as or touch \(nodes[target])"
    return answer(
      question,
      target,
      subject,
      approaches.nodes.map { ($0, approaches.path(from: $0)) }
    )
  }

  /// The whole graph, as an answer to be shown.
  ///
  /// - Parameter subject: The subject whose evidence it is.
  /// - Returns: Every node and edge.
  public func answer(subject: String) -> TrustAnswer {
    var answer = TrustAnswer(subject: subject, asOf: asOf, question: "the whole graph")
    answer.things = nodes.map(TrustAnswer.Thing.init)
    answer.steps = edges.map { TrustAnswer.Step($0, from: $0.from, to: $0.to) }
    return answer
  }

  private func answer(
    _ question: String,
    _ start: Int,
    _ subject: String,
    _ ways: [(end: Int, path: [TrustEdge])]
  ) -> TrustAnswer {
    var answer = TrustAnswer(subject: subject, asOf: asOf, question: question)
    let shown = Set(ways.map(\.end)).union([start]).sorted()
    let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    answer.things = shown.map { TrustAnswer.Thing(nodes[$0]) }
    answer.start = places[start]
    var known: [TrustEdge: Int] = [:]
    for (end, path) in ways {
      var steps: [Int] = []
      for edge in path {
        guard let from = places[edge.from], let to = places[edge.to] else { continue }
        let index = known[edge] ?? answer.steps.count
        if index == answer.steps.count {
          answer.steps.append(TrustAnswer.Step(edge, from: from, to: to))
          known[edge] = index
        }
        steps.append(index)
      }
      if let place = places[end] { answer.ways.append(TrustAnswer.Way(end: place, steps: steps)) }
    }
    return answer
  }
}

extension TrustAnswer.Thing {
  /// The node as a plain value.
  init(_ node: TrustNode) {
    self.init(kind: node.kind.rawValue, name: node.id)
    isKnown = node.isKnown
    isLive = node.isLive
    isAdministrator = node.isAdministrator
    owner = node.owner
    tenant = node.tenant
    environment = node.environment
    sensitivity = node.sensitivity?.rawValue
    locator = node.locator
  }
}

extension TrustAnswer.Step {
  /// The edge as a plain value, between places of the answer.
  init(_ edge: TrustEdge, from: Int, to: Int) {
    self.init(from: from, to: to, kind: edge.kind.rawValue, locator: edge.locator)
    reason = edge.reason
    conditions = edge.conditions
    isEscalation = edge.isEscalation
    isTraversable = edge.isTraversable && edge.isLive
    until = edge.until
  }
}
