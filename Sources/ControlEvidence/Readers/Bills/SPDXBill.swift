import ControlModel

/// One bill of materials in SPDX 2.
struct SPDXBill {
  private let root: Cursor
  private let bill: String
  private let isSigned: Component.BillSigned
  private let generatedAt: Instant?
  private let dependencies: [String: [String]]
  private let subjects: Set<String>

  /// Takes a bill.
  ///
  /// - Parameters:
  ///   - root: The document.
  ///   - signed: What is known of a signature around the bill.
  /// - Throws: ``Diagnostic`` where its head cannot be read.
  init(_ root: Cursor, signed: Component.BillSigned) throws(Diagnostic) {
    self.root = root
    isSigned = signed
    bill = try root.required("documentNamespace")
    generatedAt = try root["creationInfo"]?.instant("created")
    var dependencies: [String: [String]] = [:]
    var subjects = Set(root["documentDescribes"]?.texts ?? [])
    for relationship in try root.list("relationships") {
      guard let from = relationship["spdxElementId"]?.text,
        let to = relationship["relatedSpdxElement"]?.text
      else { continue }
      switch relationship["relationshipType"]?.text {
      case "DEPENDS_ON": dependencies[from, default: []].append(to)
      case "DEPENDENCY_OF": dependencies[to, default: []].append(from)
      case "DESCRIBES": subjects.insert(to)
      default: break
      }
    }
    self.dependencies = dependencies
    self.subjects = subjects
  }

  /// Reads a component for each package.
  func read(into sink: inout RecordSink) throws(Diagnostic) {
    let packages = try root.list("packages")
    let described = packages.filter { $0["SPDXID"]?.text.map(subjects.contains) == true }
    let subjectDigest = described.lazy.compactMap(Self.digest).first
    for package in packages {
      sink.attempt { (sink) throws(Diagnostic) in sink.add(try component(package, subjectDigest)) }
    }
  }

  private func component(
    _ package: Cursor,
    _ subjectDigest: String?
  ) throws(Diagnostic) -> Component {
    let id = try package.required("SPDXID")
    let digest = Self.digest(package)
    let supplier = Self.stated(package["supplier"]) ?? Self.stated(package["originator"])
    return Component(
      id: id,
      bill: bill,
      kind: kind(package),
      name: try package.required("name"),
      version: Self.stated(package["versionInfo"]),
      packageURL: try package.list("externalRefs").first { $0["referenceType"]?.text == "purl" }?[
        "referenceLocator"
      ]?.text,
      digest: digest,
      pinned: digest == nil ? nil : true,
      supplier: supplier.map(Self.withoutRole),
      licence: Self.stated(package["licenseConcluded"]) ?? Self.stated(package["licenseDeclared"]),
      dependsOn: dependencies[id],
      subjectDigest: subjectDigest,
      billCompleteness: .unstated,
      billSigned: isSigned,
      generatedAt: generatedAt,
      locator: package.locator
    )
  }

  private static func digest(_ package: Cursor) -> String? {
    package["checksums"]?.elements.first { $0["algorithm"]?.text == "SHA256" }?["checksumValue"]?
      .text?.lowercased()
  }

  /// A text, unless it is one of SPDX's words for nothing.
  private static func stated(_ cursor: Cursor?) -> String? {
    guard let text = cursor?.text, !["", "NOASSERTION", "NONE"].contains(text) else { return nil }
    return text
  }

  /// `Organization: Pinewick (a@b)` is `Pinewick (a@b)`.
  private static func withoutRole(_ text: String) -> String {
    for role in ["Organization: ", "Person: ", "Tool: "] where text.hasPrefix(role) {
      return String(text.dropFirst(role.count))
    }
    return text
  }

  private func kind(_ package: Cursor) -> Component.Kind {
    // A package whose purpose is not stated is taken for what most are.
    switch package["primaryPackagePurpose"]?.text ?? "LIBRARY" {
    case let word where ["APPLICATION", "FRAMEWORK", "CONTAINER", "LIBRARY"].contains(word):
      Component.Kind(rawValue: word.lowercased()) ?? .other
    default: .other
    }
  }
}
