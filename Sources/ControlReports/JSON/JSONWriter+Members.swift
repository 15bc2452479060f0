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

  /// Writes a document of one object in a format of others, ending in a line feed.
  static func document(to sink: ReportSink, _ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(.exported, to: sink)
    writer.object(members)
    sink.write("\n")
  }

  /// Writes a document of one array in a format of others, ending in a line feed.
  static func listDocument(to sink: ReportSink, _ elements: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(.exported, to: sink)
    writer.list(elements)
    sink.write("\n")
  }

  /// An object as text, indented, without a line feed at its end.
  static func text(_ members: (inout JSONWriter) -> Void) -> String {
    CollectedDocument.text { sink in
      var writer = JSONWriter(.indented, to: sink)
      writer.object(members)
    }
  }
}
