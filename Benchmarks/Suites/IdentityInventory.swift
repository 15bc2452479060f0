import ControlTesting

/// W1: whether non-human identities, their credentials and grants are owned, used and bounded.
public let identityInventory = ControlSuite(
  "IdentityInventory",
  .supports(.nhi(1), .nhi(7)),
  .severity(.high),
  .blocks(from: .pilot),
  .appliesTo(.environment)
) {
  Control(
    "ID-1",
    "Every identity has an owner",
    .remedy("Name the accountable person or team.")
  ) { (identity: Identity, _) in
    try expect("owner", identity.owner, .present)
  }

  Control(
    "ID-2",
    "Every enabled identity was used lately",
    .limits(.dormancyLimit),
    .remedy("Disable the identity, or find out what should use it."),
    among: { (identity: Identity, _) in identity.status == .enabled }
  ) { identity, scope in
    let limit = scope.asOf.advanced(by: .zero - scope.policy.dormancyLimit)
    try expect("last use", identity.lastUsedAt, .after(limit))
  }

  Control(
    "ID-3",
    "Every active credential is younger than the policy's limit",
    .limits(.maximumCredentialAge),
    .remedy("Rotate the credential."),
    among: isActive
  ) { credential, scope in
    let changedAt = credential.rotatedAt.instant ?? credential.createdAt
    let age = changedAt.map { scope.asOf.duration(since: $0) }
    try expect("age", age, .atMost(scope.policy.maximumCredentialAge))
  }

  Control(
    "ID-4",
    "Every active credential has an expiry",
    .remedy("Issue it again with an end date."),
    among: isActive
  ) { credential, _ in
    try expect("expiry", credential.expiresAt, .present)
  }

  Control(
    "ID-5",
    "Every static credential was rotated",
    .remedy("Rotate the credential and record it."),
    among: { (credential: Credential, _) in
      credential.status == .active && credential.lifetimeClass == .static
    }
  ) { credential, _ in
    try expect("rotation", credential.rotatedAt, .present)
  }

  Control(
    "ID-6",
    "Every active credential was used lately",
    .limits(.credentialDormancyLimit),
    .remedy("Revoke the credential, or find out what should use it."),
    among: isActive
  ) { credential, scope in
    let limit = scope.asOf.advanced(by: .zero - scope.policy.credentialDormancyLimit)
    try expect("last use", credential.lastUsedAt, .after(limit))
  }

  Control(
    "ID-7",
    "Every application with access to the whole tenant has a verified publisher",
    .remedy("Withdraw the grant, or have the publisher verified."),
    among: { (grant: Grant, _) in grant.status == .active && grant.tenantWide == true }
  ) { grant, _ in
    try expect("verified publisher", grant.publisherVerified, .equal(true))
  }

  Control(
    "ID-8",
    "Every identity belongs to an environment",
    .remedy("Record where the identity is used.")
  ) { (identity: Identity, _) in
    try expect("environment", identity.environment, .present)
  }

  Control(
    "ID-9",
    "The last use of every identity is known",
    .remedy("Export the last use, or record that there was none.")
  ) { (identity: Identity, _) in
    if identity.lastUsedAt == .notRecorded {
      throw Deviation("last use", expected: "a time or never", observed: "not recorded")
    }
  }
}

@Sendable
private func isActive(_ credential: Credential, _ scope: Scope) -> Bool {
  credential.status == .active
}
