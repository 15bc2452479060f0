import ControlTesting
import SuiteVocabulary

/// What the identities of pipelines may act on, against the environments that the pipelines name.
struct PipelineReach: Fold {
  static func isMember(_ identity: Identity, _ scope: Scope) -> Bool {
    identity.standsForSoftware && identity.couldAct
  }

  mutating func observe(_ identity: Identity, _ scope: Scope) throws {
    let pipelines = scope.pipelines(of: identity)
    if pipelines.isEmpty { return }
    let allowed = Set(pipelines.flatMap { $0.deploysTo ?? [] })
    let expected = "only \(allowed.isEmpty ? "(none)" : allowed.sorted().joined(separator: ", "))"
    let ways = scope.waysInForce(from: identity.id)
    var hasAllowance = false
    for node in ways.nodes {
      for allowance in scope.allowances(of: node) {
        hasAllowance = true
        for place in allowance.places(in: scope) {
          if let environment = place.environment, allowed.contains(environment) { continue }
          throw Deviation(
            "environment",
            expected: expected,
            observed: "\(place.words), by \(allowance.id)",
            path: ways.path(to: node)
          )
        }
      }
    }
    if !hasAllowance {
      throw Deviation(
        "entitlements",
        expected: "recorded for a pipeline identity",
        observed: "none recorded"
      )
    }
  }

  mutating func merge(_ later: PipelineReach) {}

  /// Pipelines that do not say who they act as or where: without it nothing above was judged.
  func deviations(_ scope: Scope) -> [Deviation] {
    let pipelines = scope.records(Pipeline.self)
    if pipelines.isEmpty {
      return [Deviation("pipelines", expected: "at least one recorded", observed: "none recorded")]
    }
    return pipelines.compactMap { pipeline in
      pipeline.cloudAccess == .noAccess ? nil : pipeline.gap(in: scope)
    }
  }
}

extension Scope {
  /// The pipelines that act as an identity: those that list it, or a trust that leads to it.
  fileprivate func pipelines(of identity: Identity) -> [Pipeline] {
    let trusts = all(TrustRelation.self, where: \.target, is: identity.id)
    return all(Pipeline.self, where: \.identities, contains: identity.id)
      + trusts.flatMap { all(Pipeline.self, where: \.trusts, contains: $0.id) }
  }
}

extension Pipeline {
  /// What a pipeline with cloud access leaves unsaid, if anything.
  fileprivate func gap(in scope: Scope) -> Deviation? {
    guard let identities else {
      return Deviation(
        "identities",
        expected: "recorded",
        observed: "not recorded",
        record: self
      )
    }
    if let unknown = identities.first(where: { scope.first(Identity.self, $0) == nil }) {
      return Deviation(
        "identities",
        expected: "in the identity inventory",
        observed: "\(unknown), not in the identity inventory",
        record: self
      )
    }
    if identities.isEmpty {
      return Deviation(
        "identities",
        expected: "at least one for cloud access",
        observed: "(none)",
        record: self
      )
    }
    guard let deploysTo, !deploysTo.isEmpty else {
      return Deviation(
        "deploys to",
        expected: "recorded",
        observed: "not recorded",
        record: self
      )
    }
    for environment in deploysTo {
      if case .unknown(let reason) = scope.place(environment) {
        return Deviation(
          "deploys to",
          expected: "in the environment register",
          observed: reason,
          record: self
        )
      }
    }
    return nil
  }
}
