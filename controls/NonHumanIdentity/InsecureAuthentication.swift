import ControlTesting

/// NHI4:2025 Insecure Authentication: software must prove who it is by what cannot be copied or
/// guessed.
public let insecureAuthentication = ControlSuite(
  "InsecureAuthentication",
  .satisfies(.nhi(4)),
  .reference(
    "OWASP NHI Top 10 2025, NHI4 Insecure Authentication: https://owasp.org/www-project-non-human-identities-top-10/2025/4-insecure-authentication/"
  )
) {
  Control(
    "NHI4-1",
    "No identity authenticates by a method outside the allowed list",
    .severity(.critical),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("PR.AA-03"),
      because: "Services are authenticated by methods that were chosen, not found."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "How each part proves itself is part of the system's security."
    ),
    .supports(.maestro("L7.3"), because: "A weak method is where the proof of an agent breaks."),
    .supports(.sp80053("IA-9"), .sp80053("IA-5")),
    .needs(.authConfig),
    .limits(.allowedMethods),
    .reference("NIST SP 800-53 r5 IA-9, Service Identification and Authentication"),
    .reference("RFC 9700 section 2.4, Resource Owner Password Credentials Grant"),
    .rationale(
      "A weak way to sign in makes every other restriction void, since anyone can come as the "
        + "identity. Old methods stay switched on because nobody lists them."
    ),
    .remedy("Move the identity to an allowed method and disable the old one."),
    fold: AuthenticationMethods.self
  )

  Control(
    "NHI4-2",
    "Every client's token lifetime and signing algorithm are within the limits for its method",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("PR.AA-04"),
      because: "An assertion is protected by a strong signature and a short life."
    ),
    .supports(.nhi(7), because: "A token that ends soon is worth little to who steals it."),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The settings are measured against limits, and on record."
    ),
    .supports(.maestro("L7.3"), because: "A forged or stale token is another agent's identity."),
    .supports(.sp80053("IA-13")),
    .limits(.maximumTokenLifetime, .allowedAlgorithms),
    .reference("RFC 8725 section 3.2, Use Appropriate Algorithms"),
    .rationale(
      "A long-lived token is worth stealing, and a weak signature makes stealing unnecessary. "
        + "Both are settings that can be read and compared."
    ),
    .remedy("Shorten the lifetime and choose an accepted signature algorithm.")
  ) { (setting: ClientSetting, scope) in
    try expect(
      "token lifetime",
      setting.tokenLifetime,
      .atMost(scope.policy.maximumTokenLifetime)
    )
    try expect("algorithms", setting.algorithms, .notEmpty)
    try expect("algorithms", setting.algorithms, .subset(of: scope.policy.allowedAlgorithms))
  }

  Control(
    "NHI4-3",
    "Every token is bound to a key or an audience, and none is passed through to another service",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .csf("PR.AA-04"),
      because: "A token that fits one place alone is conveyed to no other."
    ),
    .supports(
      .asi(3),
      .asi(7),
      because: "A passed-on token lends an agent rights that were given to another."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The check looks at each token issued, not at the design."
    ),
    .supports(.maestro("L7.2"), because: "Who holds an unbound token can pose as its agent."),
    .supports(.sp80053("IA-13")),
    .needs(.toolRegistry),
    .reference("RFC 9700 section 4.10, Misuse of Stolen Access Tokens"),
    .reference("RFC 8705, Mutual-TLS Client Authentication and Certificate-Bound Access Tokens"),
    .rationale(
      "A token that works anywhere can be replayed by each service that sees it. Bound to a "
        + "key or an audience, a stolen or passed-on copy is useless."
    ),
    .remedy(
      "Exchange the caller's token for one made for the next service, and bind it to the holder."
    ),
    fold: TokenBinding.self
  )

  Control(
    "NHI4-4",
    "Every authenticator has the strength its tier requires",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(
      .csf("PR.AA-02"),
      .csf("PR.AA-03"),
      because: "The strength of the binding decides how far the authentication can be believed."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "Strength is stated for each authenticator and compared."
    ),
    .supports(
      .maestro("L7.3"),
      because: "A weak authenticator is an identity that others can take."
    ),
    .supports(
      .sp80063("AAL2"),
      because: "The levels are made for persons; software borrows them as a scale."
    ),
    .supports(.sp80053("IA-5"), .sp80053("IA-9")),
    .limits(.requiredAssuranceLevel),
    .reference("NIST SP 800-63B-4, Authentication and Authenticator Management"),
    .rationale(
      "How far a sign-in can be believed depends on how hard its proof is to copy or guess. A "
        + "weak authenticator in a strong tier is its easiest door."
    ),
    .remedy("Replace the weak authenticator by one of the level the tier asks for.")
  ) { (authenticator: Authenticator, scope) in
    try authenticator.expectStrength(atLeast: scope.policy.requiredAssuranceLevel)
  }
}
