import ControlModel

/// A library of CISO Assistant: a framework with requirement nodes, or sets of mappings between two.
struct CISOLibrary {
  private let objects: EvidenceValue
  private let line: Int

  init(_ root: EvidenceValue) {
    objects = root["objects"] ?? root
    line = root.line
  }

  func parts(as framework: FrameworkID?) -> [MappingFile.Part] {
    frameworks.map { node in
      let names = ["ref_id", "name", "urn"].compactMap { node[$0]?.string }
      let known = names.lazy.compactMap { MappingFile.framework(named: $0) }.first
      return MappingFile.Part(
        framework: framework ?? known,
        name: names.first ?? "framework",
        isList: true,
        entries: (node["requirement_nodes"]?.elements ?? []).compactMap(entry)
      )
    } + mappings
  }

  private var frameworks: [EvidenceValue] {
    if let one = objects["framework"], one["requirement_nodes"] != nil { return [one] }
    return objects["frameworks"]?.elements ?? []
  }

  /// An entry of a node; preambles and other nodes without an id are no items.
  private func entry(_ node: EvidenceValue) -> MappingFile.Entry? {
    guard let id = node["ref_id"]?.text, !id.isEmpty else { return nil }
    return MappingFile.Entry(
      id: id,
      title: node["name"]?.string,
      text: node["description"]?.string,
      line: node["ref_id"]?.line ?? node.line,
      isFolded: false
    )
  }

  private var mappings: [MappingFile.Part] {
    let one = objects["requirement_mapping_set"].map { [$0] } ?? []
    let sets = one + (objects["requirement_mapping_sets"]?.elements ?? [])
    var parts: [MappingFile.Part] = []
    for set in sets {
      for row in set["requirement_mappings"]?.elements ?? [] {
        for side in ["source", "target"] {
          guard let place = row["\(side)_requirement_urn"],
            let (slug, id) = Self.names(place.string ?? "")
          else { continue }
          let entry = MappingFile.Entry(
            id: id,
            title: nil,
            text: nil,
            line: place.line,
            isFolded: true
          )
          if let index = parts.firstIndex(where: { $0.name == slug }) {
            parts[index].entries.append(entry)
          } else {
            parts.append(
              MappingFile.Part(
                framework: MappingFile.framework(named: slug),
                name: slug,
                isList: false,
                entries: [entry]
              )
            )
          }
        }
      }
    }
    return parts
  }

  /// Framework and item of `urn:intuitem:risk:req_node:FRAMEWORK:ITEM`.
  private static func names(_ urn: String) -> (framework: String, id: String)? {
    let parts = urn.split(separator: ":", maxSplits: 5).map(String.init)
    guard parts.count == 6, parts[3] == "req_node" else { return nil }
    return (parts[4], parts[5])
  }
}

extension EvidenceValue {
  /// The text of a string, or of a number as written: YAML reads the id `8.1` as a number.
  fileprivate var text: String? {
    switch content {
    case .string(let text), .number(let text): text
    default: nil
    }
  }
}
