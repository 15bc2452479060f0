import ControlTesting

/// On what a subject runs that is not approved for production: a pilot's approval or an exception.
struct PilotGround {
  /// The record: the approval or the exception.
  let record: any EvidenceRecord
  let startedAt: Instant
  let endsAt: Moment
  let owner: String?
  let environments: [String]?
  /// Whether its approver stands by it.
  let isGranted: Bool

  /// The latest ground of the subject; `nil` where there is none.
  init?(_ scope: Scope) {
    let approvals = scope.all(ProcurementApproval.self, where: \.target, is: scope.subject.id)
      .compactMap { PilotGround($0, at: scope.asOf) }
    let exceptions = scope.all(Exception.self, where: \.target, is: scope.subject.id)
      .compactMap { PilotGround($0, at: scope.asOf) }
    let all = approvals + exceptions
    guard let latest = all.max(by: { $0.startedAt < $1.startedAt }) else { return nil }
    self = latest
  }

  /// A decision on security or on going live; that somebody may buy a product is no such decision.
  private init?(_ approval: ProcurementApproval, at instant: Instant) {
    guard approval.kind == .goLive || approval.kind == .security, approval.tier != .production,
      let decided = approval.decidedAt.instant, decided <= instant
    else { return nil }
    record = approval
    startedAt = decided
    endsAt = approval.expiresAt
    owner = approval.accountable
    environments = approval.approvedEnvironments
    isGranted = approval.isGranted && approval.isNotWithdrawn(at: instant)
  }

  private init?(_ exception: Exception, at instant: Instant) {
    guard exception.kind == .sandbox || exception.kind == .trial, exception.startsAt <= instant
    else { return nil }
    record = exception
    startedAt = exception.startsAt
    endsAt = exception.expiresAt
    owner = exception.owner
    environments = exception.environment.map { [$0] }
    isGranted = exception.state == .active
  }
}

extension ProcurementApproval {
  /// Whether the decision was to approve, with its conditions met where it has any.
  var isGranted: Bool { decision == .approved || decision == .conditional && conditionsMet == true }

  /// Whether the register says that the approval was not withdrawn by an instant; what it does not
  /// say counts as withdrawn.
  func isNotWithdrawn(at instant: Instant) -> Bool {
    switch withdrawnAt {
    case .never: true
    case .at(let withdrawn): withdrawn > instant
    case .notRecorded: false
    }
  }

  /// Whether the approval lets a subject into production at an instant.
  func opensProduction(at instant: Instant) -> Bool {
    guard kind == .goLive, tier == .production, isGranted, isNotWithdrawn(at: instant),
      decidedAt.hasPassed(at: instant)
    else { return false }
    switch expiresAt {
    case .never: return true
    case .at(let end): return end > instant
    case .notRecorded: return false
    }
  }
}
