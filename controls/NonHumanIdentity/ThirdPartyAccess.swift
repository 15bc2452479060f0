import ControlTesting
import SuiteVocabulary

/// Grants, extensions and connectors that do not lead to a registered supplier, owner and purpose.
struct ThirdPartyAccess: Fold {
  static func isMember(_ grant: Grant, _ scope: Scope) -> Bool {
    grant.status != .revoked && grant.status != .expired
  }

  mutating func observe(_ grant: Grant, _ scope: Scope) throws {
    if scope.identity(called: grant.client) == nil {
      throw Deviation(
        "client",
        expected: "in the identity inventory",
        observed: "\(grant.client), not in the identity inventory"
      )
    }
    try scope.expectSupplier(grant.vendor)
    try scope.expectActiveOwner("owner", grant.owner)
    try expect("purpose", grant.purpose?.nonBlank, .present)
  }

  mutating func merge(_ later: ThirdPartyAccess) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    scope.records(ToolInUse.self).filter { $0.bringsInAnOutsider(at: scope.asOf) }.compactMap {
      tool in
      do {
        try scope.expectSupplier(tool.vendor)
        try scope.expectActiveOwner("owner", tool.owner)
        try expect("purpose", tool.purpose?.nonBlank, .present)
        return nil
      } catch var deviation as Deviation {
        deviation.record = RecordReference(tool)
        return deviation
      } catch {
        return Deviation(
          "tool",
          expected: "one that can be judged",
          observed: "\(error)",
          record: tool
        )
      }
    }
  }
}

extension ToolInUse {
  /// Whether the tool is an extension or connector that is still connected.
  fileprivate func bringsInAnOutsider(at instant: Instant) -> Bool {
    switch kind {
    case .plugin, .connector, .browserExtension: !disconnectedAt.hasPassed(at: instant)
    case .application, .agent, .toolServer, .api, .model: false
    }
  }
}

extension Scope {
  /// States that a supplier is registered, has not ended, and has an active owner of ours.
  fileprivate func expectSupplier(_ id: String?) throws {
    guard let id else {
      throw Deviation("supplier", expected: "in the third-party register", observed: "not recorded")
    }
    try expectThere("supplier", id, standing(ofSupplier: id), within: .zero)
    try expectActiveOwner("owner of the supplier", first(VendorRecord.self, id)?.owner)
  }
}
