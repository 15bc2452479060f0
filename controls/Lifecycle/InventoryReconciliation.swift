import ControlTesting
import SuiteVocabulary

/// LIF-4: what the inventory, the registers and the logs say of identities, held against each other
/// in one pass.
///
/// Whoever is seen must be in the inventory, each credential used must have been reported or issued,
/// each agent that acted must be in the manifest, each of four kinds of identity must be there or
/// shown to be absent, and as many records must have been read as the manifest declares. The state
/// grows with the distinct names, never with events.
struct InventoryReconciliation: Gathering {
  /// Where a name was seen.
  enum Source: String, Codable, CaseIterable {
    case log = "events"
    case trace = "calls"
    case credential = "credentials"
    case grant = "consents"
    case tool = "tools"
    case issuance = "issuances"
  }

  /// How often something was seen in each source, and first where.
  struct Seen: Codable {
    let first: RecordReference
    /// In the order of ``Source``.
    private var counts: [Int]

    init(_ record: any EvidenceRecord, _ source: Source) {
      first = RecordReference(record)
      counts = Source.allCases.map { $0 == source ? 1 : 0 }
    }

    mutating func add(_ source: Source) {
      for (index, known) in Source.allCases.enumerated() where known == source {
        counts[index] += 1
      }
    }

    mutating func merge(_ other: Seen) {
      for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// The counts that are not zero, such as `3 events, 1 consents`.
    var words: String {
      zip(counts, Source.allCases).filter { $0.0 > 0 }.map { "\($0) \($1.rawValue)" }
        .joined(separator: ", ")
    }
  }

  /// Identities, as whatever source named them.
  private(set) var identities = Sightings<String, Seen>()
  /// Agents that acted.
  private(set) var agents = Sightings<String, Seen>()
  /// Credentials that were used.
  private(set) var credentials = Sightings<String, Seen>()
  /// Short-lived credentials of the report, each with the issuance it names.
  private(set) var shortLived = Sightings<String, ShortLived>()
  /// The ids of issuances, and of the credentials that they issued.
  private var issuances = Sightings<String, Bool>()
  private var issuedCredentials = Sightings<String, Bool>()
  private(set) var kinds = IdentityKinds()
  private(set) var counts = ReadCounts()

  /// A credential that the report calls short-lived.
  struct ShortLived: Codable {
    let issuance: String?
    let record: RecordReference
  }

  static var watched: [Watched<Self>] {
    [
      Watched(Identity.self) { state, identity, _ in
        state.counts.add(Identity.recordName)
        state.kinds.note(identity)
      },
      Watched(Credential.self) { state, credential, _ in state.note(credential) },
      Watched(Grant.self) { state, grant, _ in
        state.counts.add(Grant.recordName)
        state.kinds.hasConnector = true
        state.note(grant.client, .grant, grant)
      },
      Watched(Tool.self) { state, tool, _ in
        state.counts.add(Tool.recordName)
        if tool.vendor != nil { state.kinds.hasConnector = true }
        if let runsAs = tool.runsAs { state.note(runsAs, .tool, tool) }
      },
      Watched(Issuance.self) { state, issuance, _ in state.note(issuance) },
      Watched(ToolCall.self) { state, call, _ in state.note(call) },
      Watched(AuditEvent.self) { state, event, _ in state.note(event) },
      Watched(AgentRun.self) { state, run, _ in
        state.counts.add(AgentRun.recordName)
        state.noteAgent(run.agent, run)
      },
      Watched(Certificate.self) { state, _, _ in state.counts.add(Certificate.recordName) },
      Watched(AgentMessage.self) { state, _, _ in state.counts.add(AgentMessage.recordName) },
      Watched(MemoryWrite.self) { state, _, _ in state.counts.add(MemoryWrite.recordName) },
    ]
  }

  mutating func merge(_ later: InventoryReconciliation) {
    identities.merge(later.identities) { $0.merge($1) }
    agents.merge(later.agents) { $0.merge($1) }
    credentials.merge(later.credentials) { $0.merge($1) }
    shortLived.merge(later.shortLived)
    issuances.merge(later.issuances)
    issuedCredentials.merge(later.issuedCredentials)
    kinds.merge(later.kinds)
    counts.merge(later.counts)
  }

  /// Whether an issuance is on record for a credential.
  func isIssued(_ credential: String, _ issuance: String?) -> Bool {
    issuedCredentials[credential] != nil || issuance.map { issuances[$0] != nil } ?? false
  }

  private mutating func note(_ name: String, _ source: Source, _ record: any EvidenceRecord) {
    identities.note(name, Seen(record, source)) { $0.add(source) }
  }

  private mutating func noteAgent(_ name: String, _ record: any EvidenceRecord) {
    agents.note(name, Seen(record, .trace)) { $0.add(.trace) }
  }

  private mutating func note(_ credential: Credential) {
    counts.add(Credential.recordName)
    kinds.note(credential)
    note(credential.identity, .credential, credential)
    // One that no longer works may have been issued before the log of issuances begins.
    guard credential.status == .active || credential.status == .unknown else { return }
    guard credential.lifetimeClass == .shortLived || credential.lifetimeClass == .perTask
    else { return }
    shortLived.note(
      credential.id,
      ShortLived(issuance: credential.issuance, record: RecordReference(credential))
    )
  }

  private mutating func note(_ issuance: Issuance) {
    counts.add(Issuance.recordName)
    guard issuance.result == .issued else { return }
    kinds.note(issuance)
    issuances.note(issuance.id, true)
    issuedCredentials.note(issuance.credential, true)
    note(issuance.identity, .issuance, issuance)
  }

  /// A refused call shows nobody at work; a person's is not software's.
  private mutating func note(_ call: ToolCall) {
    counts.add(ToolCall.recordName)
    guard call.result != .denied else { return }
    noteAgent(call.agent, call)
    if let actor = call.actor, call.actorKind != .person { note(actor, .trace, call) }
    if let credential = call.credential {
      credentials.note(credential, Seen(call, .trace)) { $0.add(.trace) }
    }
  }

  private mutating func note(_ event: AuditEvent) {
    counts.add(AuditEvent.recordName)
    guard event.result != .denied, event.actorKind != .person, event.actorKind != .service
    else { return }
    note(event.actor, .log, event)
    if let actedAs = event.actedAs, actedAs != event.actor { note(actedAs, .log, event) }
    if let credential = event.credential {
      credentials.note(credential, Seen(event, .log)) { $0.add(.log) }
    }
  }
}
