public import ControlModel

/// Reads the entities of a Cedar policy store.
///
/// Cedar has one kind of entity; what acts and what is acted upon differ by type alone. Types with the
/// names of ``kinds`` become identities, others assets; actions are neither. Attributes may hold
/// anything and are not read, but for `owner`, `tenant` and `environment`.
public struct CedarEntitiesReader: EvidenceReader {
  /// The entities, as the engine loads them.
  public let format = EvidenceFormat(
    id: "cedar-entities",
    title: "Cedar entities",
    writtenBy: "whoever feeds the engine, as in `cedar authorize --entities`",
    kinds: [.nhiInventory, .assetInventory]
  )

  /// The types that act, by their last part in small letters.
  static let kinds: [String: Identity.Kind] = [
    "agent": .agent, "user": .person, "person": .person, "role": .role, "group": .group,
    "usergroup": .group, "agentgroup": .group, "team": .group, "service": .serviceAccount,
    "serviceaccount": .serviceAccount, "workload": .workload, "bot": .bot, "client": .oauthClient,
    "application": .app,
  ]

  /// Creates the reader.
  public init() {}

  /// Whether the document is a list of entities with a name and parents.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, root.value.elements?.isEmpty == false else { return false }
    return root.elements.prefix(20).allSatisfy {
      CedarName($0["uid"]) != nil && $0["parents"]?.value.elements != nil
    }
  }

  /// Reads an identity or an asset for each entity that is no action.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, root.value.elements != nil else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no list of entities",
        needed: "a JSON array of entities with uid, attrs and parents",
        remedy: "export the entities as JSON"
      )
    }
    for entity in root.elements {
      sink.attempt { (sink) throws(Diagnostic) in try take(entity, &sink) }
    }
    try sink.settleKinds(of: document, format)
  }

  private func take(_ entity: Cursor, _ sink: inout RecordSink) throws(Diagnostic) {
    guard let name = CedarName(entity["uid"]) else {
      throw entity.malformed(found: "no uid", needed: "type and id of the entity")
    }
    let type = name.plainType.lowercased()
    if type == "action" { return }
    let parents = try parents(of: entity)
    let attributes = entity["attrs"]
    guard let kind = Self.kinds[type] else {
      sink.kinds.insert(.assetInventory)
      sink.add(
        Asset(
          id: name.text,
          kind: name.type,
          name: name.id,
          account: sink.context.account,
          owner: reference(attributes?["owner"]),
          tenant: reference(attributes?["tenant"]),
          environment: reference(attributes?["environment"]),
          criticality: .unknown,
          parent: parents.first,
          state: .active,
          lastSeenAt: .notRecorded,
          retiredAt: .notRecorded,
          locator: entity.locator
        )
      )
      return
    }
    sink.kinds.insert(.nhiInventory)
    sink.add(
      Identity(
        id: name.text,
        kind: kind,
        provider: "cedar",
        account: sink.context.account ?? "cedar",
        displayName: name.id,
        owner: reference(attributes?["owner"]),
        memberOf: parents.isEmpty ? nil : parents,
        tenant: reference(attributes?["tenant"]),
        environment: reference(attributes?["environment"]),
        status: .enabled,
        createdAt: nil,
        lastUsedAt: .notRecorded,
        endsAt: .notRecorded,
        locator: entity.locator
      )
    )
  }

  private func parents(of entity: Cursor) throws(Diagnostic) -> [String] {
    var names: [String] = []
    for parent in try entity.list("parents") {
      guard let name = CedarName(parent) else {
        throw parent.malformed(found: parent.value.typeName, needed: "type and id of the parent")
      }
      names.append(name.text)
    }
    return names
  }

  /// A text, or the name of an entity.
  private func reference(_ attribute: Cursor?) -> String? {
    CedarName(attribute)?.text ?? attribute?.value.string
  }
}
