import ControlTesting

/// Secrets that stand readable in a store, in a tool's settings or in what a workload was given.
struct PlaintextSecrets: Fold {
  static func isMember(_ item: SecretItem, _ scope: Scope) -> Bool {
    !item.deletedAt.hasPassed(at: scope.asOf)
  }

  mutating func observe(_ item: SecretItem, _ scope: Scope) throws {
    guard item.plaintext else { return }
    throw Deviation(
      "secret",
      expected: "a reference to the secret store",
      observed: "readable in \(item.store)\(item.usersInWords)"
    )
  }

  mutating func merge(_ later: PlaintextSecrets) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    let tools = scope.records(Tool.self).filter { $0.status != .retired }.compactMap {
      deviation($0, $0.plaintextSecrets)
    }
    return tools + scope.records(Image.self).compactMap { deviation($0, $0.plaintextSecrets) }
  }

  /// A setting that nobody looked at for secrets deviates as one that has some.
  private func deviation(_ record: any EvidenceRecord, _ count: Int?) -> Deviation? {
    if count == 0 { return nil }
    return Deviation(
      "secrets in plain text",
      expected: "0",
      observed: count.map(String.init) ?? "not recorded",
      record: record
    )
  }
}

extension SecretItem {
  /// The agents whose configuration carries the secret, for a finding.
  fileprivate var usersInWords: String {
    guard let agents, !agents.isEmpty else { return "" }
    return ", used by \(agents.joined(separator: ", "))"
  }
}
