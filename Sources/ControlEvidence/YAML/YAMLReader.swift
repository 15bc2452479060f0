import CLibYAML
import ControlModel

/// Reads YAML through libyaml into the same values as JSON, with lines.
///
/// Anchors and aliases are refused: they make small files large. So are tags, merge keys, duplicate
/// keys, and keys that are not text. Plain `true`, `false`, `null` and
/// numbers are read as such (YAML 1.2, core schema); everything else is text, dates included.
enum YAMLReader {
  /// Reads all documents of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file in UTF-8.
  ///   - path: The file's path, for messages.
  /// - Returns: The documents' values in order; empty where the file holds none.
  /// - Throws: ``Diagnostic`` with code `evidence-malformed` or `evidence-limit`.
  static func read(_ bytes: [UInt8], path: String) throws(Diagnostic) -> [EvidenceValue] {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw Diagnostic(
        .evidenceUnreadable,
        at: Locator(path: path),
        found: "no memory for the YAML parser",
        needed: "free memory",
        remedy: "close other programs and try again"
      )
    }
    defer { yaml_parser_delete(&parser) }
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<[EvidenceValue], Diagnostic> in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      do throws(Diagnostic) {
        var events = YAMLEvents(&parser, path: path)
        return .success(try events.stream())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// One event of the YAML stream, copied out of libyaml's memory.
private struct YAMLEvent {
  let type: yaml_event_type_t
  let line: Int
  let text: String
  let isPlain: Bool
  let isTagged: Bool
  let isAnchored: Bool
}

/// Composes values from libyaml's events.
private struct YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let path: String
  private var valueCount = 0

  init(_ parser: UnsafeMutablePointer<yaml_parser_t>, path: String) {
    self.parser = parser
    self.path = path
  }

  mutating func stream() throws(Diagnostic) -> [EvidenceValue] {
    var documents: [EvidenceValue] = []
    while true {
      let event = try next()
      switch event.type {
      case YAML_STREAM_END_EVENT: return documents
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      default: documents.append(try value(event, depth: 0))
      }
    }
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) throws(Diagnostic) -> EvidenceValue {
    if depth == Limits.maximumDepth, event.type != YAML_SCALAR_EVENT {
      throw limit(event, "more than \(Limits.maximumDepth) levels of nesting")
    }
    valueCount += 1
    if valueCount > Limits.maximumValues {
      throw limit(event, "more than \(Limits.maximumValues) values")
    }
    if event.isAnchored || event.type == YAML_ALIAS_EVENT {
      throw malformed(event, "an anchor or alias", "each value written out")
    }
    if event.isTagged { throw malformed(event, "a tag", "plain values without tags") }
    switch event.type {
    case YAML_SCALAR_EVENT: return EvidenceValue(scalar(event), line: event.line)
    case YAML_SEQUENCE_START_EVENT:
      var elements: [EvidenceValue] = []
      while true {
        let element = try next()
        if element.type == YAML_SEQUENCE_END_EVENT { break }
        elements.append(try value(element, depth: depth + 1))
      }
      return EvidenceValue(.array(elements), line: event.line)
    case YAML_MAPPING_START_EVENT:
      return EvidenceValue(.object(try members(depth)), line: event.line)
    default: throw malformed(event, "an unexpected end", "a value")
    }
  }

  private mutating func members(_ depth: Int) throws(Diagnostic) -> [EvidenceValue.Member] {
    var members: [EvidenceValue.Member] = []
    var names: Set<String> = []
    while true {
      let key = try next()
      if key.type == YAML_MAPPING_END_EVENT { return members }
      guard key.type == YAML_SCALAR_EVENT, !key.isTagged, !key.isAnchored else {
        throw malformed(key, "a key that is not plain text", "a text as key")
      }
      if !names.insert(key.text).inserted {
        throw malformed(key, "the key \"\(clipped(key.text))\" twice", "each key once")
      }
      if key.text == "<<", key.isPlain {
        throw malformed(key, "a merge key", "each value written out")
      }
      if members.count == Limits.maximumMembers {
        throw limit(key, "more than \(Limits.maximumMembers) keys in one mapping")
      }
      if key.text.utf8.count > Limits.maximumNameLengthInBytes {
        throw limit(key, "a key of \(key.text.utf8.count) bytes")
      }
      members.append(.init(name: key.text, value: try value(try next(), depth: depth + 1)))
    }
  }

  private func scalar(_ event: YAMLEvent) -> EvidenceValue.Content {
    guard event.isPlain else { return .string(event.text) }
    switch event.text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return isNumber(event.text) ? .number(event.text) : .string(event.text)
    }
  }

  /// Whether a plain text is a number in JSON's grammar: other spellings of YAML stay text, so that
  /// an account `0123` or a version `1_0` is not turned into another one.
  private func isNumber(_ text: String) -> Bool {
    var digits = Substring(text)
    if digits.hasPrefix("-") { digits.removeFirst() }
    guard let first = digits.first, first.isASCII, first.isNumber else { return false }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0] == "0" || !parts[0].hasPrefix("0") else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
    }
  }

  private mutating func next() throws(Diagnostic) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML"
      throw Diagnostic(
        .evidenceMalformed,
        at: Locator(path: path, line: Int(parser.pointee.problem_mark.line) + 1),
        found: problem,
        needed: "valid YAML",
        remedy: "mend the file; check indentation and quotes"
      )
    }
    defer { yaml_event_delete(&event) }
    let line = Int(event.start_mark.line) + 1
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return YAMLEvent(
        type: event.type,
        line: line,
        text: String(decoding: bytes, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
        isTagged: scalar.tag != nil,
        isAnchored: scalar.anchor != nil
      )
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(
        type: event.type,
        line: line,
        text: "",
        isPlain: false,
        isTagged: start.tag != nil,
        isAnchored: start.anchor != nil
      )
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(
        type: event.type,
        line: line,
        text: "",
        isPlain: false,
        isTagged: start.tag != nil,
        isAnchored: start.anchor != nil
      )
    default:
      return YAMLEvent(
        type: event.type,
        line: line,
        text: "",
        isPlain: false,
        isTagged: false,
        isAnchored: false
      )
    }
  }

  private func limit(_ event: YAMLEvent, _ found: String) -> Diagnostic {
    Diagnostic(
      .evidenceLimit,
      at: Locator(path: path, line: event.line),
      found: found,
      needed: "a document within the limits",
      remedy: "flatten or split the document"
    )
  }

  private func malformed(_ event: YAMLEvent, _ found: String, _ needed: String) -> Diagnostic {
    Diagnostic(
      .evidenceMalformed,
      at: Locator(path: path, line: event.line),
      found: found,
      needed: needed,
      remedy: "write the value out in plain YAML"
    )
  }
}
