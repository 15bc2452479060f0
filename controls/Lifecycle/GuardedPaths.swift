import ControlTesting
import SuiteVocabulary

/// DRL-1: what stands between an agent and sensitive data is reviewed, watched, and was cut off in
/// an exercise.
///
/// A resource is sensitive unless its record says that it is not. Each node that can reach one is on
/// a path: agents, tools, credentials, secrets, identities and roles.
struct GuardedPaths {
  private let scope: Scope
  private let graph: TrustGraph
  private let watchedEnvironments: Set<String>
  private let watchedAgents: Set<String>

  init(_ scope: Scope) {
    self.scope = scope
    graph = scope.trust
    let live = scope.livePipelines()
    watchedEnvironments = Set(live.compactMap(\.environment))
    watchedAgents = Set(live.flatMap { $0.agents ?? [] })
  }

  /// A deviation for each node and each of the three that it lacks, in order of nodes.
  func deviations() -> [Deviation] {
    let resources = graph.nodes.indices.filter { graph.nodes[$0].space == .resource }
    if resources.isEmpty {
      return [
        Deviation(
          "resources",
          expected: "at least one in the asset inventory or a policy",
          observed: "none"
        )
      ]
    }
    let sensitive = resources.filter { graph.nodes[$0].isSensitive }
    let approaches = graph.approaches(to: sensitive)
    return approaches.nodes.sorted().filter { graph.nodes[$0].isOnPath }.flatMap { index in
      missing(graph.nodes[index]).map { attribute, expected in
        Deviation(
          attribute,
          expected: expected,
          observed: "none of \(graph.nodes[index])",
          record: scope.record(of: graph.nodes[index]),
          path: approaches.path(from: index).map(graph.words(of:))
        )
      }
    }
  }

  private func missing(_ node: TrustNode) -> [(attribute: String, expected: String)] {
    let names = scope.names(of: node)
    var missing: [(attribute: String, expected: String)] = []
    let interval = scope.policy.accessReviewInterval
    if !names.contains(where: { isReviewed($0, within: interval) }) {
      missing.append(("review", "a decision at most \(interval.words) ago"))
    }
    let isWatched =
      node.environment.map(watchedEnvironments.contains) == true
      || names.contains(where: watchedAgents.contains)
    if !isWatched {
      missing.append(("live detection", "a log source that reports, of its environment or agent"))
    }
    let age = scope.policy.drillMaximumAge
    if !names.contains(where: { isContained($0, within: age) }) {
      missing.append(("exercised containment", "one that passed at most \(age.words) ago"))
    }
    return missing
  }

  private func isReviewed(_ name: String, within interval: Duration) -> Bool {
    let decisions =
      scope.all(ReviewDecision.self, where: \.target, is: name)
      + scope.all(ReviewDecision.self, where: \.identity, is: name)
    return decisions.contains { decision in
      guard decision.decision.isMade, let decided = decision.decidedAt.instant else { return false }
      return decided <= scope.asOf && scope.asOf.duration(since: decided) <= interval
    }
  }

  private func isContained(_ name: String, within age: Duration) -> Bool {
    let drills = scope.drills(naming: name).contains { drill in
      drill.scenario.isContainment && drill.result == .passed && drill.startedAt <= scope.asOf
        && scope.asOf.duration(since: drill.startedAt) <= age
    }
    if drills { return true }
    let incidents =
      scope.all(Incident.self, where: \.identities, contains: name)
      + scope.all(Incident.self, where: \.agents, contains: name)
    return incidents.contains { incident in
      guard !incident.exercise, let contained = incident.containedAt.instant else { return false }
      return contained <= scope.asOf && scope.asOf.duration(since: contained) <= age
    }
  }
}

extension TrustNode {
  /// Whether what it is makes it sensitive; one whose record does not say is.
  fileprivate var isSensitive: Bool { sensitivity != .public && sensitivity != .internal }

  /// Whether it acts, or is used to act.
  fileprivate var isOnPath: Bool {
    switch kind {
    case .agent, .tool, .credential, .secret, .identity, .role: true
    case .entitlement, .resource, .tenant, .environment, .vendor, .person: false
    }
  }
}

extension Drill.Scenario {
  /// Whether the exercise cuts something off.
  fileprivate var isContainment: Bool {
    switch self {
    case .revocation, .productCompromise, .tenantCompromise, .integrationCompromise, .agentHalt,
      .containment:
      true
    case .restore, .failover, .failure, .replay, .escalation, .attribution, .rotation, .other: false
    }
  }
}

extension Scope {
  /// The log sources that report: enabled, and heard from within their interval before the check.
  fileprivate func livePipelines() -> [LogPipeline] {
    var latest: [String: LogPipeline] = [:]
    for status in records(LogPipeline.self) where status.checkedAt <= asOf {
      if let known = latest[status.id], known.checkedAt >= status.checkedAt { continue }
      latest[status.id] = status
    }
    return latest.values.filter { status in
      guard status.enabled, let interval = status.expectedInterval,
        let last = status.lastEventAt.instant
      else { return false }
      return status.checkedAt.duration(since: last) <= interval
    }
  }

  /// The names under which registers may know a node: a credential is reviewed with its identity.
  fileprivate func names(of node: TrustNode) -> [String] {
    var names = [node.id]
    switch node.space {
    case .credential: names += [first(Credential.self, node.id)?.identity].compactMap { $0 }
    case .secret:
      let secret = first(SecretItem.self, node.id)
      let credential = first(Credential.self, secret?.credential)
      names += [secret?.credential, secret?.identity, credential?.identity].compactMap { $0 }
    case .actor, .tool, .entitlement, .resource: break
    }
    for name in names {
      guard let identity = inventoried(name), node.space != .tool else { continue }
      names += [identity.id] + (identity.aliases ?? [])
    }
    return Set(names).sorted()
  }

  /// The record that describes a node; `nil` where none does.
  fileprivate func record(of node: TrustNode) -> (any EvidenceRecord)? {
    switch node.space {
    case .tool: first(Tool.self, node.id)
    case .credential: first(Credential.self, node.id)
    case .secret: first(SecretItem.self, node.id)
    case .actor:
      first(Agent.self, node.id) ?? first(Identity.self, node.id) as (any EvidenceRecord)?
    case .entitlement, .resource: nil
    }
  }
}
