import ControlTesting
import SuiteVocabulary

/// NHI1:2025 Improper Offboarding: an identity for software must not outlive what it was made for.
///
/// What has ended is judged from the registers of what there is: an application, agent, owner or
/// supplier that no register knows counts as gone.
public let improperOffboarding = ControlSuite(
  "ImproperOffboarding",
  .satisfies(.nhi(1)),
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference(
    "OWASP NHI Top 10 2025, NHI1 Improper Offboarding: https://owasp.org/www-project-non-human-identities-top-10/2025/1-improper-offboarding/"
  )
) {
  Control(
    "NHI1-1",
    "No identity stays enabled after the application, owner or supplier it served has ended",
    .severity(.critical),
    .blocks(from: .pilot),
    .satisfies(
      .csf("PR.AA-01"),
      because: "An identity is managed only while somebody needs it and owns it."
    ),
    .satisfies(
      .csf("GV.SC-10"),
      because: "What a supplier could still log in with is what its end leaves behind."
    ),
    .supports(
      .aiRMF("GOVERN 1.7"),
      because: "Phasing a system out safely takes its identities away with it."
    ),
    .supports(
      .maestro("X.2"),
      because: "An identity nobody misses is a foothold that nobody watches."
    ),
    .supports(.sp80053("AC-2(3)")),
    .needs(.lifecycleEvents, .thirdPartyRegister, .roleRegister),
    .limits(.offboardingGracePeriod),
    .reference("NIST SP 800-53 r5 AC-2(3), Disable Accounts"),
    .rationale(
      "An account whose purpose is gone still opens every door it ever opened, and nobody "
        + "would notice who uses it. It is found by an intruder before it is found by a review."
    ),
    .remedy(
      "Disable the identity on the day its application, owner or supplier ends, and delete it after "
        + "the grace period."
    ),
    among: { (identity: Identity, _) in identity.canBeOffboarded && identity.status == .enabled }
  ) { identity, scope in
    try identity.expectServedToExist(in: scope)
  }

  Control(
    "NHI1-2",
    "No identity stays enabled unused for longer than the dormancy limit",
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .csf("PR.AA-05"),
      .csf("ID.AM-08"),
      because: "Access that nobody uses is access that nobody would miss, at the end of its life."
    ),
    .supports(
      .aiRMF("GOVERN 1.7"),
      because: "An identity that fell silent is one whose system was phased out."
    ),
    .supports(.maestro("X.2"), because: "Nobody notices who uses a forgotten identity."),
    .supports(.sp80053("AC-2(3)")),
    .limits(.dormancyLimit),
    .reference("NIST SP 800-53 r5 AC-2(3), Disable Accounts"),
    .rationale(
      "A silent account is watched by nobody, so its misuse looks like its first use in "
        + "months. Switching it off costs nothing that anyone would miss."
    ),
    .remedy("Disable the unused identity; enable it again only on a request with an owner."),
    among: { (identity: Identity, _) in identity.canBeOffboarded && identity.status == .enabled }
  ) { identity, scope in
    if scope.isExcepted(from: "NHI1-2", .nhi(1), identity.id) { return }
    try scope.expectUse(
      scope.lastUse(of: identity),
      since: identity.createdAt,
      within: scope.policy.dormancyLimit
    )
  }

  Control(
    "NHI1-3",
    "No third-party grant or connector stays enabled unused for longer than the dormancy limit",
    .severity(.high),
    .blocks(from: .production),
    .satisfies(.nhi(3), because: "A forgotten consent is abused when its supplier is."),
    .supports(
      .csf("PR.AA-05"),
      .csf("GV.SC-10"),
      because: "A consent that fell silent is what a finished partnership left behind."
    ),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "Watching a third-party resource shows when it is no longer used."
    ),
    .supports(
      .maestro("L7.7"),
      because: "Each live integration is an interface that can be attacked."
    ),
    .limits(.connectorDormancyLimit),
    .reference("RFC 7009, OAuth 2.0 Token Revocation"),
    .rationale(
      "A consent outlives the trial it was given for and keeps working for whoever takes over "
        + "the application. Removing what nobody uses removes that way in."
    ),
    .remedy("Revoke the consent of the unused application."),
    among: { (grant: Grant, _) in grant.isInUse }
  ) { grant, scope in
    let limit = scope.policy.connectorDormancyLimit
    try scope.expectUse(
      scope.lastUse(of: grant, orSeenWithin: limit),
      since: grant.grantedAt,
      within: limit
    )
  }

  Control(
    "NHI1-4",
    "Every retired identity or agent has no live credential, grant or session left",
    .severity(.critical),
    .blocks(from: .pilot),
    .satisfies(
      .csf("GV.SC-10"),
      because: "The end of a partnership is complete when nothing of it works."
    ),
    .supports(
      .csf("PR.AA-01"),
      because: "An identity is managed to its end, with everything that proves it."
    ),
    .supports(.sp80053("AC-2(3)")),
    .supports(
      .asi(10),
      because: "An agent that was retired and can still act answers to nobody."
    ),
    .supports(
      .aiRMF("GOVERN 1.7"),
      because: "A system is decommissioned once nothing can act as it."
    ),
    .supports(.maestro("L7.1"), because: "A retired agent's live token lets others run it on."),
    .needs(.iamCredentialReport, .oauthGrantList, .tokenIssuance, .lifecycleEvents),
    .limits(.offboardingGracePeriod),
    .reference("NIST SP 800-53 r5 AC-2(3), Disable Accounts"),
    .reference("RFC 7009, OAuth 2.0 Token Revocation"),
    .rationale(
      "Deleting the account is half of an offboarding: a key, consent or session that still "
        + "works carries its rights on. The left-over is also what a leaver or a former supplier "
        + "still holds."
    ),
    .remedy(
      "Revoke what is left of the retired identity and add the missed step to the offboarding "
        + "procedure."
    ),
    among: { (identity: Identity, scope) in
      identity.retirement(in: scope) != nil || !identity.retiredAgents(in: scope).isEmpty
    }
  ) { identity, scope in
    try identity.expectNothingLeft(in: scope)
  }

  Control(
    "NHI1-5",
    "No call is made by an identity after its offboarding time",
    .severity(.critical),
    .blocks(from: .pilot),
    .supports(
      .csf("DE.CM-03"),
      .csf("DE.CM-09"),
      because: "Logs that are held against the register show who acts and should be gone."
    ),
    .supports(
      .asi(10),
      because: "An agent that calls after its retirement acts outside every oversight."
    ),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "Watching what runs shows that what was switched off stays off."
    ),
    .supports(
      .maestro("L7"),
      because: "A retired agent that still calls is one among trusted ones."
    ),
    .needs(.nhiInventory, .lifecycleEvents),
    .reference("NIST SP 800-53 r5 AU-6, Audit Record Review, Analysis, and Reporting"),
    .rationale(
      "A call after the end proves that something was missed, whatever the register says. It "
        + "is either a forgotten consumer or somebody with a copy."
    ),
    .remedy(
      "Treat the call as an incident, revoke the credential that made it and find who holds it."
    ),
    fold: CallsAfterOffboarding.self
  )

  Control(
    "NHI1-6",
    "Every identity has one accountable owner who is still active",
    .severity(.high),
    .blocks(from: .pilot),
    .satisfies(
      .csf("PR.AA-01"),
      because: "An identity that nobody answers for is managed by nobody."
    ),
    .supports(
      .csf("ID.AM-08"),
      .csf("GV.RR-02"),
      because: "The owner is who must act at each step of the identity's life."
    ),
    .supports(
      .aiRMF("GOVERN 2.1"),
      because: "The owner is the documented line of responsibility."
    ),
    .supports(
      .maestro("L7.9"),
      because: "What an identity does can be disowned where it has no owner."
    ),
    .supports(.sp80053("AC-2")),
    .needs(.roleRegister, .lifecycleEvents),
    .reference("NIST SP 800-53 r5 AC-2, Account Management"),
    .rationale(
      "When an identity is abused or breaks, one named person must be able to say what it is "
        + "for and switch it off. An owner who has left is the same as none."
    ),
    .remedy("Name one active person or team as owner, or retire the identity."),
    among: { (identity: Identity, _) in
      identity.kind != .person && identity.kind != .group && identity.status != .deleted
    }
  ) { identity, scope in
    try scope.expectActiveOwner("owner", identity.owner)
  }
}
