import ControlModel

/// Which member of a row fills which field of a record type, worked out once for each type.
///
/// A member is named by its path: `["actor", "id"]` is the member `id` of the object `actor`. The
/// canonical form of a kind has paths of one name each.
final class RowPlan: Sendable {
  /// A member to be read, and the field it fills.
  struct Binding: Sendable {
    /// The member's path, outermost name first; never empty.
    let path: [String]
    /// The number of the field in the record type.
    let field: Int
  }

  /// How one member is read.
  struct Member: Sendable {
    /// The object it belongs to: 0 is the row itself.
    let scope: Int
    /// Its name, in ASCII.
    let name: [UInt8]
    /// How its value is read.
    let reading: ValueReading
    /// The field it fills; -1 where it fills none.
    let field: Int
    /// The scope that its value opens, where it is an object with members of its own.
    let inner: Int
    /// The words of an enumeration, or of a list of one.
    let words: [String]
  }

  /// The record type's fields.
  let fields: [FieldDescription]
  /// The fields that a record cannot do without, as bits.
  let required: UInt64
  /// The members to be read.
  let members: [Member]

  /// Works out a plan, or fails where a plan cannot hold the members: such rows are read the slow way.
  ///
  /// - Parameters:
  ///   - fields: The fields of the record type, at most 64.
  ///   - bindings: The members that fill them.
  ///   - special: Members of the row that say something else than a field's value.
  init?(
    fields: [FieldDescription],
    bindings: [Binding],
    special: [String: ValueReading] = [:]
  ) {
    guard fields.count <= 64 else { return nil }
    self.fields = fields
    required = fields.enumerated().reduce(0) { bits, field in
      field.element.isOptional ? bits : bits | 1 << UInt64(field.offset)
    }
    var scopes: [[String]: Int] = [[]: 0]
    var members: [Member] = []
    for (name, reading) in special.sorted(by: { $0.key < $1.key }) {
      members.append(
        Member(scope: 0, name: Array(name.utf8), reading: reading, field: -1, inner: 0, words: [])
      )
    }
    for binding in bindings {
      guard let last = binding.path.last, binding.path.allSatisfy(Self.isPlain) else { return nil }
      for depth in 0..<binding.path.count - 1 where scopes[Array(binding.path[...depth])] == nil {
        scopes[Array(binding.path[...depth])] = scopes.count
        members.append(
          Member(
            scope: scopes[Array(binding.path[..<depth])] ?? 0,
            name: Array(binding.path[depth].utf8),
            reading: .object,
            field: -1,
            inner: scopes.count - 1,
            words: []
          )
        )
      }
      let (reading, words) = ValueReading.of(fields[binding.field].type)
      guard words.allSatisfy({ $0.utf8.count < WordTable.lengthLimit && Self.isPlain($0) }) else {
        return nil
      }
      members.append(
        Member(
          scope: scopes[Array(binding.path.dropLast())] ?? 0,
          name: Array(last.utf8),
          reading: reading,
          field: binding.field,
          inner: 0,
          words: words
        )
      )
    }
    // A name that is both a value and an object, or two values, has no one reading.
    let names = Set(members.map { [UInt8(truncatingIfNeeded: $0.scope)] + $0.name })
    guard names.count == members.count, members.count <= NameTable.plannedLimit, scopes.count < 256
    else { return nil }
    self.members = members
  }

  /// The plan for the canonical form of a record type: each member fills the field of its name.
  ///
  /// - Parameters:
  ///   - fields: The record type's fields.
  ///   - isRoot: Whether the row is a whole document, where `records` would hold rows.
  convenience init?(canonical fields: [FieldDescription], isRoot: Bool) {
    var special: [String: ValueReading] = ["record": .recordName]
    if isRoot { special["records"] = .unsure }
    self.init(
      fields: fields,
      bindings: fields.enumerated().compactMap { number, field in
        special[field.name] == nil ? Binding(path: [field.name], field: number) : nil
      },
      special: special
    )
  }

  /// A plan that reads nothing.
  static let empty = RowPlan()

  private init() {
    fields = []
    required = 0
    members = []
  }

  /// Whether a name can only be written in one way, escapes apart.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
  }
}

/// How the value of a member is read.
enum ValueReading: UInt8, Sendable {
  /// It fills nothing, and is only checked to be JSON.
  case skipped
  case text
  case bool
  case integer
  case decimal
  case instant
  case moment
  case duration
  case word
  case texts
  case words
  /// An object with members of its own.
  case object
  /// It names the record's type.
  case recordName
  /// The row is to be read the slow way.
  case unsure

  /// How a field of a type is read, and the words it may hold.
  static func of(_ type: FieldDescription.FieldType) -> (ValueReading, [String]) {
    switch type {
    case .text, .reference: (.text, [])
    case .bool: (.bool, [])
    case .integer: (.integer, [])
    case .decimal: (.decimal, [])
    case .instant: (.instant, [])
    case .moment: (.moment, [])
    case .duration: (.duration, [])
    case .enumeration(let words): (.word, words)
    case .list(.enumeration(let words)): (.words, words)
    case .list: (.texts, [])
    }
  }
}
