import ControlTesting

/// Revocation, a core proof of readiness: access can be cut off at once, and somebody has done it.
public let revocation = ControlSuite(
  "Revocation",
  .proves(.revocation),
  .reference(
    "NIST CSF 2.0, RS.MI-01: https://doi.org/10.6028/NIST.CSWP.29"
  )
) {
  Control(
    "REV-1",
    "A revocation exercise in the period cut off access within the limit, with no success after the order",
    .severity(.critical),
    .blocks(from: .pilot),
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
    fold: RevocationExercises.self
  )
}
