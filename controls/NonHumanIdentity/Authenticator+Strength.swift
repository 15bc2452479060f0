import ControlTesting

extension Authenticator {
  /// States that the authenticator reaches a level, both as recorded and by what it is.
  ///
  /// A password does not become strong by being recorded so: the kind and the place of its key bound
  /// what the record may claim.
  ///
  /// - Parameter level: The level needed.
  /// - Throws: A ``Deviation`` where it is lower, or not recorded.
  func expectStrength(atLeast level: Int) throws {
    try expect("assurance level", assuranceLevel, .atLeast(level))
    try expect("level that \(kind.rawValue) can reach", kind.highestLevel, .atLeast(level))
    guard level > 1, kind.restsOnKey else { return }
    try expect("key protection", keyProtection?.rawValue, .oneOf(protections(for: level)))
  }

  /// NIST SP 800-63B-4: from level 3 the key may not leave the device.
  private func protections(for level: Int) -> [String] {
    level > 2 ? ["hardware"] : ["hardware", "software"]
  }
}

extension Authenticator.Kind {
  /// The highest assurance level an authenticator of the kind can have by itself (SP 800-63B-4).
  fileprivate var highestLevel: Int {
    switch self {
    case .anonymous: 0
    case .password, .sharedSecret: 1
    case .oneTimeCode, .push, .signedAssertion, .federatedToken: 2
    case .platformKey, .hardwareKey, .workloadCertificate: 3
    }
  }

  /// Whether the proof is made with a private key of its holder.
  fileprivate var restsOnKey: Bool {
    switch self {
    case .workloadCertificate, .hardwareKey, .platformKey, .signedAssertion: true
    case .federatedToken, .oneTimeCode, .push, .password, .sharedSecret, .anonymous: false
    }
  }
}
