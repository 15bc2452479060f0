public import ControlModel
import ControlTesting

/// Finds what an access reviewer decides on behind the records of findings.
public struct ReviewTargets: Sendable {
  private let scope: Scope
  private let streamed: Set<String>

  /// Prepares the look-ups in a subject's evidence.
  ///
  /// - Parameters:
  ///   - inventory: The subject's evidence.
  ///   - plan: The plan by which it was judged.
  public init(_ inventory: Inventory, _ plan: AssessmentPlan) {
    scope = Scope(
      inventory: inventory,
      tier: plan.tier ?? inventory.subject.tier,
      asOf: plan.asOf,
      policy: plan.policy
    )
    streamed = Set(inventory.streams.flatMap(\.recordTypes).map { $0.recordName })
  }

  /// What is decided on because of a finding; `nil` where its record is no access of anybody.
  ///
  /// Events of a long log name the identity that acted only where the log is held: it is not read
  /// again for this.
  ///
  /// - Parameter finding: The finding.
  /// - Returns: The target, or `nil`.
  /// - Complexity: O(1) after the first look-up of a record type.
  public func target(of finding: Finding) -> ReviewTarget? {
    let id = finding.record
    switch finding.recordType {
    case Identity.recordName: return ReviewTarget(.identity, id, identity: id)
    case Entitlement.recordName:
      let holder = scope.first(Entitlement.self, id)?.holder
      return ReviewTarget(.entitlement, id, identity: holder, entitlement: id)
    case Credential.recordName:
      let identity = scope.first(Credential.self, id)?.identity
      return ReviewTarget(.identity, identity ?? id, identity: identity)
    case Grant.recordName:
      return ReviewTarget(.grant, id, identity: scope.first(Grant.self, id)?.client)
    case Delegation.recordName:
      return ReviewTarget(.path, id, identity: scope.first(Delegation.self, id)?.to)
    case TrustRelation.recordName:
      return ReviewTarget(.path, id, identity: scope.first(TrustRelation.self, id)?.target)
    case Agent.recordName:
      return ReviewTarget(.agent, id, identity: scope.first(Agent.self, id)?.runsAs)
    case Tool.recordName:
      return ReviewTarget(.tool, id, identity: scope.first(Tool.self, id)?.runsAs)
    case AuditEvent.recordName where !streamed.contains(AuditEvent.recordName):
      return event(scope.first(AuditEvent.self, id)?.actor, id)
    case ToolCall.recordName where !streamed.contains(ToolCall.recordName):
      let call = scope.first(ToolCall.self, id)
      return event(call?.actor ?? call?.agent, id)
    case AuditEvent.recordName, ToolCall.recordName: return event(nil, id)
    default: return nil
    }
  }

  private func event(_ identity: String?, _ id: String) -> ReviewTarget {
    ReviewTarget(.finding, id, identity: identity)
  }
}
