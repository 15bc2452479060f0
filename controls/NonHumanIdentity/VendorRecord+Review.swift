import ControlTesting
import SuiteVocabulary

extension VendorRecord {
  /// Whether the supplier is let in, or was suspended and can be let in again by a switch.
  var hasAccess: Bool {
    switch state {
    case .trial, .active, .suspended: true
    case .proposed, .ended: false
    }
  }

  /// States that a review of the supplier is in force.
  ///
  /// - Throws: The ``Deviation`` of the review signed last, where none is in force.
  func expectReview(in scope: Scope) throws {
    let reviews = scope.all(Attestation.self, where: \.target, is: id).filter(\.isSupplierReview)
      .sorted { $0.signedAt > $1.signedAt }
    if reviews.isEmpty {
      throw Deviation(
        "review",
        expected: "a signed review that answers NHI3:2025",
        observed: "none recorded"
      )
    }
    var faults: [Deviation] = []
    for review in reviews {
      do {
        try review.expectInForce(in: scope)
        return
      } catch let deviation as Deviation {
        faults.append(deviation)
      }
    }
    if let fault = faults.first { throw fault }
  }
}

extension Attestation {
  /// Whether the statement says that it answers the requirement on third parties.
  fileprivate var isSupplierReview: Bool {
    let requirement = RequirementID.nhi(3)
    return requirements.contains { $0 == requirement.id || $0 == requirement.description }
  }

  /// States that the review says something, is signed by who may, is current, and rests on evidence.
  fileprivate func expectInForce(in scope: Scope) throws {
    try expect("claim of \(id)", claim.nonBlank, .present)
    try expect("signature of \(id)", verified, .equal(.yes))
    try expectSigner(in: scope)
    try scope.expectPast("signing of \(id)", signedAt)
    try expect(
      "age of \(id)",
      scope.asOf.duration(since: signedAt),
      .atMost(scope.policy.vendorReviewMaximumAge)
    )
    try expect("expiry of \(id)", expiresAt, .after(scope.asOf))
    // Silence about a withdrawal is not a statement that there was none.
    if withdrawnAt != .never {
      throw Deviation("withdrawal of \(id)", expected: "never", observed: "\(withdrawnAt)")
    }
    try expect("document of \(id)", documentReference.nonBlank, .present)
    try expect("digest of \(id)", documentDigest.nonBlank, .present)
    try expectEvidence(in: scope)
  }

  private func expectSigner(in scope: Scope) throws {
    try scope.expectActiveOwner("signer of \(id)", owner)
    let held = scope.all(RoleHolder.self, where: \.person, is: owner).filter {
      $0.status == .active && !$0.endsAt.hasPassed(at: scope.asOf)
    }
    try expect("role of \(id)", role, .oneOf(held.map(\.role)))
  }

  /// Each thing cited must be in the evidence; one at least must be more than a claim.
  private func expectEvidence(in scope: Scope) throws {
    let cited = cites ?? []
    var hasProof = false
    for cite in cited {
      if let report = scope.first(AssuranceReport.self, cite) {
        try report.expectUsable(for: self, at: scope.asOf)
        hasProof = true
      } else if let item = scope.all(EvidenceItem.self, where: \.path, is: cite).first {
        hasProof = hasProof || item.sourceClass != .claim
      } else {
        throw Deviation(
          "evidence of \(id)",
          expected: "in the manifest or among the assurance reports",
          observed: "\(cite), in neither"
        )
      }
    }
    if hasProof { return }
    throw Deviation(
      "evidence of \(id)",
      expected: "an export, test or report that the review cites",
      observed: cited.isEmpty ? "not recorded" : "claims alone: \(cited.joined(separator: ", "))"
    )
  }
}

extension AssuranceReport {
  /// States that the report is about the reviewed supplier, current and not against it.
  fileprivate func expectUsable(for review: Attestation, at instant: Instant) throws {
    try expect("supplier of \(id)", vendor, .equal(review.target))
    if expiresAt != .never { try expect("expiry of \(id)", expiresAt, .after(instant)) }
    if kind == .soc2 {
      try expect("opinion of \(id)", opinion, .oneOf([.unqualified, .qualified]))
    }
  }
}
