import ControlTesting
import SuiteVocabulary

extension DataClass {
  /// States that the class has one owner, a store, a tenant key and a purpose.
  func checkPlace(_ scope: Scope) throws {
    let owners = scope.all(DataClass.self, where: \.name, is: name).compactMap(\.owner)
    if Set(owners).count > 1 {
      throw Deviation(
        "owner",
        expected: "one",
        observed: Set(owners).sorted().joined(separator: ", ")
      )
    }
    try scope.expectActiveOwner("owner", owner)
    try expect("stores", stores.compactMap(\.nonBlank), .notEmpty)
    try expect("tenant key", tenantKey?.nonBlank, .present)
    try expect("purpose", purpose?.nonBlank, .present)
  }

  /// States the four rules that a class of logs, prompts, secrets or outputs needs.
  ///
  /// - Parameters:
  ///   - isContract: Whether the rules bind a supplier, so that a clause must say them.
  ///   - scope: Where to look.
  /// - Throws: A ``Deviation`` where a rule is not stated.
  func checkRules(isContract: Bool, _ scope: Scope) throws {
    if retentionInSession != true { try expect("retention", retention, .present) }
    try expect("access", access, .notEmpty)
    try expect("redaction", redaction, .noneOf([.notStated]))
    try expect("use in training", trainingUse, .noneOf([.notStated]))
    if isContract { try checkClause(scope) }
  }

  private func checkClause(_ scope: Scope) throws {
    guard let clause else {
      throw Deviation("clause", expected: "in the contract terms", observed: "not recorded")
    }
    guard let term = scope.first(ContractTerm.self, clause) else {
      throw Deviation(
        "clause",
        expected: "in the contract terms",
        observed: "\(clause), not in the contract terms"
      )
    }
    if term.expiresAt != .never { try scope.expectAhead("end of clause \(clause)", term.expiresAt) }
  }
}

/// DAT-2: the rules for logs, prompts, secrets and model outputs.
enum HandlingRules {
  /// What deviates in the subject: a sort of data without a class, and classes without a rule.
  static func deviations(_ scope: Scope) throws -> [Deviation] {
    var found = DeviationList()
    let classes = scope.records(DataClass.self)
    let sorts: [(DataClass.Category, String)] = [
      (.log, "logs"), (.prompt, "prompts"), (.secret, "secrets"), (.modelOutput, "model outputs"),
    ]
    for (category, words) in sorts {
      let own = classes.filter { $0.category == category }
      if own.isEmpty {
        found.note(
          "rules for \(words)",
          expected: "a data class on record",
          observed: "none on record"
        )
      }
      for dataClass in own {
        try found.hold(dataClass) {
          try dataClass.checkRules(isContract: scope.subject.kind == .vendor, scope)
        }
      }
    }
    return found.all
  }
}
