import ControlTesting
import SuiteVocabulary

/// PRO-9: the clauses of the contract with each supplier in use that is no part of a bundle.
struct RequiredClauses {
  /// What deviates in the subject.
  static func deviations(_ scope: Scope) throws -> [Deviation] {
    var found = DeviationList()
    let suppliers = scope.suppliersInUse
    if suppliers.isEmpty {
      found.note("suppliers", expected: "at least one in use", observed: "none on record")
    }
    for supplier in suppliers {
      let terms = scope.all(ContractTerm.self, where: \.vendor, is: supplier.id)
      for topic in scope.policy.requiredClauses.sorted() {
        let own = terms.filter { $0.topic == topic }
        let inForce = own.filter { !$0.expiresAt.hasPassed(at: scope.asOf) }
        guard let clause = inForce.first ?? own.first else {
          found.note(
            "clause on \(topic)",
            expected: "in the contract with \(supplier.id)",
            observed: "none on record",
            record: supplier
          )
          continue
        }
        try found.hold(clause) {
          try clause.checkTerms(isTimed: scope.policy.timedClauses.contains(topic), scope)
        }
      }
    }
    return found.all
  }
}

extension ContractTerm {
  /// States that the clause is dated, in force, says something, and who took it over from which text.
  fileprivate func checkTerms(isTimed: Bool, _ scope: Scope) throws {
    try expect("reference of the clause", clause.nonBlank, .present)
    guard let effectiveAt else {
      throw Deviation(
        "start of the clause",
        expected: "at or before \(scope.asOf)",
        observed: "not recorded"
      )
    }
    try scope.expectPast("start of the clause", effectiveAt)
    if expiresAt != .never { try scope.expectAhead("end of the clause", expiresAt) }
    try expect("digest of the contract", documentDigest.nonBlank, .present)
    try expect("value of the clause", value.nonBlank, .present)
    if isTimed, valueKind != .duration || Duration(words: value) == nil {
      throw Deviation(
        "value of the clause",
        expected: "a time limit, such as 30 days",
        observed: "\(value) (\(valueKind.rawValue))"
      )
    }
    try scope.expectPast("transcribed", transcribedAt)
    try scope.expectActiveOwner("transcribed by", transcribedBy)
  }
}
