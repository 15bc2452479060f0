public import ControlModel

/// Reads an agent's card of the Agent2Agent protocol: what an agent says of itself to others.
///
/// A card is a declaration: which schemes of authentication it names is no proof that it asks for
/// them. A card that says nothing of security leaves the schemes not recorded; one that says that
/// none is needed has an empty list. Signatures on the card are not tried.
public struct A2AAgentCardReader: EvidenceReader {
  /// The card.
  public let format = EvidenceFormat(
    id: "a2a-agent-card",
    title: "agent card (Agent2Agent)",
    writtenBy: "agents, at /.well-known/agent-card.json",
    kinds: [.agentManifest]
  )

  /// Creates the reader.
  public init() {}

  /// Whether every element has skills, capabilities and an address, as cards do.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root else { return false }
    let cards = root.elements
    return !cards.isEmpty
      && cards.allSatisfy { card in
        card["skills"]?.value.elements != nil && card["capabilities"] != nil
          && (card["url"] ?? card["supportedInterfaces"] ?? card["additionalInterfaces"]) != nil
      }
  }

  /// Reads an agent for each card.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, root.value.members != nil || root.value.elements != nil else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no agent card",
        needed: "a card with name, version and skills",
        remedy: "fetch the card as JSON"
      )
    }
    for card in root.elements {
      sink.attempt { (sink) throws(Diagnostic) in sink.add(try Self.agent(card)) }
    }
  }

  private static func agent(_ card: Cursor) throws(Diagnostic) -> Agent {
    let name = try card.required("name")
    let interfaces = (card["supportedInterfaces"] ?? card["additionalInterfaces"])?.elements ?? []
    let address = card["url"] ?? interfaces.first?["url"]
    return Agent(
      id: name,
      name: name,
      version: try card.required("version"),
      purpose: card["description"]?.text,
      manifestDigest: CanonicalJSON.digest(of: card.value),
      tools: [],
      scopes: scopes(card),
      tasks: try card.list("skills").compactMap { ($0["id"] ?? $0["name"])?.text },
      endpoint: address?.text.map(ServerAddress.withoutSecrets),
      authenticationSchemes: schemes(card),
      status: .enabled,
      basis: .declared,
      approvedAt: .notRecorded,
      retiredAt: .notRecorded,
      locator: card.locator
    )
  }

  /// The kinds of the schemes, in order of name; `nil` where the card says nothing of security.
  private static func schemes(_ card: Cursor) -> [String]? {
    if let schemes = card["securitySchemes"] {
      let kinds = schemes.members.map { name, scheme in
        let type = scheme["type"]?.text ?? name
        return scheme["scheme"]?.text.map { "\(type):\($0.lowercased())" } ?? type
      }
      return Set(kinds).sorted()
    }
    // Cards of the first versions.
    if let schemes = card["authentication"]?["schemes"] { return schemes.texts }
    return card["security"]?.value.elements?.isEmpty == true ? [] : nil
  }

  private static func scopes(_ card: Cursor) -> [String]? {
    let scopes = (card["security"]?.elements ?? []).flatMap { requirement in
      requirement.members.flatMap { $0.value.texts }
    }
    return scopes.isEmpty ? nil : Set(scopes).sorted()
  }
}
