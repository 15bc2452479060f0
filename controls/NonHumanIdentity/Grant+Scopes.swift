import ControlTesting
import SuiteVocabulary

extension Grant {
  /// States that each scope was approved for the supplier.
  ///
  /// Approved is what the register lists for the supplier, and what approvals in force list for it or
  /// for the grant. Names are compared letter by letter: a wildcard is approved only as itself.
  ///
  /// - Throws: A ``Deviation`` with the scopes that nobody approved.
  func expectApprovedScopes(in scope: Scope) throws {
    try expect("supplier", vendor, .present)
    guard let supplier = scope.first(VendorRecord.self, vendor) else {
      throw Deviation(
        "supplier",
        expected: "in the third-party register",
        observed: "\(vendor ?? "none"), not in the third-party register"
      )
    }
    if scopes.isEmpty {
      throw Deviation("scopes", expected: "what the client may do", observed: "none recorded")
    }
    let approvals = [id, supplier.id].flatMap {
      scope.all(ProcurementApproval.self, where: \.target, is: $0)
    }.filter { $0.doubt(at: scope.asOf) == nil }
    let lists = [supplier.approvedScopes].compactMap { $0 } + approvals.compactMap(\.approvedScopes)
    if lists.isEmpty {
      throw Deviation(
        "approved scopes",
        expected: "recorded for \(supplier.id)",
        observed: "not recorded"
      )
    }
    let approved = Set(lists.joined())
    let excess = scopes.filter { !approved.contains($0) }
    if excess.isEmpty { return }
    throw Deviation(
      "scopes",
      expected: "only out of \(approved.sorted().joined(separator: ", "))",
      observed: "also \(excess.joined(separator: ", "))"
    )
  }
}
