import ControlTesting
import SuiteVocabulary

extension Entitlement {
  /// States that each action was used by the holder, or by a member of it, within the usage window.
  ///
  /// A permission given within the window may still come into use. One whose use nobody recorded was
  /// not used: what is not proven does not count.
  ///
  /// - Throws: A ``Deviation`` with the actions that were not used.
  func expectUsed(in scope: Scope) throws {
    try expectResolved()
    let window = scope.policy.usageWindow
    let start = scope.asOf.advanced(by: .zero - window)
    if let grantedAt, grantedAt >= start, grantedAt <= scope.asOf { return }
    let users = [holder] + scope.all(Identity.self, where: \.memberOf, contains: holder).map(\.id)
    let unused = actions.filter { action in
      let pattern = PermissionPattern(action)
      return !users.contains { scope.used(pattern, by: $0, since: start) }
    }
    if unused.isEmpty { return }
    throw Deviation(
      "use",
      expected: "each action used at most \(window.words) ago",
      observed: "\(unused.count) of \(actions.count) not used: \(unused.joined(separator: ", "))"
    )
  }
}

extension Scope {
  /// Whether an identity used a permission in a window that ends now: by the usage report, else by
  /// the log, which is asked only where the report does not know.
  fileprivate func used(_ pattern: PermissionPattern, by user: String, since start: Instant) -> Bool
  {
    let reported = all(Usage.self, where: \.identity, is: user).contains { usage in
      guard let last = usage.lastUsedAt.instant, last >= start, last <= asOf else { return false }
      return pattern.covers(PermissionPattern(usage.permission))
    }
    if reported { return true }
    return all(AuditEvent.self, where: \.actor, is: user).contains { event in
      event.result == .ok && event.occurredAt >= start && event.occurredAt <= asOf
        && pattern.covers(PermissionPattern(event.action))
    }
  }
}
