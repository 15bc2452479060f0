import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  /// The review of one supplier, signed by who answers for its access.
  static let supplierReview = StatementAsked(
    "supplier-review",
    "The review of {target} is complete and rests on the evidence it cites.",
    by: [
      "vendor-owner", "business-owner", "environment-owner", "platform-owner", "control-owner",
    ],
    maximumAge: .vendorReviewMaximumAge,
    formerly: [.nhi(3)]
  )
}

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
  /// - Throws: The ``Deviation`` of the review that comes closest, where none is in force.
  func expectReview(in scope: Scope) throws {
    try scope.expectStatement(.supplierReview, about: id) { try $0.expectEvidence(in: scope) }
  }
}

extension Attestation {
  /// Each thing cited must be in the evidence; one at least must be more than a claim.
  fileprivate func expectEvidence(in scope: Scope) throws {
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
