import ControlModel
import Foundation

/// A JSON document as the tests look at it.
enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case integer(Int)
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .decimal(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(parsing text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  subscript(name: String) -> JSONValue {
    if case .object(let members) = self { return members[name] ?? .null }
    return .null
  }

  var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return []
  }

  var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// Every string in the document, the names of members among them.
  var strings: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.strings)
    case .object(let members): members.keys + members.values.flatMap(\.strings)
    default: []
    }
  }

  /// The document as the product's own readers give it.
  var evidence: EvidenceValue {
    switch self {
    case .null: EvidenceValue(.null)
    case .bool(let value): EvidenceValue(.bool(value))
    case .integer(let value): EvidenceValue(.number(String(value)))
    case .decimal(let value): EvidenceValue(.number(String(value)))
    case .string(let text): EvidenceValue(.string(text))
    case .array(let elements): EvidenceValue(.array(elements.map(\.evidence)))
    case .object(let members):
      EvidenceValue(
        .object(
          members.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value.evidence) }
        )
      )
    }
  }
}
