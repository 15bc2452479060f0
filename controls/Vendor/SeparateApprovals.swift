import ControlTesting
import SuiteVocabulary

/// PRO-2: for each supplier in use, one person decided to buy and another one that it is safe.
struct SeparateApprovals {
  private let scope: Scope

  /// What deviates in the subject.
  static func deviations(_ scope: Scope) throws -> [Deviation] {
    let check = SeparateApprovals(scope: scope)
    var found = DeviationList()
    let suppliers = scope.suppliersInUse
    if suppliers.isEmpty {
      found.note("suppliers", expected: "at least one in use", observed: "none on record")
    }
    for supplier in suppliers {
      try found.hold(supplier) { try check.check(supplier) }
    }
    return found.all
  }

  private func check(_ supplier: VendorRecord) throws {
    let security = try approval(of: supplier, .security)
    let commercial = try approval(of: supplier, .commercial)
    try expectTier(of: security)
    try scope.expectDifferentPeople(commercial, security)
  }

  /// The latest decision of a kind that is in force.
  private func approval(
    of supplier: VendorRecord,
    _ kind: ProcurementApproval.Kind
  ) throws -> ProcurementApproval {
    var candidates = scope.all(ProcurementApproval.self, where: \.target, is: supplier.id)
    candidates += scope.all(ProcurementApproval.self, where: \.vendor, is: supplier.id)
    if scope.subject.kind == .vendor {
      candidates += scope.all(ProcurementApproval.self, where: \.target, is: scope.subject.id)
    }
    let own = candidates.filter {
      $0.kind == kind && ($0.targetKind == .product || $0.targetKind == .vendor)
    }
    let standing = own.filter { $0.doubt(at: scope.asOf) == nil }
    if let latest = standing.max(by: { Self.decided($0) < Self.decided($1) }) { return latest }
    let last = own.max { Self.decided($0) < Self.decided($1) }
    throw Deviation(
      "\(kind.rawValue) approval",
      expected: "a record of its own, in force",
      observed: last.flatMap { approval in
        approval.doubt(at: scope.asOf).map { "\(approval.id), \($0)" }
      } ?? "none on record"
    )
  }

  private static func decided(_ approval: ProcurementApproval) -> Instant {
    approval.decidedAt.instant ?? .epoch
  }

  /// Security approved the tier that is sought, or a higher one.
  private func expectTier(of security: ProcurementApproval) throws {
    guard let tier = Tier(rawValue: security.tier.rawValue), tier >= scope.tier else {
      throw Deviation(
        "tier of the security approval",
        expected: "at least \(scope.tier.rawValue)",
        observed: "\(security.tier.rawValue), in \(security.id)"
      )
    }
  }
}

extension Scope {
  /// States that two decisions were taken by two persons, whatever names they go by.
  fileprivate func expectDifferentPeople(
    _ one: ProcurementApproval,
    _ other: ProcurementApproval
  ) throws {
    for approval in [one, other] {
      let roles = all(RoleHolder.self, where: \.person, is: approval.approver)
      if roles.contains(where: { $0.kind == .person }) { continue }
      throw Deviation(
        "approver of \(approval.id)",
        expected: "a person of the role register",
        observed: "\(approval.approver ?? "not recorded"), "
          + (roles.first?.kind.rawValue ?? "not in the role register")
      )
    }
    let shared = names(one.approver).intersection(names(other.approver)).sorted()
    if shared.isEmpty { return }
    throw Deviation(
      "approvers",
      expected: "two persons",
      observed: "\(one.id) and \(other.id) by \(shared.joined(separator: ", "))"
    )
  }

  /// A person's name in the register, and the identities behind it.
  private func names(_ person: String?) -> Set<String> {
    let roles = all(RoleHolder.self, where: \.person, is: person)
    return Set([person].compactMap { $0 } + roles.compactMap(\.identity))
  }
}
