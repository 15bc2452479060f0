import ControlTesting
import SuiteVocabulary

/// Revocation, a core proof of readiness: access can be cut off at once, and somebody has done it.
public let revocation = ControlSuite(
  "Revocation",
  .reference(
    "NIST CSF 2.0, RS.MI-01: https://doi.org/10.6028/NIST.CSWP.29"
  )
) {
  Control(
    "REV-1",
    "A revocation exercise in the period cut off access within the limit, with no success after the order",
    .severity(.critical),
    .blocks(from: .pilot),
    .proves(.revocation),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("RS.MI-01"),
      because:
        "Cutting off access is how an incident of an identity is contained, and it was timed."
    ),
    .satisfies(
      .aiRMF("MANAGE 2.4"),
      because: "The mechanism that disengages the system is in place and was applied."
    ),
    .supports(.nhi(1), because: "Offboarding rests on a revocation that works."),
    .supports(.csf("GV.SC-08"), because: "The exercise covers the supplier's product."),
    .supports(.sp80053("IR-3")),
    .supports(
      .maestro("L7.1"),
      because: "A compromised agent is cut off from what it could reach."
    ),
    .limits(.revocationLimit, .drillMaximumAge),
    .reference("NIST SP 800-53 r5 IR-3, Incident Response Testing"),
    .reference("NIST AI 100-1, MANAGE 2.4"),
    .rationale(
      "Every plan for an incident assumes that access can be cut off at once. Only an "
        + "exercise with times shows what still worked after the order."
    ),
    .remedy("Run the exercise and remove what let the later call succeed."),
    fold: Exercises<RevocationRule>.self
  )

  Control(
    "REV-2",
    "Compromise of the product, of a tenant and of an integration have each been exercised",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .supports(
      .csf("RS.MI-01"),
      because: "Each way in is contained in its own way, and each was shown to be."
    ),
    .supports(
      .csf("ID.IM-02"),
      because: "An exercise of each scenario is where improvements come from."
    ),
    .supports(.csf("GV.SC-08"), because: "The supplier's product is what is assumed compromised."),
    .supports(.sp80053("IR-3")),
    .supports(
      .aiRMF("GOVERN 6.2"),
      because: "The failure of a third party's system has been gone through beforehand."
    ),
    .supports(
      .maestro("L7.7"),
      because: "A compromised integration is cut off without the rest going down."
    ),
    .limits(.revocationLimit, .drillMaximumAge),
    .rationale(
      "Cutting off one agent says nothing about a compromised product, tenant or integration. Each "
        + "needs its own order, and its own list of what hangs on it."
    ),
    .remedy("Exercise the missing scenario."),
    fold: Exercises<CompromiseRule>.self
  )

  Control(
    "REV-3",
    "After revocation no credential, cache, job, session or replica still gives access",
    .severity(.critical),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(
      .csf("RS.MI-02"),
      because: "An incident is eradicated when nothing that it touched still works."
    ),
    .supports(.csf("PR.AA-05"), because: "A withdrawn permission is enforced everywhere."),
    .supports(.nhi(1), because: "Offboarding leaves nothing behind that still works."),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "A system is disengaged only when its copies and jobs are as well."
    ),
    .supports(
      .maestro("L2.2"),
      because: "A cache that outlives the access is a way to take data out after it."
    ),
    .needsAny(.memoryStoreConfig, .dataHandling),
    .limits(.drillMaximumAge),
    .rationale(
      "A token that is refused at the front door may live on in a cache, a session or a queued job. "
        + "Only a probe of each place after the refusal shows that it does not."
    ),
    .remedy("Bind caches, jobs and sessions to the identity, and probe them in the exercise."),
    fold: ResidualAccess.self
  )

  Control(
    "REV-4",
    "The customer can start revocation, and no step waits for the supplier's staff or for manual cleaning",
    .severity(.high),
    .hardGate,
    .appliesTo(.vendor),
    .supports(
      .csf("GV.SC-08"),
      because: "The supplier is part of the response without being its bottleneck."
    ),
    .supports(.csf("RS.MI-01"), because: "Containment does not wait for another party's hours."),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "Who may deactivate the system is settled, and it is the customer."
    ),
    .supports(
      .maestro("L7.1"),
      because: "A compromised agent of the product is stopped by whom it harms."
    ),
    .limits(.maximumManualSteps, .drillMaximumAge),
    .rationale(
      "A supplier whose staff must press the button is asleep, busy or compromised itself when it "
        + "matters. The time of a revocation is then theirs, not the customer's."
    ),
    .remedy("Give the customer the switch and automate the step."),
    fold: Exercises<CustomerRule>.self
  )

  Control(
    "REV-5",
    "Every connector has a tested way to revoke it and its use is visible",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("DE.CM-06"),
      because: "The use of each third party's connector is seen in the own logs."
    ),
    .supports(.nhi(3), because: "Access handed to an outside party can be watched and taken back."),
    .supports(.csf("GV.SC-10"), because: "How the connection ends is settled and was tried."),
    .supports(.csf("GV.SC-07"), because: "A connector's use is monitored over the relationship."),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "A third-party resource is monitored, and can be switched off."
    ),
    .supports(
      .maestro("L7.7"),
      because: "An integration that turns bad can be seen and cut off."
    ),
    .needs(.toolRegistry, .drillRecord),
    .needsAny(.dataAccessLog, .auditLog, .agentTrace),
    .limits(.revocationLimit, .drillMaximumAge),
    .rationale(
      "A connector acts with the rights of whoever consented, from somebody else's servers. If nobody "
        + "can see it or has ever switched it off, nobody can on the day it is stolen."
    ),
    .remedy("Exercise the connector's revocation and log its use."),
    fold: ConnectorAccess.self
  )

  Control(
    "REV-6",
    "Every background job maps to an identity that can be revoked, and none ran after its identity was revoked",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .supports(.nhi(1), because: "A job that runs on after its identity ended was not offboarded."),
    .supports(.asi(3), because: "A job that keeps cached authority acts with rights nobody means."),
    .supports(.csf("PR.AA-05"), because: "A withdrawn permission holds for what runs unattended."),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "What runs in the background is deactivated with the rest."
    ),
    .supports(
      .maestro("L7.1"),
      because: "A compromised agent cannot act on through what it had queued."
    ),
    .needs(.nhiInventory, .drillRecord),
    .rationale(
      "Jobs run when nobody looks, and often under cached rights. A revocation that they outlive "
        + "leaves an attacker at work."
    ),
    .remedy("Run the job under its own identity and check it before each run."),
    fold: BackgroundJobs.self
  )

  Control(
    "REV-7",
    "Every identity that a partner manages has a limited lifetime, a proof of rotation and an exercised revocation",
    .severity(.critical),
    .hardGate,
    .appliesTo(.vendor),
    .supports(.nhi(3), because: "What a third party holds is short-lived, replaced and revocable."),
    .supports(.nhi(7), because: "A partner's credentials end soon by themselves."),
    .supports(.csf("GV.SC-07"), because: "The risk of a partner's identities is seen to be met."),
    .supports(
      .aiRMF("GOVERN 6.1"),
      because: "What partners may hold, and for how long, is a policy that is checked."
    ),
    .supports(
      .maestro("L7.3"),
      because: "An identity that a partner lost is of use to nobody for long."
    ),
    .needs(.tokenIssuance, .rotationRecord, .drillRecord),
    .limits(
      .maximumPartnerTokenLifetime,
      .partnerRotationPeriod,
      .revocationLimit,
      .drillMaximumAge
    ),
    .rationale(
      "Nobody in the house sees how a partner keeps its keys. Short life, proven rotation and a "
        + "revocation that was tried bound what their loss can cost."
    ),
    .remedy("Add the missing proof, or take over the identity."),
    fold: PartnerIdentities.self
  )
}
