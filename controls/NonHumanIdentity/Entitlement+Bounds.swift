import ControlTesting
import SuiteVocabulary

extension Entitlement {
  /// Whether the statement gives rights, rather than taking or bounding them.
  var gives: Bool {
    guard effect == .allow else { return false }
    switch via {
    case .boundary, .organization: return false
    case .inline, .managed, .group, .role, .binding, .resourcePolicy: return true
    }
  }

  /// States that the permission is neither an administrator's nor without bounds.
  ///
  /// Without bounds is an action that stands for all of a service, any wildcard action on all
  /// resources, and whatever is given as "everything but".
  ///
  /// - Throws: A ``Deviation`` where it is, or nobody can tell.
  func expectBounded() throws {
    try expectResolved()
    if let exceptActions, !exceptActions.isEmpty {
      throw Deviation(
        "actions",
        expected: "named actions",
        observed: "everything but \(exceptActions.joined(separator: ", "))"
      )
    }
    let patterns = actions.map { (name: $0, pattern: PermissionPattern($0)) }
    let isEverywhere = resources.contains("*") || exceptResources?.isEmpty == false
    if let broad = patterns.first(where: {
      $0.pattern.isUnbounded || (isEverywhere && $0.pattern.isWildcard)
    }) {
      throw Deviation(
        "actions",
        expected: "named actions on named resources",
        observed: "\(broad.name) on \(resources.joined(separator: ", "))"
      )
    }
    try expect("administrator", administrative, .equal(false))
  }

  /// States that the policy behind the statement is in the evidence, and says something.
  func expectResolved() throws {
    if !resolved {
      throw Deviation(
        "policy",
        expected: "its document in the evidence",
        observed: "\(policy), not in it"
      )
    }
    try expect("actions", actions, .notEmpty)
    try expect("resources", resources, .notEmpty)
  }

  /// States that the holder's rights can be worked out from the evidence.
  func expectWorkedOut(in scope: Scope) throws {
    try expectResolved()
    if scope.identity(called: holder) == nil {
      throw Deviation(
        "holder",
        expected: "in the identity inventory",
        observed: "\(holder), not in the identity inventory"
      )
    }
    guard let boundary else { return }
    let documents = scope.all(Entitlement.self, where: \.policy, is: boundary)
    if documents.contains(where: { $0.via == .boundary && $0.resolved }) { return }
    throw Deviation(
      "boundary",
      expected: "its document in the evidence",
      observed: "\(boundary), not in it"
    )
  }
}
