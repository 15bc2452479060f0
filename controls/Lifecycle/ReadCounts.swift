import ControlTesting

/// How many records of each type were read, to be held against what the manifest declares.
struct ReadCounts: Codable {
  private var counts = Sightings<String, Int>()

  /// The types that are counted, with the kinds that yield them and nothing else.
  private static let groups: [(types: [any EvidenceRecord.Type], kinds: [EvidenceKind])] = [
    ([Identity.self], [.nhiInventory]),
    ([Credential.self, Certificate.self], [.iamCredentialReport]),
    ([Grant.self], [.oauthGrantList]),
    ([Tool.self], [.toolRegistry]),
    ([Issuance.self], [.tokenIssuance]),
    ([ToolCall.self, AgentRun.self, AgentMessage.self, MemoryWrite.self], [.agentTrace]),
    ([AuditEvent.self], [.auditLog, .dataAccessLog]),
  ]

  mutating func add(_ type: String) { counts.note(type, 1) { $0 += 1 } }

  mutating func merge(_ later: ReadCounts) { counts.merge(later.counts) { $0 += $1 } }

  /// Where more or fewer records were read than declared.
  ///
  /// A file that yields other kinds beside has one count for all of them, which nothing here can be
  /// held against; the reader compares that itself.
  func deviations(_ scope: Scope) -> [Deviation] {
    Self.groups.compactMap { group in
      let read = group.types.reduce(0) { $0 + (counts[$1.recordName] ?? 0) }
      let items = group.kinds.flatMap { scope.all(EvidenceItem.self, where: \.kind, is: $0.name) }
      let names = group.kinds.map(\.name).joined(separator: ", ")
      guard let first = items.first else {
        if read == 0 { return nil }
        return Deviation(
          "records of \(names)",
          expected: "declared in the manifest",
          observed: "\(read) read, none declared"
        )
      }
      let yieldsMore = items.contains { item in
        scope.all(EvidenceItem.self, where: \.path, is: item.path).contains { other in
          !group.kinds.contains { $0.name == other.kind }
        }
      }
      if yieldsMore { return nil }
      if let uncounted = items.first(where: { $0.recordCount == nil }) {
        return Deviation(
          "declared records of \(names)",
          expected: "a count",
          observed: "not recorded",
          record: uncounted
        )
      }
      let declared = items.compactMap(\.recordCount).reduce(0) { sum, count in
        let (total, overflow) = sum.addingReportingOverflow(count)
        return overflow ? Int.max : total
      }
      if declared == read { return nil }
      return Deviation(
        "records of \(names)",
        expected: "\(declared), as the manifest declares",
        observed: "\(read) read",
        record: first
      )
    }
  }
}
