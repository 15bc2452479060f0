import ControlTesting
import SuiteVocabulary

/// MAE2-2: each dataset has a lineage and named writers, and each memory store and retrieval source
/// leads back to one.
///
/// Of the trace it holds one reference for each store and writer that were seen together.
struct DataSources: Fold {
  private struct Writing: Hashable, Codable {
    let store: String
    let writer: String?
  }

  private var writes = Sightings<Writing, RecordReference>()

  static var watched: [Watched<Self>] {
    [
      Watched(MemoryStore.self) { _, store, scope in try store.expectTraced(in: scope) },
      Watched(MemoryWrite.self) { state, write, _ in
        state.writes.note(
          Writing(store: write.store, writer: write.actor),
          RecordReference(write)
        )
      },
    ]
  }

  mutating func observe(_ dataset: Dataset, _ scope: Scope) throws {
    try dataset.expectLineage(in: scope)
    try scope.expectWriters(dataset.writers, of: [dataset.id])
  }

  mutating func merge(_ later: DataSources) { writes.merge(later.writes) }

  func deviations(_ scope: Scope) -> [Deviation] {
    writes.all.compactMap { write, record in
      let writers = scope.first(MemoryStore.self, write.store)?.writers
      if let writers, let writer = write.writer, writers.contains(writer) { return nil }
      var deviation = Deviation(
        "writer",
        expected: "one of the writers of \(write.store)",
        observed: writers == nil
          ? "\(write.store), not among the memory stores" : write.writer ?? "not recorded"
      )
      deviation.record = record
      return deviation
    }
  }
}

extension Dataset {
  /// States that the dataset is fixed by a digest that was checked, and so is what it was made from.
  fileprivate func expectLineage(in scope: Scope) throws {
    try expect("origin", origin, .notEmpty)
    try expect("digest", digest, .present)
    if verified != .yes {
      throw Deviation("check of the digest", expected: "yes", observed: verified.rawValue)
    }
    if !verifiedAt.hasPassed(at: scope.asOf) {
      throw Deviation(
        "time of the check",
        expected: "at or before \(scope.asOf)",
        observed: verifiedAt.description
      )
    }
    for parent in derivedFrom ?? [] where scope.first(Dataset.self, parent) == nil {
      throw Deviation(
        "origin",
        expected: "datasets on record",
        observed: "\(parent), not among the datasets"
      )
    }
    if let derivedFrom, !derivedFrom.isEmpty {
      try expect("transformations", transformations, .notEmpty)
    }
  }
}

extension MemoryStore {
  /// States that the store leads back to datasets, keeps tenants apart and names its writers.
  fileprivate func expectTraced(in scope: Scope) throws {
    let names = [id, asset].compactMap { $0 }
    let isOnRecord =
      names.contains { scope.first(Dataset.self, $0) != nil }
      || names.contains { !scope.all(Dataset.self, where: \.usedBy, contains: $0).isEmpty }
    if !isOnRecord {
      throw Deviation(
        "lineage",
        expected: "a dataset on record that the store is or holds",
        observed: "none on record"
      )
    }
    for source in trustedSources ?? [] where scope.first(Dataset.self, source) == nil {
      throw Deviation(
        "retrieval source",
        expected: "a dataset on record",
        observed: "\(source), not among the datasets"
      )
    }
    try expectPartitioned(scope)
    try scope.expectWriters(writers, of: names)
  }

  private func expectPartitioned(_ scope: Scope) throws {
    switch partitioning {
    case .tenantStore, .tenantNamespace: return
    case .tenantFilter: try expect("tenant key", tenantKey, .notEmpty)
    case .shared, .unknown:
      // A store of one tenant, in a system of one tenant, has nobody to keep apart.
      if let tenants, tenants.count == 1, scope.subject.tenants.count <= 1 { return }
      throw Deviation(
        "partitioning",
        expected: "by tenant",
        observed: partitioning.rawValue
      )
    }
  }
}

extension Scope {
  /// States that writers are named and known, and that nobody else has a right to write.
  ///
  /// - Parameters:
  ///   - writers: The identities that may write, as the source's record names them.
  ///   - names: What statements may call the source.
  /// - Throws: A ``Deviation`` for the first writer who is not known, or right that is not a writer's.
  fileprivate func expectWriters(_ writers: [String]?, of names: [String]) throws {
    guard let writers, !writers.isEmpty else {
      throw Deviation("writers", expected: "named", observed: "not recorded")
    }
    for writer in writers where first(Identity.self, writer) == nil {
      throw Deviation(
        "writers",
        expected: "identities of the inventory",
        observed: "\(writer), not in the identity inventory"
      )
    }
    let reading = policy.readOnlyActions.map(PermissionPattern.init)
    for name in names {
      for right in all(Entitlement.self, where: \.listedResources, contains: name)
      where right.givesRights(at: asOf) && !writers.contains(right.holder) {
        let writing = right.actions.first { action in
          !reading.contains { $0.covers(PermissionPattern(action)) }
        }
        guard let writing else { continue }
        throw Deviation(
          "right to write",
          expected: "held by the named writers alone",
          observed: "\(right.holder), \(writing) by \(right.id)",
          path: chain(to: right.id, in: .entitlement)
        )
      }
    }
  }
}
