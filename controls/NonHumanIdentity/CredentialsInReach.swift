import ControlTesting
import SuiteVocabulary

/// Which credentials an agent can come to hold, and which of those are static.
///
/// Reach starts at every enabled agent and at every identity that stands for agents; either side's
/// word is enough. A credential is in reach where the way leads to it, to one who holds it, or to
/// the identity that it proves.
struct CredentialsInReach: Fold {
  private struct Static: Sendable, Codable {
    let id: String
    let identity: String
    let holders: [String]
    let kind: String
    let record: RecordReference
  }

  private var statics: [Static] = []

  init() {}

  static func isMember(_ credential: Credential, _ scope: Scope) -> Bool {
    credential.isUsable && !scope.isPersonsPassword(credential)
  }

  mutating func observe(_ credential: Credential, _ scope: Scope) throws {
    guard credential.isStatic(in: scope) else { return }
    statics.append(
      Static(
        id: credential.id,
        identity: credential.identity,
        holders: credential.holders ?? [],
        kind: credential.kind.rawValue,
        record: RecordReference(credential)
      )
    )
  }

  mutating func merge(_ later: CredentialsInReach) { statics += later.statics }

  func deviations(_ scope: Scope) -> [Deviation] {
    var ways: [String: [String]] = [:]
    for start in scope.agentStarts {
      let reached = scope.waysInForce(from: start)
      for node in reached.nodes where ways[node] == nil { ways[node] = reached.path(to: node) }
    }
    var deviations = scope.agentsWithoutCredentialList
    for credential in statics {
      let nodes = [credential.id] + credential.holders + [credential.identity]
      guard let node = nodes.first(where: { ways[$0] != nil }) else { continue }
      guard let doubt = scope.doubtAboutException(for: credential.id) else { continue }
      var path = ways[node] ?? []
      if node != credential.id { path.append("\(node) uses \(credential.id)") }
      var deviation = Deviation(
        "lifetime class",
        expected: "issued for the task, or an exception in force",
        observed: "static \(credential.kind); \(doubt)",
        path: path
      )
      deviation.record = credential.record
      deviations.append(deviation)
    }
    return deviations
  }
}

extension Scope {
  /// Where an agent's reach begins: enabled agents, and identities that stand for agents.
  fileprivate var agentStarts: [String] {
    let agents = records(Agent.self).filter { $0.status == .enabled }.map(\.id)
    let identities = records(Identity.self).filter { identity in
      identity.couldAct && (identity.kind == .agent || !(identity.agents ?? []).isEmpty)
    }
    return agents + identities.map(\.id)
  }

  /// Agents of which nobody wrote down what they hold or act under: their reach is not known.
  fileprivate var agentsWithoutCredentialList: [Deviation] {
    records(Agent.self).filter { $0.status == .enabled }.compactMap { agent in
      if agent.credentials == nil {
        return Deviation(
          "credentials",
          expected: "recorded",
          observed: "not recorded",
          record: agent
        )
      }
      if agent.runsAs == nil {
        return Deviation("identity", expected: "recorded", observed: "not recorded", record: agent)
      }
      return nil
    }
  }

  /// Why no exception lets a credential stay, or `nil` where one does.
  fileprivate func doubtAboutException(for credential: String) -> String? {
    let candidates =
      all(Exception.self, where: \.target, is: credential)
      + all(Exception.self, where: \.records, contains: credential)
    let fitting = candidates.filter {
      $0.control == "NHI7-5" || $0.requirement == "NHI7:2025"
        || $0.requirement == "OWASP-NHI-2025:NHI7:2025"
    }
    var doubts: [String] = []
    for exception in fitting {
      guard let doubt = exception.doubt(at: asOf) else { return nil }
      doubts.append("exception \(exception.id) \(doubt)")
    }
    return doubts.first ?? "no exception"
  }
}

extension Exception {
  /// What keeps the exception from excusing at an instant, or `nil` where nothing does.
  fileprivate func doubt(at instant: Instant) -> String? {
    if state != .active { return "is \(state.rawValue)" }
    if startsAt > instant { return "starts at \(startsAt)" }
    guard let end = expiresAt.instant else {
      return expiresAt == .never ? "never expires" : "has no recorded expiry"
    }
    if end <= instant { return "expired at \(end)" }
    if retiredAt.hasPassed(at: instant) { return "was retired" }
    guard let owner, let approver else { return "has no recorded owner or approver" }
    return owner == approver ? "was approved by its owner" : nil
  }
}
