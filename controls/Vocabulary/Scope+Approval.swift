public import ControlTesting

extension Scope {
  /// States that an approval stands behind a record now.
  ///
  /// An approval that does not say when it ends is none: only one that says `never` has no end.
  ///
  /// - Parameters:
  ///   - id: The approval's id in the register.
  ///   - targets: What it may have approved, any one of them.
  /// - Returns: The approval.
  /// - Throws: A ``Deviation`` where there is none, or none in force for it.
  @discardableResult
  public func expectApproval(_ id: String?, of targets: [String]) throws -> ProcurementApproval {
    let expected = "an approval in force"
    guard let id else { throw Deviation("approval", expected: expected, observed: "not recorded") }
    guard let approval = first(ProcurementApproval.self, id) else {
      throw Deviation(
        "approval",
        expected: expected,
        observed: "\(id), not in the approval register"
      )
    }
    if !targets.contains(approval.target) {
      throw Deviation(
        "approval",
        expected: "an approval of \(targets.joined(separator: " or "))",
        observed: "\(id), of \(approval.target)"
      )
    }
    if let doubt = approval.doubt(at: asOf) {
      throw Deviation("approval", expected: expected, observed: "\(id), \(doubt)")
    }
    return approval
  }
}

extension ProcurementApproval {
  /// Why the approval does not stand at an instant, in words; `nil` where it does.
  public func doubt(at instant: Instant) -> String? {
    switch decision {
    case .approved: break
    case .conditional:
      if conditionsMet != true { return "conditions not shown to be met" }
    case .refused, .withdrawn, .pending, .unclear: return decision.rawValue
    }
    if approver == nil { return "approver not recorded" }
    if !decidedAt.hasPassed(at: instant) { return "decided \(decidedAt)" }
    if withdrawnAt.hasPassed(at: instant) { return "withdrawn \(withdrawnAt)" }
    if expiresAt.hasPassed(at: instant) { return "expired \(expiresAt)" }
    return expiresAt == .notRecorded ? "end not recorded" : nil
  }
}
