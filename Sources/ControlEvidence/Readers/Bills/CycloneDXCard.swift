import ControlModel

/// What a model's card within a CycloneDX bill says.
struct CycloneDXCard {
  private let component: Cursor

  /// Takes the component that has the card; it need not have one.
  init(_ component: Cursor) { self.component = component }

  private var parameters: Cursor? { component["modelCard"]?["modelParameters"] }

  /// Approach, task and architecture in one line; `nil`: the card says none of them.
  var trainingSummary: String? {
    let parts = [
      parameters?["approach"]?["type"], parameters?["task"], parameters?["architectureFamily"],
      parameters?["modelArchitecture"],
    ]
    let texts = parts.compactMap { $0?.text }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  /// The texts of a list of the card's considerations; `nil`: not recorded.
  func list(_ name: String) -> [String]? {
    let texts = component["modelCard"]?["considerations"]?[name]?.texts
    return texts?.isEmpty == true ? nil : texts
  }

  /// What the model was trained on: references to components, or data sets written out in the card.
  var datasetNames: [String]? {
    let names = (parameters?["datasets"]?.elements ?? []).compactMap(Self.name)
    return names.isEmpty ? nil : names
  }

  /// The data sets that the card names and whose origin is known.
  ///
  /// - Parameter parts: The components of the bill by id.
  /// - Returns: The data sets in the order of the card.
  func datasets(named parts: [String: CycloneDXPart]) -> [Dataset] {
    (parameters?["datasets"]?.elements ?? []).compactMap { entry in
      guard let name = Self.name(entry) else { return nil }
      let part = parts[name]
      let contents = entry["contents"] ?? part?.cursor["data"]?.elements.first?["contents"]
      let address = contents?["url"]?.text.map(ServerAddress.withoutSecrets)
      guard let origin = address ?? part?.origin ?? part?.supplier else { return nil }
      return Dataset(
        id: name,
        name: part?.name ?? entry["name"]?.text,
        kind: .training,
        version: part?.version,
        digest: part?.digest,
        origin: origin,
        licence: part?.licence,
        usedBy: component["bom-ref"]?.text.map { [$0] },
        verified: .notTried,
        verifiedAt: .notRecorded,
        expiresAt: .notRecorded,
        locator: (part?.cursor ?? entry).locator
      )
    }
  }

  private static func name(_ entry: Cursor) -> String? {
    (entry["ref"] ?? entry["bom-ref"] ?? entry["name"])?.text
  }
}
