import ControlTesting

/// NHI7:2025 Long-Lived Secrets: a stolen copy of a secret must not stay useful for long.
public let longLivedSecrets = ControlSuite("LongLivedSecrets", .satisfies(.nhi(7))) {

  Control(
    "NHI7-1", "Every credential is younger than the policy's rotation period",
    .severity(.high), .blocks(from: .production),
    .supports(.csf("PR.AA-01"), .aiRMF("GOVERN 1.6"), .sp80053("IA-5")),
    .limits(.maximumCredentialAge),
    .remedy("Rotate the credential, or replace it with one issued per session."),
    among: { (credential: Credential, _) in credential.isUsable }
  ) { credential, scope in
    try expect("age", credential.age(at: scope.asOf), .atMost(scope.policy.maximumCredentialAge))
  }

  Control(
    "NHI7-2", "Every credential has an expiry within the lifetime limit of its class",
    .severity(.critical), .blocks(from: .pilot),
    .satisfies(
      .csf("PR.AA-01"), because: "An identity is managed only where its credentials end by themselves."),
    .supports(.sp80053("IA-5"), .nhi(4)),
    .limits(.maximumCredentialLifetime),
    .remedy("Issue the credential again with an end date inside the limit."),
    among: { (credential: Credential, _) in credential.isUsable }
  ) { credential, scope in
    try expect("expiry", credential.expiresAt, .present)
    try expect(
      "lifetime", credential.lifetime, .atMost(scope.policy.maximumCredentialLifetime))
  }
}
