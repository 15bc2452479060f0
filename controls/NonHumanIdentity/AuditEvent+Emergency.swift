import ControlTesting

extension AuditEvent {
  /// Whether the event belongs to an emergency use that was approved.
  func isApprovedEmergency(in scope: Scope) -> Bool {
    scope.all(Approval.self, where: \.request, is: request).contains {
      $0.doubt(about: self, in: scope) == nil
    }
  }

  /// Why the event is no approved emergency use, or `nil` where it is one.
  ///
  /// The approval must be for this request, for emergency access, granted by another than the one
  /// who asked, before the use, and with an end after it.
  func emergencyDoubt(in scope: Scope) -> Deviation? {
    guard let request else {
      return Deviation("request", expected: "recorded", observed: "not recorded")
    }
    let approvals = scope.all(Approval.self, where: \.request, is: request)
    var doubt: String?
    for approval in approvals {
      guard let own = approval.doubt(about: self, in: scope) else { return nil }
      doubt = doubt ?? "\(approval.id) \(own)"
    }
    return Deviation(
      "approval",
      expected: "emergency access approved for request \(request)",
      observed: doubt ?? "none recorded"
    )
  }
}

extension Approval {
  fileprivate func doubt(about event: AuditEvent, in scope: Scope) -> String? {
    if decision != .approved { return "was \(decision.rawValue)" }
    guard let purpose else { return "has no recorded purpose" }
    if purpose != .emergencyAccess { return "is for \(purpose.rawValue)" }
    if decidedAt > event.occurredAt { return "came after the use, at \(decidedAt)" }
    guard let end = expiresAt.instant else {
      return expiresAt == .never ? "never expires" : "has no recorded expiry"
    }
    if end <= event.occurredAt { return "had expired at \(end)" }
    guard let requester else { return "has no recorded requester" }
    if let person = event.personalUse(in: scope)?.person, person != requester {
      return "was asked for by \(requester)"
    }
    return approver == requester ? "was approved by who asked" : nil
  }
}
