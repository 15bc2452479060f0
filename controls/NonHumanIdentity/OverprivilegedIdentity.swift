import ControlTesting
import SuiteVocabulary

/// NHI5:2025 Overprivileged NHI: an identity that may do more than its task needs costs more when it
/// is lost.
public let overprivilegedIdentity = ControlSuite(
  "OverprivilegedIdentity",
  .satisfies(.nhi(5)),
  .reference(
    "OWASP NHI Top 10 2025, NHI5 Overprivileged NHI: https://owasp.org/www-project-non-human-identities-top-10/2025/5-overprivileged-nhi/"
  )
) {
  Control(
    "NHI5-1",
    "No identity holds a wildcard or administrator permission outside the named list",
    .severity(.critical),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment, .agentSystem),
    .proves(.identityScope),
    .satisfies(
      .csf("PR.AA-05"),
      because: "A permission without a bound cannot be the least that is needed."
    ),
    .supports(
      .asi(3),
      because: "What an agent may do without a bound, its manipulator may do too."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The bounds of each component's rights are a documented control."
    ),
    .supports(.maestro("X.3"), because: "A broad right in one layer is power over the others."),
    .supports(.sp80053("AC-6"), .sp80053("AC-6(5)")),
    .limits(.administratorAllowList),
    .reference("NIST SP 800-53 r5 AC-6, Least Privilege"),
    .rationale(
      "One stolen administrator key costs the whole account, and most workloads use a handful "
        + "of actions. A wildcard also grows by itself with each service the provider adds."
    ),
    .remedy("Replace the broad permission by the actions and resources the workload uses."),
    among: { (entitlement: Entitlement, _) in entitlement.gives }
  ) { entitlement, scope in
    if scope.policy.administratorAllowList.contains(entitlement.holder) { return }
    if scope.isExcepted(from: "NHI5-1", .nhi(5), entitlement.id) { return }
    try scope.tracing(entitlement.id, in: .entitlement) { try entitlement.expectBounded() }
  }

  Control(
    "NHI5-2",
    "No permission stays granted that was not used in the observation window",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("PR.AA-05"),
      because: "Least privilege is shown by comparing what is granted and used."
    ),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "What a component does in use is held against what it may do."
    ),
    .supports(
      .maestro("X.2"),
      because: "Rights that nobody uses are ways that only an intruder takes."
    ),
    .supports(.sp80053("AC-6"), .sp80053("AC-6(7)")),
    .needsAny(.accessUsageReport, .dataAccessLog, .auditLog),
    .limits(.usageWindow),
    .reference("NIST SP 800-53 r5 AC-6(7), Review of User Privileges"),
    .rationale(
      "Rights that nobody uses help only the one who breaks in. What was used in a window is "
        + "the best estimate of what is needed."
    ),
    .remedy("Remove the unused permission, or record why it must stay and until when."),
    among: { (entitlement: Entitlement, _) in entitlement.gives }
  ) { entitlement, scope in
    if scope.isExcepted(from: "NHI5-2", .nhi(5), entitlement.id) { return }
    try scope.tracing(entitlement.id, in: .entitlement) { try entitlement.expectUsed(in: scope) }
  }

  Control(
    "NHI5-3",
    "No identity can raise its own rights or take on a stronger identity than was approved",
    .severity(.critical),
    .blocks(from: .pilot),
    .appliesTo(.environment, .agentSystem),
    .supports(
      .csf("PR.AA-05"),
      because: "Permissions are enforced only while their holder cannot change them."
    ),
    .supports(.asi(3), because: "An agent that can become another has that one's rights as well."),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "A control on rights must not be in the hands of who it binds."
    ),
    .supports(
      .maestro("X.3"),
      because: "This is the escalation from one layer's rights to another's."
    ),
    .supports(.sp80053("AC-6(10)")),
    .needs(.iamPolicyExport, .federationTrustConfig),
    .limits(.administratorAllowList, .rightsChangingActions),
    .reference(
      "NIST SP 800-53 r5 AC-6(10), Prohibit Non-privileged Users from Executing Privileged "
        + "Functions"
    ),
    .rationale(
      "An identity that may change its own policy, or become a stronger one, already has "
        + "those rights in all but name. Reviews that look at direct rights alone miss it."
    ),
    .remedy(
      "Remove the permission that lets the identity change its own policy or assume the stronger one."
    ),
    among: { (identity: Identity, _) in identity.kind != .group && identity.status != .deleted }
  ) { identity, scope in
    if scope.policy.administratorAllowList.contains(identity.id) { return }
    try Escalation(of: identity, in: scope).expectNone()
  }

  Control(
    "NHI5-4",
    "Every grant names who gave it, the approval, the reason and its end",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("PR.AA-05"),
      because: "Authorization is managed where each grant is decided and dated."
    ),
    .supports(
      .aiRMF("GOVERN 1.4"),
      because: "Who decided, why and until when makes the risk decision visible."
    ),
    .supports(.maestro("L7.9"), because: "A grant without a giver can be disowned."),
    .supports(.sp80053("AC-2"), .sp80053("AC-6")),
    .needs(.approvalRegister, .roleRegister),
    .limits(.maximumGrantDuration),
    .reference("NIST SP 800-53 r5 AC-2, Account Management"),
    .rationale(
      "A right without a giver, a reason and an end is never reviewed and never ends. The "
        + "record is what makes the next reviewer able to take it away."
    ),
    .remedy("Attach an approval with a reason and an end date, or remove the grant."),
    among: { (entitlement: Entitlement, _) in entitlement.gives }
  ) { entitlement, scope in
    try scope.tracing(entitlement.id, in: .entitlement) {
      try entitlement.expectAccountedFor(in: scope)
    }
  }

  Control(
    "NHI5-5",
    "Every policy that gives an identity rights is in the evidence, so that its rights can be worked "
      + "out",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .proves(.identityScope),
    .supports(
      .csf("PR.AA-05"),
      because: "Permissions that cannot be worked out cannot be reviewed."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "A control that nobody can read is not documented."
    ),
    .supports(
      .maestro("X.3"),
      because: "What nobody can work out may hold the way to more rights."
    ),
    .needs(.nhiInventory),
    .reference("NIST SP 800-53 r5 AC-6(7), Review of User Privileges"),
    .rationale(
      "Rights that cannot be worked out look like no rights in a report. A missing policy "
        + "document is a blind spot exactly where the risk may lie."
    ),
    .remedy("Export the missing policy documents together with their attachments.")
  ) { (entitlement: Entitlement, scope) in
    try scope.tracing(entitlement.id, in: .entitlement) {
      try entitlement.expectWorkedOut(in: scope)
    }
  }
}
