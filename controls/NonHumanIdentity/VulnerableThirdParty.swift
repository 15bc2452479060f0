import ControlTesting

/// NHI3:2025 Vulnerable Third-Party NHI: access handed to an outside party is as safe as that party.
public let vulnerableThirdParty = ControlSuite(
  "VulnerableThirdParty",
  .satisfies(.nhi(3)),
  .reference(
    "OWASP NHI Top 10 2025, NHI3 Vulnerable Third-Party NHI: https://owasp.org/www-project-non-human-identities-top-10/2025/3-vulnerable-third-party-nhi/"
  )
) {
  Control(
    "NHI3-1",
    "Every third-party grant, extension and connector resolves to a registered supplier with an "
      + "owner and a purpose",
    .severity(.high),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("ID.AM-04"),
      .csf("GV.SC-04"),
      because: "A supplier is known when whatever it was let in by leads to its entry."
    ),
    .supports(
      .aiRMF("GOVERN 6.1"),
      because: "Third-party risk can be governed only where the party is named."
    ),
    .supports(.maestro("L7"), because: "Connectors are how agents and outside services meet."),
    .needs(.thirdPartyRegister, .toolInventory, .nhiInventory, .roleRegister, .lifecycleEvents),
    .reference("NIST SP 800-161 r1, Cybersecurity Supply Chain Risk Management"),
    .reference("NIST SP 800-53 r5 SA-9, External System Services"),
    .rationale(
      "Access that was handed out cannot be judged, limited or ended while nobody knows to "
        + "whom. The breach of an unknown supplier is learnt from the newspaper."
    ),
    .remedy("Register the supplier with an owner and a purpose, or revoke the grant."),
    fold: ThirdPartyAccess.self
  )

  Control(
    "NHI3-2",
    "No third-party grant holds a scope outside those approved for its supplier",
    .severity(.high),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(.nhi(5), because: "A consent wider than agreed is a right beyond the task."),
    .supports(
      .csf("PR.AA-05"),
      .csf("GV.SC-05"),
      because: "What was agreed with the supplier is what it can do, and no more."
    ),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "The approved scopes are the risk control on the third party."
    ),
    .supports(.maestro("L7.7"), because: "A wide integration is a wide way in."),
    .needs(.thirdPartyRegister),
    .reference("RFC 9700 section 2.3, Access Token Privilege Restriction"),
    .rationale(
      "A consent that is wider than agreed hands the supplier's intruder what the supplier "
        + "never needed. Scopes grow with each new version unless they are held against the "
        + "approval."
    ),
    .remedy("Reduce the consent to the approved scopes, or have the new scope approved."),
    among: { (grant: Grant, _) in grant.isInUse }
  ) { grant, scope in
    try grant.expectApprovedScopes(in: scope)
  }

  Control(
    "NHI3-3",
    "Every advisory about a supplier with access was handled within the limit",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment),
    .satisfies(
      .csf("GV.SC-07"),
      because: "A supplier's risk is responded to when each notice of it is."
    ),
    .supports(
      .csf("ID.RA-08"),
      .csf("ID.RA-02"),
      because: "Notices that come in are read, decided on and recorded."
    ),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "Advisories are how a third-party resource is watched."
    ),
    .supports(
      .maestro("X.1"),
      because: "A weak supplier is a weak component of every layer above."
    ),
    .needs(.thirdPartyRegister),
    .limits(.advisoryResponseLimit),
    .reference("NIST SP 800-53 r5 SR-8, Notification Agreements"),
    .rationale(
      "A supplier's notice starts a clock for everybody it let in. Access that stays "
        + "untouched after the notice is access left to the attacker."
    ),
    .remedy(
      "Decide on the advisory, restrict or rotate the supplier's access, and record the decision."
    ),
    among: { (advisory: Advisory, scope) in
      scope.first(VendorRecord.self, advisory.vendor)?.connectedAt != .never
    }
  ) { advisory, scope in
    try advisory.expectHandled(in: scope)
  }

  Control(
    "NHI3-4",
    "Every supplier with access has a signed review that has not expired and rests on evidence",
    .severity(.high),
    .asks(.supplierReview),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment),
    .satisfies(.asi(4), because: "A supplier is part of the supply chain that agents draw on."),
    .satisfies(
      .csf("GV.SC-07"),
      because: "The review is where the supplier's risk is assessed again."
    ),
    .supports(
      .csf("GV.SC-06"),
      because: "A review in force is due diligence, though not yet before the start."
    ),
    .supports(
      .aiRMF("GOVERN 6.1"),
      .aiRMF("MAP 4.1"),
      .aiRMF("MANAGE 3.1"),
      because: "The review maps the third party's risks, and is signed by who answers for it."
    ),
    .supports(
      .maestro("X.1"),
      because: "A reviewed supplier is a weakness known before it is used."
    ),
    .needsAny(.vendorAssurance, .evidenceManifest),
    .reference("NIST SP 800-53 r5 SR-6, Supplier Assessments and Reviews"),
    .rationale(
      "A review that nobody signed, or that rests on promises, tells nothing about the "
        + "supplier today. Its end date makes somebody look again."
    ),
    .remedy("Review the supplier again and have the owner sign the dated result."),
    among: { (supplier: VendorRecord, _) in supplier.hasAccess }
  ) { supplier, scope in
    try supplier.expectReview(in: scope)
  }
}
