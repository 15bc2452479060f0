import ControlTesting

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
