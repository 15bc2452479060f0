/// Writes a JSON document (RFC 8259) to a sink, members in the order they are given.
///
/// Characters that act rather than are read are escaped, so that the document can be looked at in
/// a terminal; the value that a parser reads is unchanged.
struct JSONWriter {
  /// How the document is laid out.
  enum Layout {
    /// One member on a line, two blanks of indentation.
    case indented
    /// As indented, and characters that act shown as in every report: for formats of others, whose
    /// readers put values on a screen as they are.
    case exported
    /// No white space, `<`, `>` and `&` escaped to stand inside an HTML element, and each text
    /// and each list of member names written once: see ``PackedTexts``.
    case packed
  }

  private let sink: ReportSink
  private let layout: Layout
  private var depth = 0
  private var isFirst = true
  private var packed = PackedTexts()

  init(_ layout: Layout, to sink: ReportSink) {
    self.layout = layout
    self.sink = sink
  }

  /// Writes an object.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    guard layout == .packed else { return nest("{", "}", members) }
    nest("[", "]") { writer in
      writer.packed.openObject()
      members(&writer)
      writer.separate()
      let shape = -1 - writer.packed.closeObject()
      writer.put(String(shape))
    }
  }

  /// Writes an array with one element for each item.
  mutating func array<Items: Sequence>(
    _ items: Items,
    _ element: (inout JSONWriter, Items.Element) -> Void
  ) {
    nest("[", "]") { writer in
      for item in items {
        writer.separate()
        element(&writer, item)
      }
    }
  }

  /// Writes an array whose elements come one by one, each by ``element(_:)``: for lists that are
  /// made as they are written.
  mutating func list(_ elements: (inout JSONWriter) -> Void) { nest("[", "]", elements) }

  /// Writes an object as the next element of a ``list(_:)``.
  mutating func element(_ members: (inout JSONWriter) -> Void) {
    separate()
    object(members)
  }

  /// Writes the name of a member; its value must follow.
  mutating func name(_ name: String) {
    separate()
    if layout == .packed { return packed.add(name: name) }
    string(name)
    put(": ")
  }

  /// Writes a string, or `null`.
  mutating func value(_ value: String?) {
    guard let value else {
      put("null")
      return
    }
    guard layout == .packed else { return string(value) }
    // Asked for first: in the same expression the writer would be held twice, and all texts copied.
    let place = packed.index(of: value)
    put(String(place))
  }

  /// Writes a whole number, or `null`.
  mutating func value(_ value: Int?) { number(value.map(String.init)) }

  /// Writes a number; one that JSON cannot hold becomes `null`.
  mutating func value(_ value: Double) { number(value.isFinite ? String(value) : nil) }

  /// Writes a truth value.
  mutating func value(_ value: Bool) { put(value ? "true" : "false") }

  private mutating func number(_ digits: String?) {
    guard let digits else {
      put("null")
      return
    }
    put(layout == .packed ? "\"\(digits)\"" : digits)
  }

  private func put(_ text: String) { sink.write(text) }

  private mutating func nest(
    _ opening: String,
    _ closing: String,
    _ body: (inout JSONWriter) -> Void
  ) {
    put(opening)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    put(closing)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { put(",") }
    isFirst = false
    breakLine()
  }

  private func breakLine() {
    guard layout != .packed else { return }
    put("\n")
    for _ in 0..<depth { put("  ") }
  }

  private func string(_ given: String) {
    let value = layout == .exported ? visible(given) : given
    put("\"")
    if value.utf8.allSatisfy(isPlain) {
      put(value)
    } else {
      var text = ""
      for scalar in value.unicodeScalars { append(scalar, to: &text) }
      put(text)
    }
    put("\"")
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): layout != .packed
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  private func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "<", ">", "&":
      if layout == .packed { escape(scalar, to: &text) } else { text.unicodeScalars.append(scalar) }
    default:
      if isActing(scalar) {
        escape(scalar, to: &text)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private func escape(_ scalar: Unicode.Scalar, to text: inout String) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}

extension JSONWriter {
  /// Writes a packed document: its root, then the texts and the shapes that the root refers to.
  ///
  /// The texts are kept until the root is written; they share their storage with the results.
  static func packedDocument(to sink: ReportSink, _ members: (inout JSONWriter) -> Void) {
    sink.write("{\"root\":")
    var writer = JSONWriter(.packed, to: sink)
    writer.object(members)
    sink.write(",\"texts\":[")
    for (index, entry) in writer.packed.texts.enumerated() {
      if index > 0 { sink.write(",") }
      writer.string(entry)
    }
    sink.write("],\"shapes\":[")
    for (index, names) in writer.packed.shapes.enumerated() {
      sink.write(index > 0 ? ",[" : "[")
      sink.write(names.map { "\"\($0)\"" }.joined(separator: ",") + "]")
    }
    sink.write("]}")
  }
}

extension JSONWriter {
  /// Writes a member that is a string or `null`.
  mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    self.value(value)
  }

  /// Writes a member that is a whole number or `null`.
  mutating func member(_ name: String, _ value: Int?) {
    self.name(name)
    self.value(value)
  }

  /// Writes a member that is a truth value.
  mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    self.value(value)
  }

  /// Writes a member that is an array of strings.
  mutating func member(_ name: String, _ values: [String]) {
    self.name(name)
    array(values) { $0.value($1) }
  }

  /// Writes a member that is an array of objects.
  mutating func member<Items: Sequence>(
    _ name: String,
    _ items: Items,
    _ members: (inout JSONWriter, Items.Element) -> Void
  ) {
    self.name(name)
    array(items) { writer, item in writer.object { members(&$0, item) } }
  }

  /// Writes a member that is an object, or `null` where there is no value.
  mutating func member<Value>(
    _ name: String,
    _ value: Value?,
    _ members: (inout JSONWriter, Value) -> Void
  ) {
    self.name(name)
    guard let value else { return self.value(String?.none) }
    object { members(&$0, value) }
  }
}
