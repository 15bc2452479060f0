import ControlTesting

/// A stolen copy of a secret must not stay useful for ever.
public let longLivedSecrets = ControlSuite("LongLivedSecrets", .satisfies(.nhi(7))) {
  Control(
    "ACME-1",
    "Every credential has an expiry",
    .severity(.critical),
    .blocks(from: .pilot),
    .remedy("Issue it again with an end date.")
  ) { (credential: Credential, scope) in
    try expect("expiry", credential.expiresAt, .present)
  }
}
