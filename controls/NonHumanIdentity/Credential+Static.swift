import ControlTesting

extension Credential {
  /// Whether the value stays the same until somebody changes it.
  ///
  /// Only a kind that is made anew for each use, an issuance with an end, or a stated short life
  /// with an end shows that it does not.
  func isStatic(in scope: Scope) -> Bool {
    if kind == .federated || kind == .workloadDocument { return false }
    switch lifetimeClass {
    case .shortLived, .perTask: if expiresAt.instant != nil { return false }
    case .static: return true
    case nil: break
    }
    return !scope.all(Issuance.self, where: \.credential, is: id).contains {
      $0.result == .issued && $0.expiresAt.instant != nil
    }
  }
}
