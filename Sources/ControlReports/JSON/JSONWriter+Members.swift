extension JSONWriter {
  /// Writes a member that is an object.
  mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
    self.name(name)
    object(members)
  }

  /// Writes a member that is a string, and nothing where there is none: for formats of others,
  /// whose schemas do not allow `null`.
  mutating func optional(_ name: String, _ value: String?) {
    if let value { member(name, value) }
  }

  /// Writes a member that is a whole number, and nothing where there is none.
  mutating func optional(_ name: String, _ value: Int?) {
    if let value { member(name, value) }
  }

  /// Writes a member that is an array of strings, and nothing where it would be empty.
  mutating func optional(_ name: String, _ values: [String]) {
    if !values.isEmpty { member(name, values) }
  }

  /// Writes a member that is an array of objects, and nothing where it would be empty.
  mutating func optional<Element>(
    _ name: String,
    _ items: [Element],
    _ members: (inout JSONWriter, Element) -> Void
  ) {
    if !items.isEmpty { member(name, items, members) }
  }

  /// A document of one object in a format of others, ending in a line feed.
  static func document(_ members: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(.exported)
    writer.object(members)
    return writer.text + "\n"
  }
}
