import ControlModel

/// Reads `subject.yaml`: what a folder of evidence is about.
enum SubjectFile {
  /// Reads the subject.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - folder: The folder's name, which is the subject's id.
  /// - Returns: The subject.
  /// - Throws: ``Diagnostic`` with code `subject-malformed`, or those of YAML.
  static func read(_ bytes: [UInt8], folder: String) throws(Diagnostic) -> Subject {
    let path = "subject.yaml"
    let text = try EncodingCheck.withoutMark(bytes, path: path)
    guard let value = try YAMLReader.read(text, path: path).first else {
      throw malformed(Locator(path: path, line: 1), "an empty file", "the subject's id, name, kind")
    }
    let root = Cursor(value: value, pointer: "", path: path, digest: "")
    let known = ["id", "name", "kind", "tier", "owner", "criticality", "tenants", "description"]
    for member in root.members where !known.contains(member.name) {
      let near = Suggestion.nearest(to: member.name, among: known)
      throw malformed(
        member.value.locator,
        "the key \"\(clipped(member.name))\"",
        near.map { "\($0)" } ?? "one of \(known.joined(separator: ", "))"
      )
    }
    guard root["id"]?.text == folder else {
      throw malformed(
        (root["id"] ?? root).locator,
        root["id"] == nil ? "no id" : "an id other than the folder's name",
        "id: \(folder)"
      )
    }
    return Subject(
      id: folder,
      name: root["name"]?.text.map(SecretShape.withheld) ?? folder,
      kind: try word(root, "kind"),
      tier: try word(root, "tier"),
      owner: try owner(root),
      criticality: root["criticality"]?.text.map(SecretShape.withheld),
      tenants: (root["tenants"]?.texts ?? []).map(SecretShape.withheld)
    )
  }

  private static func owner(_ root: Cursor) throws(Diagnostic) -> String {
    guard let owner = root["owner"]?.text, !owner.isEmpty else {
      throw malformed(root.locator, "no owner", "owner: the accountable person or team")
    }
    return SecretShape.withheld(owner)
  }

  private static func word<W: RawRepresentable & CaseIterable>(
    _ root: Cursor,
    _ name: String
  ) throws(Diagnostic) -> W where W.RawValue == String {
    guard let text = root[name]?.text, let word = W(rawValue: text) else {
      throw malformed(
        (root[name] ?? root).locator,
        root[name]?.text.map { "\(name): \(clipped($0))" } ?? "no \(name)",
        "\(name): one of \(W.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    return word
  }

  private static func malformed(_ place: Locator, _ found: String, _ needed: String) -> Diagnostic {
    Diagnostic(
      .subjectMalformed,
      at: place,
      found: found,
      needed: needed,
      remedy: "mend subject.yaml"
    )
  }
}
