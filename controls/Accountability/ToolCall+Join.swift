import ControlTesting
import SuiteVocabulary

/// A record to which an action must lead by its ids.
enum JoinedPart: String, Hashable, Codable {
  case identity
  case request
  case decision
  case credential
  case revocation
  case entitlement
  case dataAccess = "data access"
}

extension ToolCall {
  /// Whether the call did something: a refused one uses no right, and touches no data.
  var wasLetThrough: Bool { result != .denied }

  /// The first record, of those that can be looked up by key, to which the call does not lead.
  ///
  /// - Parameter scope: Where to look.
  /// - Returns: The record and why; `nil` where the call leads to all.
  func firstGap(_ scope: Scope) -> (part: JoinedPart, why: String)? {
    guard let actor else { return (.identity, "actor not recorded") }
    guard let identity = scope.identity(called: actor) else {
      return (.identity, "\(actor), not in the identity inventory")
    }
    guard let request = request?.nonBlank else { return (.request, "request not recorded") }
    if let why = decisionGap(request, scope) { return (.decision, why) }
    guard wasLetThrough else { return nil }
    if let gap = credentialGap(scope) { return gap }
    if scope.holdsRight(identity) { return nil }
    return (.entitlement, "no right of \(identity.id) on record")
  }

  private func decisionGap(_ request: String, _ scope: Scope) -> String? {
    guard let id = decision else { return "decision not recorded" }
    guard let decision = scope.first(PolicyDecision.self, id) else {
      return "\(id), not in the decision log"
    }
    if decision.request == request { return nil }
    return "\(id), of request \(decision.request ?? "not recorded")"
  }

  /// What proved the identity, and when it ended or will: the event by which a use is cut off.
  private func credentialGap(_ scope: Scope) -> (part: JoinedPart, why: String)? {
    let issued =
      scope.first(Issuance.self, issuance)
      ?? scope.all(Issuance.self, where: \.credential, is: credential).first
    if let issued {
      if issued.revokedAt.instant != nil || issued.expiresAt.instant != nil { return nil }
      return (.revocation, "no end of issuance \(issued.id) on record")
    }
    guard let id = credential else {
      return (.credential, issuance.map { "\($0), not issued" } ?? "credential not recorded")
    }
    guard let known = scope.first(Credential.self, id) else {
      return (.credential, "\(id), neither issued nor in the credential report")
    }
    if known.revokedAt.instant != nil || known.expiresAt.instant != nil { return nil }
    return (.revocation, "no end of credential \(id) on record")
  }
}

extension Scope {
  /// Whether any right is on record that an identity holds, by itself, through a group or by a role
  /// that it runs as.
  fileprivate func holdsRight(_ identity: Identity) -> Bool {
    let holders = [identity.id] + (identity.memberOf ?? []) + [identity.runsAs].compactMap { $0 }
    return holders.contains { holder in
      !all(Entitlement.self, where: \.holder, is: holder).isEmpty
        || !all(Grant.self, where: \.client, is: holder).isEmpty
    }
  }
}
