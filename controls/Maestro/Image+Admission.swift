import ControlTesting
import SuiteVocabulary

extension Image {
  /// States that the image was signed, that the signature was checked, and that no critical finding
  /// on it is open.
  func expectAdmissible(in scope: Scope) throws {
    if admissionVerified != .yes {
      throw Deviation(
        "check of the signature at admission",
        expected: "yes",
        observed: admissionVerified.rawValue
      )
    }
    try expect("digest", digest, .present)
    let statements = scope.all(Provenance.self, where: \.artifactDigest, is: digest)
    if !statements.contains(where: { $0.verified == .yes && $0.isSigned(at: scope.asOf) }) {
      throw Deviation(
        "signed statement of the build",
        expected: "verified, by a named signer",
        observed: statements.first.map {
          "verified: \($0.verified.rawValue), signer \($0.signer ?? "not recorded")"
        } ?? "none on record"
      )
    }
    let findings = scope.all(Vulnerability.self, where: \.artifactDigest, is: digest)
    let open = findings.first { finding in
      finding.severity == .critical && finding.status.isOpen
        && !scope.isExcepted(from: "MAE4-2", .maestro("L4"), finding.id)
    }
    if let open {
      throw Deviation(
        "critical findings",
        expected: "none open without an exception",
        observed: "\(open.rule), \(open.status.rawValue) since \(open.firstSeenAt), \(open.id)"
      )
    }
  }
}

extension Provenance {
  /// Whether the statement names its signer and was not signed after an instant.
  fileprivate func isSigned(at instant: Instant) -> Bool {
    guard let signer, !signer.isEmpty else { return false }
    return signedAt.map { $0 <= instant } ?? true
  }
}

extension Vulnerability.Status {
  /// Whether the weakness is still there; that it was accepted needs an exception to show.
  fileprivate var isOpen: Bool {
    switch self {
    case .open, .accepted: true
    case .fixed, .falsePositive, .notAffected: false
    }
  }
}
