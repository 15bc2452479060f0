import ControlTesting
import SuiteVocabulary

extension WorkloadEntry {
  /// Holds the entry to a well-formed id in a known trust domain, an owner, and lifetimes of both
  /// sorts of document within the limit.
  ///
  /// A lifetime that the entry leaves out is the issuer's default, which nothing here shows.
  func checkRegistration(_ scope: Scope) throws {
    guard let name = WorkloadName(self.name) else {
      throw Deviation("id", expected: "a well-formed SPIFFE id", observed: self.name)
    }
    try expect("path of the id", name.path, .notEmpty)
    try expect("trust domain of the id", name.trustDomain, .equal(trustDomain))
    try expect("trust domain", trustDomain, .oneOf(scope.policy.workloadTrustDomains))
    try scope.expectActiveOwner("owner", owner)
    let limit = scope.policy.maximumWorkloadIdentityLifetime
    try expect("lifetime of certificates", certificateLifetime, .atMost(limit))
    try expect("lifetime of tokens", tokenLifetime, .atMost(limit))
  }
}
