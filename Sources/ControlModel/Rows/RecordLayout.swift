/// How the records of one type lie in rows: the type's name, kinds, fields and key.
///
/// There is one for each record type; generated code makes it.
public final class RecordLayout: Sendable {
  /// What the 8 bytes of a field hold.
  package enum Shape: UInt8, Sendable {
    case text, bool, integer, decimal, instant, moment, duration, word, texts, words
  }

  /// The record type's name.
  package let name: String
  /// The kinds of evidence that yield the type.
  package let kinds: [EvidenceKind]
  /// The fields in order; a field's number is its place here.
  package let fields: [FieldDescription]
  /// What each field holds.
  package let shapes: [Shape]
  /// The words of each field that is an enumeration or a list of one; empty for others.
  package let words: [[String]]
  /// The numbers of the fields that make the key, in order.
  package let keyFields: [Int]
  /// The fields that a record cannot do without, as bits.
  package let requiredFields: UInt64
  /// All fields, as bits.
  package let allFields: UInt64
  /// The fields that are lists, as bits.
  package let listFields: UInt64

  /// The numbers of the fields that are instants or moments.
  package let timeFields: [Int]
  /// The numbers of the fields that are durations.
  package let durationFields: [Int]
  /// The properties of the fields that are texts or lists of texts, in order.
  package let textPaths: @Sendable () -> [AnyKeyPath]

  /// At most so many fields: their presence is one word of bits.
  package static let fieldLimit = 64

  /// Describes a record type.
  ///
  /// - Parameters:
  ///   - name: The type's name.
  ///   - kinds: The kinds that yield it.
  ///   - key: The fields that make the key, in order.
  ///   - table: The fields, one on each line, in the notation of `evidence-kinds.csv`.
  ///   - textPaths: The properties of the fields that are texts or lists of texts, in order.
  init(
    _ name: String,
    kinds: [EvidenceKind],
    key: [String],
    _ table: String,
    textPaths: @escaping @Sendable () -> [AnyKeyPath]
  ) {
    let fields = FieldDescription.table(table)
    precondition(fields.count <= Self.fieldLimit, "too many fields in \(name)")
    self.name = name
    self.textPaths = textPaths
    self.kinds = kinds
    self.fields = fields
    let shapes = fields.map { Shape($0.type) }
    self.shapes = shapes
    words = fields.map { $0.type.words }
    keyFields = key.compactMap { name in fields.firstIndex { $0.name == name } }
    func bits(_ isMember: (Int) -> Bool) -> UInt64 {
      fields.indices.reduce(0) { isMember($1) ? $0 | 1 << UInt64($1) : $0 }
    }
    timeFields = fields.indices.filter { shapes[$0] == .instant || shapes[$0] == .moment }
    durationFields = fields.indices.filter { shapes[$0] == .duration }
    allFields = bits { _ in true }
    requiredFields = bits { !fields[$0].isOptional }
    listFields = bits { shapes[$0] == .texts || shapes[$0] == .words }
  }

  /// The number of the field that a property is, or `nil` where it is none that holds texts.
  ///
  /// - Parameter path: A property of the record type, one of a control's own perhaps.
  /// - Returns: The field's number.
  /// - Complexity: O(*n*) in the number of fields, and slow: keep the answer.
  package func textField(_ path: AnyKeyPath) -> Int? {
    let fields = shapes.indices.filter { shapes[$0] == .text || shapes[$0] == .texts }
    return zip(fields, textPaths()).first { $0.1 == path }?.0
  }

  /// The number of a field, or `nil` where the type has no such field.
  ///
  /// - Parameter name: The field's name.
  /// - Returns: The number.
  /// - Complexity: O(*n*) in the number of fields.
  package func field(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

extension RecordLayout.Shape {
  fileprivate init(_ type: FieldDescription.FieldType) {
    switch type {
    case .text, .reference: self = .text
    case .bool: self = .bool
    case .integer: self = .integer
    case .decimal: self = .decimal
    case .instant: self = .instant
    case .moment: self = .moment
    case .duration: self = .duration
    case .enumeration: self = .word
    case .list(.enumeration): self = .words
    case .list: self = .texts
    }
  }
}

extension FieldDescription.FieldType {
  /// The words of an enumeration or of a list of one; empty for other types.
  fileprivate var words: [String] {
    switch self {
    case .enumeration(let words): words
    case .list(let element): element.words
    default: []
    }
  }
}
