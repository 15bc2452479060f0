import ControlTesting
import SuiteVocabulary

/// What was approved for one agent: which tools, resources, scopes, tenants and environments.
///
/// A list that the approval leaves out approves nothing of its sort.
struct ApprovedScope {
  /// The approval; `nil` where none is in force.
  let approval: ProcurementApproval?
  /// Why there is none, in words.
  let doubt: String
  private let resources: [PermissionPattern]
  private let actions: [PermissionPattern]

  init(of agent: Agent, _ scope: Scope) {
    let candidates =
      [scope.first(ProcurementApproval.self, agent.approval)].compactMap { $0 }
      + scope.all(ProcurementApproval.self, where: \.target, is: agent.id)
      + scope.all(ProcurementApproval.self, where: \.agent, is: agent.id)
    let fitting = candidates.filter { approval in
      approval.kind != .commercial && (approval.target == agent.id || approval.agent == agent.id)
    }
    let inForce = fitting.filter { $0.doubt(at: scope.asOf) == nil }
    approval = inForce.max { left, right in
      (left.decidedAt.instant ?? .epoch, left.id) < (right.decidedAt.instant ?? .epoch, right.id)
    }
    doubt =
      fitting.first.flatMap { first in first.doubt(at: scope.asOf).map { "\(first.id), \($0)" } }
      ?? "none on record"
    resources = (approval?.approvedResources ?? []).map(PermissionPattern.init)
    actions = (approval?.approvedScopes ?? []).map(PermissionPattern.init)
  }

  func allows(tool: String) -> Bool { approval?.approvedTools?.contains(tool) ?? false }

  func allows(resource: String) -> Bool {
    let own = PermissionPattern(resource)
    return resources.contains { $0.covers(own) }
  }

  func allows(action: String) -> Bool {
    let own = PermissionPattern(action)
    return actions.contains { $0.covers(own) }
  }

  func allows(tenant: String) -> Bool { approval?.approvedTenants?.contains(tenant) ?? false }

  func allows(environment: String) -> Bool {
    approval?.approvedEnvironments?.contains(environment) ?? false
  }
}
