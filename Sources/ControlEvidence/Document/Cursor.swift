import ControlModel

/// A value together with its place, so that whatever is made of it knows where it came from.
struct Cursor {
  /// The value.
  let value: EvidenceValue
  /// The JSON pointer of the value within its document.
  let pointer: String
  /// The document's path.
  let path: String
  /// The document's digest.
  let digest: String

  /// The value's place.
  var locator: Locator {
    Locator(
      path: path,
      digest: digest,
      line: value.line > 0 ? value.line : nil,
      pointer: pointer.isEmpty ? nil : pointer
    )
  }

  /// The member of that name, or `nil` where there is none or it is null.
  subscript(name: String) -> Cursor? {
    guard let member = value[name], !member.isNull else { return nil }
    return Cursor(value: member, pointer: "\(pointer)/\(escaped(name))", path: path, digest: digest)
  }

  /// The elements of an array; one element where the value is an object, since some exporters write
  /// a list of one as its element; none for anything else.
  var elements: [Cursor] {
    switch value.content {
    case .array(let elements):
      return elements.enumerated().map { offset, element in
        Cursor(value: element, pointer: "\(pointer)/\(offset)", path: path, digest: digest)
      }
    case .object: return [self]
    default: return []
    }
  }

  /// The members of an object in order; none for anything else.
  var members: [(name: String, value: Cursor)] {
    (value.members ?? []).map { member in
      let place = "\(pointer)/\(escaped(member.name))"
      return (member.name, Cursor(value: member.value, pointer: place, path: path, digest: digest))
    }
  }

  /// The text of a string, or of a number as written.
  var text: String? {
    switch value.content {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The texts of a list of strings, or of one string.
  var texts: [String] {
    if let text { return [text] }
    return (value.elements ?? []).compactMap(\.string)
  }

  /// A diagnostic about this place.
  func malformed(found: String, needed: String) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: locator,
      found: found,
      needed: needed,
      remedy: "export the file again, or mend the tool that wrote it"
    )
  }

  /// The text of a member that a record cannot do without.
  func required(_ name: String) throws(Diagnostic) -> String {
    guard let text = self[name]?.text, !text.isEmpty else {
      throw malformed(found: "no \(name)", needed: "\(name) as text")
    }
    return text
  }

  /// The whole number of a member, or `nil` where it is absent.
  ///
  /// Text stands for a number too: protobuf's JSON writes 64-bit numbers so.
  func integer(_ name: String) throws(Diagnostic) -> Int? {
    guard let cursor = self[name] else { return nil }
    guard let text = cursor.text, let number = Int(text) else {
      throw cursor.malformed(found: cursor.value.typeName, needed: "a whole number")
    }
    return number
  }

  /// The Boolean value of a member, or `nil` where it is absent.
  func flag(_ name: String) throws(Diagnostic) -> Bool? {
    guard let cursor = self[name] else { return nil }
    guard let flag = cursor.value.bool else {
      throw cursor.malformed(found: cursor.value.typeName, needed: "true or false")
    }
    return flag
  }

  /// The elements of a member that is a list; none where it is absent.
  ///
  /// An object stands for a list of itself, as some exporters write it; anything else is refused
  /// rather than taken for an empty list.
  func list(_ name: String) throws(Diagnostic) -> [Cursor] {
    guard let cursor = self[name] else { return [] }
    switch cursor.value.content {
    case .array, .object: return cursor.elements
    default: throw cursor.malformed(found: cursor.value.typeName, needed: "a list")
    }
  }

  /// The texts of a member that is a text or a list of texts, or `nil` where it is absent.
  func textList(_ name: String) throws(Diagnostic) -> [String]? {
    guard let cursor = self[name] else { return nil }
    if let text = cursor.value.string { return [text] }
    let texts = cursor.texts
    guard let elements = cursor.value.elements, elements.count == texts.count else {
      throw cursor.malformed(found: cursor.value.typeName, needed: "a text, or a list of texts")
    }
    return texts
  }

  /// The instant of a member in RFC 3339, or `nil` where it is absent.
  func instant(_ name: String) throws(Diagnostic) -> Instant? {
    guard let cursor = self[name] else { return nil }
    guard let text = cursor.text, let instant = Instant(rfc3339: text) else {
      throw cursor.malformed(
        found: "a time that cannot be read",
        needed: "an RFC 3339 time with a zone"
      )
    }
    return instant
  }
}

extension EvidenceDocument {
  /// The roots of the document: one for JSON, one for each line or document else; none for tables
  /// and text.
  var roots: [Cursor] {
    switch content {
    case .json(let value): [Cursor(value: value, pointer: "", path: path, digest: digest)]
    case .jsonLines(let values), .yaml(let values):
      values.map { Cursor(value: $0, pointer: "", path: path, digest: digest) }
    case .table, .workbook, .text: []
    }
  }

  /// The root of a document that is one JSON value, or `nil`.
  var root: Cursor? {
    guard case .json(let value) = content else { return nil }
    return Cursor(value: value, pointer: "", path: path, digest: digest)
  }

  /// The table, or `nil` where the document is none.
  var table: Table? {
    if case .table(let table) = content { return table }
    return nil
  }
}
