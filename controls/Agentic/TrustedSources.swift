import ControlTesting

/// ASI06-6: each store's owner has signed its list of trusted sources, and nothing was written from
/// another.
///
/// Of the writes it holds one entry for each store and each source that is not on the store's list.
struct TrustedSources: Fold {
  private struct Stray: Hashable, Codable {
    let store: String
    /// The source; `nil`: not recorded.
    let origin: String?
  }

  private var strays = Sightings<Stray, RecordReference>()

  static var watched: [Watched<Self>] {
    [
      Watched(MemoryWrite.self) { state, write, scope in
        let trusted = scope.first(MemoryStore.self, write.store)?.trustedSources ?? []
        if let origin = write.origin, trusted.contains(origin) { return }
        state.strays.note(
          Stray(store: write.store, origin: write.origin),
          RecordReference(write)
        )
      }
    ]
  }

  mutating func observe(_ store: MemoryStore, _ scope: Scope) throws {
    try expect("trusted sources", store.trustedSources, .notEmpty)
    try scope.expectOwnerStatement(.memorySourcesTrusted, about: store.id, by: store.owner)
  }

  mutating func merge(_ later: TrustedSources) { strays.merge(later.strays) }

  func deviations(_ scope: Scope) -> [Deviation] {
    strays.all.map { stray, record in
      var deviation = Deviation(
        "source of entries in \(stray.store)",
        expected: "a trusted source of the store",
        observed: stray.origin ?? "not recorded"
      )
      deviation.record = record
      return deviation
    }
  }
}
