import ControlTesting
import SuiteVocabulary

/// The ways by which an identity could get more rights than it was given.
struct Escalation {
  private let identity: Identity
  private let scope: Scope
  /// What the identity is without taking anything on: itself, its groups, and what it runs as.
  private let selves: Set<String>
  private let rights: Rights

  init(of identity: Identity, in scope: Scope) {
    self.identity = identity
    self.scope = scope
    selves = scope.selves(of: identity.id)
    rights = Rights(of: selves, in: scope)
  }

  /// States that there is no such way.
  ///
  /// - Throws: A ``Deviation`` with the way.
  func expectNone() throws {
    try expectNoHoldOnItself()
    try expectOnlyApprovedAssumptions()
  }

  /// No statement lets the identity change its own policies, groups or trust.
  ///
  /// A statement does no harm where each resource is another identity of the inventory, by its id:
  /// anything else may stand for the identity itself.
  private func expectNoHoldOnItself() throws {
    let changing = scope.policy.rightsChangingActions.map(PermissionPattern.init)
    for statement in rights.statements {
      let dangerous = statement.actions.first { action in
        let own = PermissionPattern(action)
        return changing.contains { $0.covers(own) || own.covers($0) }
      }
      guard let dangerous else { continue }
      let target = statement.resources.first { resource in
        selves.contains(resource) || scope.first(Identity.self, resource) == nil
      }
      guard let target else { continue }
      throw Deviation(
        "own rights",
        expected: "no permission to change them",
        observed: "\(dangerous) on \(target), by \(statement.id)",
        path: [identity.id, statement.holder, statement.policy].reduced
      )
    }
  }

  /// Each identity that can be taken on and is stronger can be reached by approved trust alone.
  private func expectOnlyApprovedAssumptions() throws {
    var frontier = selves.sorted().map { Way(node: $0, hops: [], fault: nil) }
    var seen: Set<String> = []
    while !frontier.isEmpty {
      var next: [Way] = []
      for way in frontier {
        for step in scope.assumptions(from: way.node) {
          let reached = way.adding(step)
          for node in scope.selves(of: step.target).subtracting(selves).sorted() {
            // A node is gone into twice at most: by approved trust alone, and by other trust.
            let key = reached.fault == nil ? node : "\(node) unapproved"
            guard seen.insert(key).inserted else { continue }
            next.append(Way(node: node, hops: reached.hops, fault: reached.fault))
            guard let fault = reached.fault, let excess = excess(of: node) else { continue }
            throw Deviation(
              "stronger identity",
              expected: "only by approved trust",
              observed: "\(node) (\(excess)): \(fault)",
              path: reached.hops
            )
          }
        }
      }
      frontier = next
    }
  }

  /// What an identity may do that this one may not, in words; `nil` where there is nothing.
  private func excess(of node: String) -> String? {
    let statements = scope.all(Entitlement.self, where: \.holder, is: node).filter(\.gives)
    if statements.isEmpty { return "its rights are not in the evidence" }
    for statement in statements {
      if !statement.resolved { return "policy \(statement.policy) is not in the evidence" }
      if let action = rights.uncovered(by: statement) { return action }
    }
    return nil
  }
}

/// A way of assumptions that is being followed.
private struct Way {
  let node: String
  let hops: [String]
  /// Why the first hop that is not approved is not; `nil` where all are.
  let fault: String?

  func adding(_ step: (target: String, words: String, fault: String?)) -> Way {
    Way(node: step.target, hops: hops + [step.words], fault: fault ?? step.fault)
  }
}

extension Array where Element == String {
  /// The elements without those that repeat the one before.
  fileprivate var reduced: [String] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
