import ControlTesting
import SuiteVocabulary

extension VendorClaim {
  /// States that the buyer tested the claim: on the standard product, in two tenants of one build, of
  /// late, and it held.
  func checkProof(_ scope: Scope) throws {
    try expect("result of the test", testResult, .equal(.confirmed))
    try scope.expectActiveOwner("tester", testedBy)
    try scope.expectWithin("tested", testedAt, scope.policy.claimTestMaximumAge)
    try expect("standard product", standardProduct, .equal(true))
    try expect("custom work", customWork, .oneOf([.notNeeded, .configuration]))
    guard let build = build?.nonBlank else {
      throw Deviation("build", expected: "present", observed: "not recorded")
    }
    try expectTests(of: build, scope)
  }

  /// The records behind the claim: the buyer's own, of the build, in two tenants.
  private func expectTests(of build: String, _ scope: Scope) throws {
    var tenants: Set<String> = []
    var hasOwn = false
    for id in isolationTests ?? [] {
      guard let test = scope.first(IsolationTest.self, id) else { throw missing("test", id) }
      try expect("build of test \(id)", test.build, .equal(build))
      try expect("result of test \(id)", test.observed.rawValue, .equal(test.expected.rawValue))
      guard test.runBy == .buyer else { continue }
      hasOwn = true
      tenants.formUnion([test.fromTenant, test.toTenant].compactMap { $0 })
    }
    for id in evaluations ?? [] {
      guard let evaluation = scope.first(Evaluation.self, id) else {
        throw missing("evaluation", id)
      }
      try expect("build of evaluation \(id)", evaluation.targetDigest, .equal(build))
      try expect("partial evaluation \(id)", evaluation.partial, .equal(false))
      hasOwn = hasOwn || evaluation.independent == true
    }
    if !hasOwn {
      throw Deviation(
        "test of the buyer's own",
        expected: "an isolation test run by the buyer, or an independent evaluation",
        observed: "none among what the claim names"
      )
    }
    // Where tests name no tenants, those in which it was shown are what there is.
    if isolationTests?.isEmpty ?? true { tenants = Set(tenantsShown ?? []) }
    if tenants.count >= 2 { return }
    throw Deviation(
      "tenants of the build",
      expected: "at least two",
      observed: tenants.isEmpty ? "not recorded" : tenants.sorted().joined(separator: ", ")
    )
  }

  private func missing(_ what: String, _ id: String) -> Deviation {
    Deviation(what, expected: "in the evidence", observed: "\(id), not in the evidence")
  }
}
