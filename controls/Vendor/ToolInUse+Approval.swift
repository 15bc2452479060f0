import ControlTesting
import SuiteVocabulary

extension ToolInUse {
  /// States that somebody approved this tool by name before it was connected.
  ///
  /// What was approved for the bundle it came with, or for its supplier, does not count unless the
  /// approval names the tool.
  func checkApproval(_ scope: Scope) throws {
    let names = [id, tool, agent].compactMap { $0 }
    guard let id = self.approval, let approval = scope.first(ProcurementApproval.self, id) else {
      throw Deviation(
        "approval",
        expected: "an approval of this tool in force",
        observed: self.approval.map { "\($0), not in the approval register" } ?? "not recorded"
      )
    }
    let isNamed =
      names.contains(approval.target)
      || (approval.approvedTools ?? []).contains(where: names.contains)
    if !isNamed {
      throw Deviation(
        "approval",
        expected: "an approval that names \(names.joined(separator: " or "))",
        observed: "\(id), of \(approval.target)"
      )
    }
    // An approval to buy lets nothing in.
    try expect("kind of the approval", approval.kind, .oneOf([.security, .access, .goLive]))
    if let doubt = approval.doubt(at: scope.asOf) {
      throw Deviation(
        "approval",
        expected: "an approval of this tool in force",
        observed: "\(id), \(doubt)"
      )
    }
    try expectConnection(after: approval, scope)
  }

  /// The tool and each of its grants date from after the decision.
  private func expectConnection(after approval: ProcurementApproval, _ scope: Scope) throws {
    guard let decided = approval.decidedAt.instant else { return }
    let expected = "at or after the approval at \(decided)"
    guard let connected = connectedAt.instant, connected >= decided else {
      throw Deviation("connection", expected: expected, observed: connectedAt.description)
    }
    for id in grants ?? [] {
      guard let grant = scope.first(Grant.self, id) else {
        throw Deviation(
          "grant",
          expected: "in the grant list",
          observed: "\(id), not in the grant list"
        )
      }
      if let granted = grant.grantedAt, granted >= decided { continue }
      throw Deviation(
        "grant \(id)",
        expected: expected,
        observed: grant.grantedAt?.description ?? "not recorded"
      )
    }
  }
}
