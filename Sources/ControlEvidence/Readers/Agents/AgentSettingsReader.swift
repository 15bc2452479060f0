public import ControlModel

/// Reads the settings of a coding agent: which tools it may use unasked, must ask for, may not use.
///
/// The file names no agent: it is the manifest's account, else the file's name. Nor has it a version:
/// its digest stands for one, since each change of a rule is another agent. Rules may hold what looks
/// like a secret, which is withheld.
public struct AgentSettingsReader: EvidenceReader {
  /// The settings file.
  public let format = EvidenceFormat(
    id: "agent-settings",
    title: "settings of a coding agent (permissions)",
    writtenBy: "people: .claude/settings.json",
    kinds: [.agentManifest]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document has lists of rules under `permissions`.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let permissions = document.root?["permissions"], permissions.value.members != nil else {
      return false
    }
    let lists = ["allow", "ask", "deny"].compactMap { permissions[$0]?.value }
    return !lists.isEmpty
      && lists.allSatisfy { $0.elements?.allSatisfy { $0.string != nil } == true }
  }

  /// Reads the agent.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, let permissions = root["permissions"] else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no permissions",
        needed: "settings with permissions.allow, ask or deny",
        remedy: "give the agent's settings file"
      )
    }
    let name = sink.context.account ?? document.stem
    let denied = try rules("deny", permissions) ?? []
    // What is denied is denied, whatever allows it.
    let allowed = try (rules("allow", permissions) ?? []).filter { !denied.contains($0) }
    sink.add(
      Agent(
        id: name,
        name: name,
        version: "sha256:\(document.digest)",
        model: root["model"]?.text,
        manifestDigest: document.digest,
        tools: allowed,
        askTools: try rules("ask", permissions),
        deniedTools: denied,
        scopes: try permissions.textList("additionalDirectories"),
        autonomyClass: try autonomy(permissions["defaultMode"]),
        status: .enabled,
        basis: .configured,
        approvedAt: .notRecorded,
        retiredAt: .notRecorded,
        locator: root.locator
      )
    )
  }

  private func rules(_ name: String, _ permissions: Cursor) throws(Diagnostic) -> [String]? {
    try permissions.textList(name)?.map(Redaction.redact)
  }

  private func autonomy(_ mode: Cursor?) throws(Diagnostic) -> Agent.AutonomyClass? {
    guard let mode else { return nil }
    switch mode.text {
    case "plan": return .assistive
    case "default": return .supervised
    case "acceptEdits", "dontAsk": return .bounded
    case "bypassPermissions": return .autonomous
    default:
      throw mode.malformed(
        found: "an unknown defaultMode",
        needed: "plan, default, acceptEdits or bypassPermissions"
      )
    }
  }
}
