import ControlModel

/// A catalogue in OSCAL: groups of controls, which may hold further groups and controls.
///
/// Read are ids, titles, classes, statements, and what is withdrawn with what took its place. The
/// shapes of the catalogues that NIST publishes of CSF 2.0 and SP 800-53 are both understood: they
/// differ in where the official spelling of an id stands and in how a successor is named.
struct OSCALCatalog {
  private var notes: ImportNotes
  private var drafts: [DraftItem] = []
  private var withdrawn: [(id: String, title: String, links: [String])] = []
  /// The official spelling of each OSCAL id.
  private var spellings: [String: String] = [:]
  private let source: String

  /// Reads the value of `catalog`.
  static func read(
    _ root: EvidenceValue,
    path: String,
    id: FrameworkID?
  ) throws(ImportProblems) -> ImportedCatalog {
    let metadata = root["metadata"]
    var reader = OSCALCatalog(path: path, source: metadata?["title"]?.string ?? path)
    let framework = id ?? reader.framework(metadata, root)
    for group in root["groups"]?.elements ?? [] { reader.read(group, isGroup: true, parent: nil) }
    for control in root["controls"]?.elements ?? [] {
      reader.read(control, isGroup: false, parent: nil)
    }
    if reader.drafts.isEmpty {
      reader.notes.add(
        root,
        found: "no groups and no controls",
        needed: "catalog.groups or catalog.controls",
        remedy: "give the catalogue itself, not a profile or a reference to one"
      )
    }
    let items = DraftItem.items(of: reader.drafts, framework: framework, notes: &reader.notes)
    try reader.notes.check()
    let catalog = Catalog(
      framework: framework,
      title: (metadata?["title"]?.string ?? framework.name).squeezed,
      publisher: metadata.map(publisher) ?? "",
      published: published(metadata),
      address: "",
      licence: "",
      items: items
    )
    let withdrawn = reader.withdrawn.map { item in
      WithdrawnItem(
        id: item.id,
        title: item.title,
        successors: item.links.map { reader.spellings[$0] ?? $0 }
      )
    }
    return ImportedCatalog(catalog: catalog, withdrawn: withdrawn)
  }

  private init(path: String, source: String) {
    notes = ImportNotes(.frameworkMalformed, path: path)
    self.source = source
  }

  private mutating func framework(_ metadata: EvidenceValue?, _ root: EvidenceValue) -> FrameworkID
  {
    if let id = metadata?.property("framework-version-identifier"), !id.isEmpty {
      return FrameworkID(id.slug)
    }
    guard let metadata, let title = metadata["title"]?.string, !title.slug.isEmpty else {
      notes.add(
        root,
        found: "no metadata.title",
        needed: "the title of the catalogue",
        remedy: "name the framework: --framework ID=FILE"
      )
      return FrameworkID("")
    }
    // "NIST Special Publication 800-53 Revision 5: Security and Privacy …" is known by its start.
    let name = title.split(separator: ":", maxSplits: 1).first.map(String.init) ?? title
    let version = metadata["version"]?.string ?? ""
    return FrameworkID(version.isEmpty ? name.slug : "\(name.slug)-\(version.slug)")
  }

  private mutating func read(_ value: EvidenceValue, isGroup: Bool, parent: String?) {
    let id = officialID(value, isGroup: isGroup)
    let title = (value["title"]?.string ?? "").squeezed
    if let key = value["id"]?.string { spellings[key] = id }
    let isWithdrawn = value.property("status").map { $0.lowercased() } == "withdrawn"
    if isWithdrawn {
      withdrawn.append((id, title, value.successors))
    } else {
      drafts.append(
        DraftItem(
          value: value,
          id: id,
          parent: parent,
          kind: kind(value, isGroup: isGroup),
          title: title,
          text: OSCALText(value).statement,
          source: source
        )
      )
    }
    // What stands below a withdrawn item and is in force itself hangs on the next item above.
    let above = isWithdrawn ? parent : id
    for group in value["groups"]?.elements ?? [] { read(group, isGroup: true, parent: above) }
    for control in value["controls"]?.elements ?? [] {
      read(control, isGroup: false, parent: above)
    }
  }

  /// The id as its publisher writes it: `AC-2(1)`, where OSCAL has `ac-2.1` and the label.
  private func officialID(_ value: EvidenceValue, isGroup: Bool) -> String {
    let id = value["id"]?.string ?? ""
    // A release may give several labels, such as `AC-01` for sorting beside `AC-1`.
    if let label = value.properties("label").first(where: { $0.letters == id.letters }) {
      return label
    }
    // The families of SP 800-53 have no label: `ac` heads `AC-1`.
    let child = value["controls"]?.elements?.first.map { officialID($0, isGroup: false) }
    guard isGroup, let child, child.lowercased().hasPrefix(id.lowercased()) else {
      return id
    }
    return String(child.prefix(id.count))
  }

  private func kind(_ value: EvidenceValue, isGroup: Bool) -> CatalogItem.Kind {
    if let name = value["class"]?.string, let kind = CatalogItem.Kind(rawValue: name) {
      return kind
    }
    return isGroup ? .category : .control
  }

  private static func publisher(_ metadata: EvidenceValue) -> String {
    let duties = metadata["responsible-parties"]?.elements ?? []
    let roles = ["author", "publisher", "creator"]
    let ids = roles.lazy.compactMap { role in
      duties.first { $0["role-id"]?.string == role }?["party-uuids"]?.elements?.first?.string
    }
    let parties = metadata["parties"]?.elements ?? []
    let party = ids.first.flatMap { id in parties.first { $0["uuid"]?.string == id } }
    return (party ?? parties.first)?["name"]?.string?.squeezed ?? ""
  }

  private static func published(_ metadata: EvidenceValue?) -> String {
    let time = metadata?["published"]?.string ?? metadata?["last-modified"]?.string ?? ""
    return String(time.prefix(10))
  }
}

extension EvidenceValue {
  /// The values of all OSCAL properties of a name.
  func properties(_ name: String) -> [String] {
    (self["props"]?.elements ?? []).filter { $0["name"]?.string == name }
      .compactMap { $0["value"]?.string }
  }

  /// The value of an OSCAL property by name: the one without a class where there are several.
  func property(_ name: String) -> String? {
    let all = self["props"]?.elements?.filter { $0["name"]?.string == name } ?? []
    return (all.first { $0["class"] == nil } ?? all.first)?["value"]?.string
  }

  /// The OSCAL ids of what took a withdrawn item's place.
  fileprivate var successors: [String] {
    (self["links"]?.elements ?? []).compactMap { link in
      let relation = (link["rel"]?.string ?? "").split { $0 == "_" || $0 == "-" }.joined(
        separator: "-"
      )
      guard ["incorporated-into", "moved-to"].contains(relation), let target = link["href"]?.string
      else { return nil }
      return target.hasPrefix("#") ? String(target.dropFirst()) : target
    }
  }
}

extension String {
  /// Letters and digits alone, in lower case: what two spellings of one id share.
  var letters: String { String(filter { $0.isLetter || $0.isNumber }).lowercased() }

  /// The words joined by hyphens, as ids of frameworks are written.
  fileprivate var slug: String {
    split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_")) }
      .joined(separator: "-")
  }
}
