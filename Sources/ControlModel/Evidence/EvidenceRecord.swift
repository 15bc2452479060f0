/// One record of evidence: a typed value with the place it was read from.
///
/// Record types are generated from `Records/evidence-kinds.csv` by `make records`.
///
/// A record is a view of a packed row. Making one from a row and copying it cost nothing; a property
/// is read from the row each time.
public protocol EvidenceRecord: Sendable, CustomReflectable {
  /// How records of the type lie in rows.
  static var layout: RecordLayout { get }
  /// The record's packed values.
  var row: RecordRow { get }

  /// A record as a view of a row.
  ///
  /// - Parameter row: A row of this type.
  init(row: RecordRow)
}

extension EvidenceRecord {
  /// The record type's name, as in `Credential`.
  public static var recordName: String { layout.name }
  /// The kinds of evidence that yield this record.
  public static var kinds: [EvidenceKind] { layout.kinds }
  /// The record's fields in order.
  public static var fields: [FieldDescription] { layout.fields }

  /// What tells this record from others of its type: the key fields, joined by a blank.
  public var recordKey: String { row.key }
  /// Where the record was read.
  public var locator: Locator { row.locator }

  /// Reads the record's fields.
  ///
  /// Problems are noted in the reader; a record with any is refused.
  ///
  /// - Parameter reader: The fields as they stand in the evidence.
  public init(reading reader: inout RecordFields) {
    self.init(row: reader.row(Self.layout))
  }
}

/// A field of a record type.
public struct FieldDescription: Sendable, Hashable {
  /// What a field may hold.
  public enum FieldType: Sendable, Hashable {
    case text
    case bool
    case integer
    case decimal
    case instant
    case moment
    case duration
    /// One of the listed words.
    case enumeration([String])
    /// The key of a record of another kind.
    case reference(EvidenceKind)
    /// A list of values of one type.
    indirect case list(FieldType)
  }

  /// The field's name, in lowerCamelCase.
  public let name: String
  /// What it may hold.
  public let type: FieldType
  /// Whether a record without it is still readable.
  ///
  /// A control judges the absence.
  public let isOptional: Bool
}

extension FieldDescription {
  /// Reads a table of fields, one on each line: `name:type`, with `?` after the name where it may
  /// be absent, in the notation of `evidence-kinds.csv`.
  ///
  /// - Parameter rows: The table's text.
  /// - Returns: The fields in order.
  static func table(_ rows: String) -> [FieldDescription] {
    rows.split(separator: "\n").map { row in
      let parts = row.split(separator: ":", maxSplits: 1)
      let name = parts[0]
      let type = FieldType(notation: parts[1])
      let isOptional = name.hasSuffix("?")
      return FieldDescription(
        name: String(isOptional ? name.dropLast() : name),
        type: type,
        isOptional: isOptional || type == .moment
      )
    }
  }
}

extension FieldDescription.FieldType {
  /// Reads a type as `evidence-kinds.csv` writes it, such as `list<ref<nhi-inventory>>`.
  init(notation: Substring) {
    func inner(_ prefix: String) -> Substring? {
      notation.hasPrefix(prefix) ? notation.dropFirst(prefix.count).dropLast() : nil
    }
    if let element = inner("list<") {
      self = .list(Self(notation: element))
    } else if let words = inner("enum(") {
      self = .enumeration(words.split(separator: "|").map(String.init))
    } else if let kind = inner("ref<") {
      self = .reference(EvidenceKind(String(kind)))
    } else {
      switch notation {
      case "bool": self = .bool
      case "int": self = .integer
      case "decimal": self = .decimal
      case "instant": self = .instant
      case "moment": self = .moment
      case "duration": self = .duration
      default: self = .text
      }
    }
  }
}
