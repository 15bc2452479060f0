import ControlTesting
import SuiteVocabulary

/// NHI7:2025 Long-Lived Secrets: a stolen copy of a secret must not stay useful for long.
public let longLivedSecrets = ControlSuite(
  "LongLivedSecrets",
  .satisfies(.nhi(7), because: "Age, end, replacement and reach bound a stolen copy's use."),
  .reference(
    "OWASP NHI Top 10 2025, NHI7 Long-Lived Secrets: https://owasp.org/www-project-non-human-identities-top-10/2025/7-long-lived-secrets/"
  )
) {
  Control(
    "NHI7-1",
    "Every credential is younger than the policy's rotation period",
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .csf("PR.AA-01"),
      because: "A credential nobody replaces is issued but no longer managed."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The age of what agents sign in with measures their security."
    ),
    .supports(
      .maestro("L6"),
      because: "Rules on credentials cut through every layer, as this one does."
    ),
    .supports(.sp80053("IA-5")),
    .appliesTo(.vendor, .environment, .agentSystem),
    .limits(.maximumCredentialAge),
    .reference("NIST SP 800-53 r5 IA-5, Authenticator Management"),
    .reference("NIST SP 800-57 part 1 r5 section 5.3, Cryptoperiods"),
    .rationale(
      "The longer a value lives, the more copies of it exist and the longer a stolen one "
        + "works. Age is the one measure that needs no knowledge of who holds a copy."
    ),
    .remedy("Rotate the credential, or replace it with one issued per session."),
    among: isJudged
  ) { credential, scope in
    let age = credential.age(at: scope.asOf)
    if let age, age < .zero {
      throw Deviation(
        "last change",
        expected: "at or before \(scope.asOf)",
        observed: "\(age.words) old"
      )
    }
    try expect("age", age, .atMost(scope.policy.maximumCredentialAge))
  }

  Control(
    "NHI7-2",
    "Every credential has an expiry within the lifetime limit of its class",
    .severity(.critical),
    .blocks(from: .pilot),
    .satisfies(
      .csf("PR.AA-01"),
      because: "An identity is managed only where its credentials end by themselves."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "Whether credentials end by themselves is a measure of security."
    ),
    .supports(
      .maestro("L6"),
      because: "Rules on credentials cut through every layer, as this one does."
    ),
    .supports(
      .nhi(4),
      because: "Tokens without an end are among the weak methods that NHI4 lists."
    ),
    .supports(.sp80053("IA-5"), .sp80053("IA-5(13)")),
    .appliesTo(.vendor, .environment, .agentSystem),
    .limits(.maximumCredentialLifetime),
    .reference("NIST SP 800-53 r5 IA-5, Authenticator Management"),
    .reference("NIST SP 800-57 part 1 r5 section 5.3, Cryptoperiods"),
    .rationale(
      "A credential without an end works until somebody remembers it. An end date makes "
        + "forgetting safe."
    ),
    .remedy("Issue the credential again with an end date inside the limit."),
    among: isJudged
  ) { credential, scope in
    try expect("expiry", credential.expiresAt, .present)
    if let lifetime = credential.lifetime, lifetime < .zero {
      throw Deviation(
        "lifetime",
        expected: "an end after the issue",
        observed: "an end before the issue"
      )
    }
    try expect("lifetime", credential.lifetime, .atMost(scope.policy.maximumCredentialLifetime))
  }

  Control(
    "NHI7-3",
    "Rotations over the whole period show that every credential is replaced on schedule",
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .csf("PR.AA-01"),
      because: "Only the history shows that credentials are managed all year."
    ),
    .supports(
      .csf("GV.SC-07"),
      because: "Rotation on time, over a relationship, is a risk being monitored."
    ),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "Rotation is a change that monitoring after deployment must see happen."
    ),
    .supports(
      .maestro("L6"),
      because: "Rules on credentials cut through every layer, as this one does."
    ),
    .supports(.sp80053("IA-5")),
    .appliesTo(.vendor, .environment, .agentSystem),
    .needs("rotation-record"),
    .limits(.rotationPeriod, .minimumOnTimeRotations),
    .reference("NIST SP 800-53 r5 IA-5, Authenticator Management"),
    .rationale(
      "A young credential on the day of the audit may be the first one replaced in years. "
        + "Only the history shows that rotation is a habit."
    ),
    .remedy("Automate the rotation and keep the event of each one."),
    fold: RotationHistory.self
  )

  Control(
    "NHI7-4",
    "Every rotation ended the old value and moved every consumer to the new one",
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .csf("RS.MI-02"),
      because: "A leak is eradicated when the leaked value stops working."
    ),
    .supports(
      .csf("PR.AA-01"),
      because: "Managing a credential includes its end, not only its successor."
    ),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "Change management ends when no consumer is left behind."
    ),
    .supports(
      .maestro("L6"),
      because: "Rules on credentials cut through every layer, as this one does."
    ),
    .supports(.sp80053("IA-5")),
    .appliesTo(.vendor, .environment, .agentSystem),
    .needsAny("iam-credential-report", "lifecycle-events"),
    .limits(.rotationOverlapLimit),
    .reference("NIST SP 800-53 r5 IA-5, Authenticator Management"),
    .rationale(
      "A rotation that leaves the old value working has added a credential instead of "
        + "replacing one. A consumer left behind is the outage that makes people stop rotating."
    ),
    .remedy(
      "Disable the old version once its consumers have moved, and prove it by a refused use."
    ),
    among: { (rotation: Rotation, scope) in !rotation.isUnderWay(in: scope) }
  ) { rotation, scope in
    try rotation.expectComplete(in: scope)
  }

  Control(
    "NHI7-5",
    "No static credential remains in an agent's reach without an exception that has not expired",
    .severity(.high),
    .blocks(from: .production),
    .supports(
      .asi(3),
      because: "A static secret in reach is authority that outlives every task."
    ),
    .supports(
      .csf("PR.AA-05"),
      because: "An agent's access is least when it lasts as long as its task."
    ),
    .supports(
      .aiRMF("MANAGE 1.3"),
      because: "What stays is a risk accepted in writing, with an end."
    ),
    .supports(
      .maestro("L7.3"),
      because: "A secret that an agent can leak lets others answer for it."
    ),
    .supports(
      .zeroTrustTenet(3),
      because: "A secret that outlives the session grants beyond it."
    ),
    .supports(.sp80053("IA-5"), .sp80053("IA-5(7)")),
    .appliesTo(.environment, .agentSystem),
    .needs("agent-manifest"),
    .reference("NIST SP 800-53 r5 IA-5(7), No Embedded Unencrypted Static Authenticators"),
    .reference("NIST SP 800-207 section 2.1, tenet 3"),
    .rationale(
      "What an agent can read, a prompt can make it repeat. A static secret in its reach "
        + "stays useful long after the task is over."
    ),
    .remedy("Replace the static credential by one issued for the task."),
    fold: CredentialsInReach.self
  )
}

/// Whether a credential could still be used, and is not a password that a person types.
@Sendable
private func isJudged(_ credential: Credential, _ scope: Scope) -> Bool {
  credential.isUsable && !scope.isPersonsPassword(credential)
}
