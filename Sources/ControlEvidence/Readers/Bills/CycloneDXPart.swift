import ControlModel

/// A component or service of a CycloneDX bill.
struct CycloneDXPart {
  /// The component as it stands.
  let cursor: Cursor
  /// What kind of thing it is.
  let kind: Component.Kind
  /// The name, with the group before it where there is one.
  let name: String
  /// What the bill refers to it by; else the package's address; else name and version.
  let id: String

  /// Takes a component, or a service where its kind is given.
  ///
  /// - Throws: ``Diagnostic`` where it has no name, or no type.
  init(_ cursor: Cursor, kind: Component.Kind? = nil) throws(Diagnostic) {
    self.cursor = cursor
    let plain = try cursor.required("name")
    name = cursor["group"]?.text.map { $0.isEmpty ? plain : "\($0)/\(plain)" } ?? plain
    if let kind {
      self.kind = kind
    } else {
      self.kind = Self.kind(try cursor.required("type"))
    }
    let version = cursor["version"]?.text.map { "@\($0)" } ?? ""
    id = cursor["bom-ref"]?.text ?? cursor["purl"]?.text ?? "\(name)\(version)"
  }

  /// The version, or `nil` where it is absent or empty.
  var version: String? { cursor["version"]?.text.flatMap { $0.isEmpty ? nil : $0 } }

  /// The SHA-256, or `nil` where the component has none.
  var digest: String? { Self.digest(cursor) }

  /// The SHA-256 of a component as it stands.
  static func digest(_ cursor: Cursor) -> String? {
    cursor["hashes"]?.elements.lazy.first { $0["alg"]?.text == "SHA-256" }?["content"]?.text?
      .lowercased()
  }

  /// Who supplies it; `nil`: not recorded.
  var supplier: String? {
    let provider = cursor["supplier"] ?? cursor["manufacturer"] ?? cursor["provider"]
    return provider?["name"]?.text ?? (cursor["publisher"] ?? cursor["author"])?.text
  }

  /// The licences by SPDX id, name or expression, in the order of the bill.
  var licence: String? {
    let names = (cursor["licenses"]?.elements ?? []).compactMap { choice in
      choice["expression"]?.text ?? (choice["license"]?["id"] ?? choice["license"]?["name"])?.text
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Where it comes from: the first address of its distribution, source or web site.
  var origin: String? {
    let references = cursor["externalReferences"]?.elements ?? []
    for type in ["distribution", "vcs", "website"] {
      if let found = references.first(where: { $0["type"]?.text == type })?["url"]?.text {
        return ServerAddress.withoutSecrets(found)
      }
    }
    return nil
  }

  /// The component as a model.
  ///
  /// - Throws: ``Diagnostic`` where it has no version: a model without one names no model.
  func model() throws(Diagnostic) -> Model {
    guard let version else {
      throw cursor.malformed(found: "a model without a version", needed: "the model's version")
    }
    let card = CycloneDXCard(cursor)
    return Model(
      id: id,
      name: name,
      version: version,
      digest: digest,
      pinned: digest == nil ? nil : true,
      origin: origin,
      supplier: supplier,
      licence: licence,
      trainingSummary: card.trainingSummary,
      datasets: card.datasetNames,
      limits: card.list("technicalLimitations"),
      intendedUse: card.list("useCases"),
      endOfLifeAt: .notRecorded,
      locator: cursor.locator
    )
  }

  private static func kind(_ type: String) -> Component.Kind {
    switch type {
    case "machine-learning-model": .model
    case "data": .dataset
    // These mean the same here and there.
    case "application", "library", "framework", "container":
      Component.Kind(rawValue: type) ?? .other
    default: .other
    }
  }
}
