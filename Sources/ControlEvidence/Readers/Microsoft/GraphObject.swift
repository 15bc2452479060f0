import ControlModel

/// An object of Microsoft Graph, with the names of the interface (`appId`) or of PowerShell (`AppId`).
///
/// ConvertTo-Json writes a list of one as its element, and an empty one as null or empty text.
struct GraphObject {
  /// The object and its place.
  let cursor: Cursor

  /// Wraps an object.
  init(_ cursor: Cursor) { self.cursor = cursor }

  /// The member of that name, or `nil` where there is none or it is null or empty text.
  subscript(name: String) -> Cursor? {
    guard let found = cursor[name] ?? cursor[Self.pascalCase(name)], found.value.string != "" else {
      return nil
    }
    return found
  }

  /// The text of a member, or `nil`.
  func text(_ name: String) -> String? { self[name]?.text }

  /// Whether the object has the member at all, null or not.
  func has(_ name: String) -> Bool { Self.has(name, in: cursor.value) }

  /// The text of a member that the record cannot do without.
  func required(_ name: String) throws(Diagnostic) -> String {
    guard let text = text(name) else {
      throw cursor.malformed(found: "no \(name)", needed: "\(name) as text")
    }
    return text
  }

  /// The Boolean value of a member, or `nil`.
  func flag(_ name: String) throws(Diagnostic) -> Bool? {
    guard let found = self[name] else { return nil }
    guard let flag = found.value.bool else {
      throw found.malformed(found: found.value.typeName, needed: "true or false")
    }
    return flag
  }

  /// The elements of a list; none where it is absent, null or empty text.
  func list(_ name: String) throws(Diagnostic) -> [GraphObject] {
    guard let found = self[name] else { return [] }
    guard found.value.elements != nil || found.value.members != nil else {
      throw found.malformed(found: found.value.typeName, needed: "a list")
    }
    return found.elements.map { GraphObject($0) }
  }

  /// The texts of a list, or of one text; `nil` where it is absent.
  func texts(_ name: String) -> [String]? {
    guard let found = self[name] else { return has(name) ? [] : nil }
    return found.texts
  }

  /// The instant of a member: RFC 3339, or `/Date(…)/` with milliseconds since 1970 as Windows
  /// PowerShell writes it; `nil` where it is absent.
  func instant(_ name: String) throws(Diagnostic) -> Instant? {
    guard let found = self[name], let text = found.text else { return nil }
    if let instant = Self.date(text) ?? Instant(rfc3339: text) { return instant }
    throw found.malformed(
      found: "a time that cannot be read",
      needed: "an RFC 3339 time with a zone, or /Date(milliseconds)/"
    )
  }

  /// The end that a member states; a year after 2261 means never.
  func end(_ name: String) throws(Diagnostic) -> Moment {
    guard let found = self[name], let text = found.text else { return .notRecorded }
    if let year = Int(text.prefix(4)), year > 2261,
      Instant(rfc3339: "2000\(text.dropFirst(4))") != nil
    {
      return .never
    }
    return try instant(name).map { .at($0) } ?? .notRecorded
  }

  /// Whether an object has a member in either spelling, null or not.
  static func has(_ name: String, in value: EvidenceValue) -> Bool {
    value.hasAny(name, pascalCase(name))
  }

  private static func date(_ text: String) -> Instant? {
    let inner = text.filter { $0 != "\\" }
    guard inner.hasPrefix("/Date("), inner.hasSuffix(")/"),
      let number = Int64(inner.dropFirst(6).dropLast(2))
    else { return nil }
    let (value, overflow) = number.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? nil : Instant(nanosecondsSinceEpoch: value)
  }

  private static func pascalCase(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }
}

/// A reader of a collection of Microsoft Graph.
protocol GraphReader: ListReader {
  /// The collection's name, as the context of an answer ends with it.
  var collection: String { get }
}

extension GraphReader {
  var shape: ListShape { ListShape(members: ["value"], pageMarkers: ["@odata.nextLink"]) }

  /// An answer names its collection, `…/$metadata#applications`, even where it is empty.
  func claimsEmpty(_ root: EvidenceValue) -> Bool {
    guard root["value"]?.elements != nil, let context = root["@odata.context"]?.string,
      let mark = context.lastIndex(of: "#")
    else { return false }
    // Keys and expansions stand in parentheses: `servicePrincipals('…')/appRoleAssignments`.
    var depth = 0
    let name = context[mark...].dropFirst().filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth -= 1 } }
      return depth == 0
    }
    return (name.split(separator: "/").last ?? "") == collection
  }
}
