import ControlTesting

/// WID-2: each workload entry says how it is attested, and each instance that runs under it has
/// presented a document whose chain was verified.
///
/// Holds one entry for each workload entry and instance, whatever the number of documents.
struct PresentedAssertions: Fold {
  private struct Instance: Hashable, Codable {
    let entry: String
    let id: String?
  }

  private struct Documents: Codable {
    let first: RecordReference
    var verified = 0
    var refused = 0
    var untried = 0

    /// An instance that has shown no document yet.
    init(first: RecordReference) { self.first = first }

    init(_ chain: Issuance.ChainVerified?, _ first: RecordReference) {
      self.first = first
      add(chain)
    }

    mutating func add(_ chain: Issuance.ChainVerified?) {
      switch chain {
      case .yes: verified += 1
      case .no: refused += 1
      case .notTried, nil: untried += 1
      }
    }

    mutating func merge(_ other: Documents) {
      verified += other.verified
      refused += other.refused
      untried += other.untried
    }
  }

  private var entries = Sightings<String, RecordReference>()
  private var instances = Sightings<Instance, Documents>()

  static var watched: [Watched<Self>] {
    [
      Watched(Issuance.self) { state, issuance, _ in
        guard issuance.result == .issued, let entry = issuance.workloadEntry else { return }
        let chain = issuance.chainVerified
        state.instances.note(
          Instance(entry: entry, id: issuance.instance),
          Documents(chain, RecordReference(issuance))
        ) { $0.add(chain) }
      },
      Watched(ToolCall.self) { state, call, _ in
        guard call.result != .denied, let entry = call.workloadEntry else { return }
        let instance = Instance(entry: entry, id: call.instance)
        state.instances.note(instance, Documents(first: RecordReference(call)))
      },
    ]
  }

  /// An entry that has ended attests nobody.
  static func isMember(_ entry: WorkloadEntry, _ scope: Scope) -> Bool {
    !entry.expiresAt.hasPassed(at: scope.asOf)
  }

  mutating func observe(_ entry: WorkloadEntry, _ scope: Scope) throws {
    try expect("node attestation", entry.nodeAttestation, .notEmpty)
    try expect("workload attestation", entry.workloadAttestation, .notEmpty)
    try expect("selectors", entry.selectors, .notEmpty)
    entries.note(entry.name, RecordReference(entry))
  }

  mutating func merge(_ later: PresentedAssertions) {
    entries.merge(later.entries)
    instances.merge(later.instances) { $0.merge($1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let byEntry = Dictionary(grouping: instances.all) { $0.key.entry }
    let silent = entries.all.filter { byEntry[$0.key] == nil }.map { _, record in
      var deviation = Deviation(
        "presented assertion",
        expected: "one at least, on record as issued",
        observed: "none"
      )
      deviation.record = record
      return deviation
    }
    return silent + instances.all.compactMap { deviation($0, $1, scope) }
  }

  private func deviation(
    _ instance: Instance,
    _ documents: Documents,
    _ scope: Scope
  ) -> Deviation? {
    let name = "\(instance.id ?? "unnamed instance") of \(instance.entry)"
    var deviation: Deviation
    if scope.all(WorkloadEntry.self, where: \.name, is: instance.entry).isEmpty {
      deviation = Deviation(
        "workload entry",
        expected: "a registered entry",
        observed: "\(instance.entry), not among the entries"
      )
    } else if instance.id == nil {
      deviation = Deviation("instance", expected: "present", observed: "not recorded, of \(name)")
    } else if documents.refused > 0 {
      deviation = Deviation(
        "chain of the assertion",
        expected: "verified",
        observed: "not valid for \(name), in \(documents.refused)"
      )
    } else if documents.verified == 0 {
      deviation = Deviation(
        "chain of the assertion",
        expected: "verified",
        observed: documents.untried > 0 ? "not tried for \(name)" : "no assertion of \(name)"
      )
    } else {
      return nil
    }
    deviation.record = documents.first
    return deviation
  }
}
