import ControlTesting

/// How many records of each type were read, to be held against what the manifest declares.
struct ReadCounts: Codable {
  private var counts = Sightings<String, Int>()

  /// Types that are counted together, with the kinds that yield them and nothing else.
  private struct Group {
    let types: [any EvidenceRecord.Type]
    let kinds: [EvidenceKind]
    /// Whether records of one id are joined into one, so that fewer may be there than were read.
    var areJoined = false
  }

  private static let groups = [
    Group(types: [Identity.self], kinds: [.nhiInventory], areJoined: true),
    Group(
      types: [Credential.self, Certificate.self],
      kinds: [.iamCredentialReport],
      areJoined: true
    ),
    Group(types: [Grant.self], kinds: [.oauthGrantList]),
    Group(types: [Tool.self], kinds: [.toolRegistry]),
    Group(types: [Issuance.self], kinds: [.tokenIssuance]),
    Group(
      types: [ToolCall.self, AgentRun.self, AgentMessage.self, MemoryWrite.self],
      kinds: [.agentTrace]
    ),
    Group(types: [AuditEvent.self], kinds: [.auditLog, .dataAccessLog]),
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
      if declared == read || group.areJoined && read < declared { return nil }
      return Deviation(
        "records of \(names)",
        expected: "\(declared), as the manifest declares",
        observed: "\(read) read",
        record: first
      )
    }
  }
}
