public import ControlModel

/// The JSON Schema (draft 2020-12) of a kind's canonical form.
///
/// It is made from the same table of fields by which files are read. Unknown members are tolerated,
/// as the reader tolerates them; null stands for an absent field. A CSV file has the same fields as
/// columns, with every value as text.
public enum EvidenceSchema {
  /// The dialect that the schemas are written in.
  public static let dialect = "https://json-schema.org/draft/2020-12/schema"

  /// The schema's id, the same wherever it is published.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: A URN that ends in the version of the canonical form.
  public static func id(of kind: EvidenceKind) -> String {
    "urn:control-testing:evidence-kind:\(kind.name):1"
  }

  /// The kind that a word names: a kind's own name, or that of one of its record types in any case.
  ///
  /// - Parameter word: Such as `iam-credential-report`, or `credential`.
  /// - Returns: The kind, or `nil` where nothing has that name.
  public static func kind(named word: String) -> EvidenceKindDescription? {
    let plain = word.lowercased()
    return EvidenceKind.all.first { $0.kind.name == plain }
      ?? EvidenceKind.all.first { kind in
        kind.recordTypes.contains { $0.recordName.lowercased() == plain }
      }
  }

  /// The schema of a kind.
  ///
  /// A file is a list of records, an object whose `records` are that list, or one record, as a line
  /// of JSON Lines is.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: The schema as a JSON object.
  public static func schema(of kind: EvidenceKindDescription) -> EvidenceValue {
    let list = object([("type", text("array")), ("items", reference("record"))])
    let wrapped = object([
      (
        "properties",
        object([("kind", object([("const", text(kind.kind.name))])), ("records", list)])
      )
    ])
    let one = object([
      ("if", object([("required", texts(["records"]))])), ("then", wrapped),
      ("else", reference("record")),
    ])
    let definitions =
      [("record", record(of: kind))] + kind.recordTypes.map { ($0.recordName, definition(of: $0)) }
    return object([
      ("$schema", text(dialect)), ("$id", text(id(of: kind.kind))),
      ("title", text(kind.kind.name)), ("description", text(kind.summary)),
      ("type", texts(["array", "object"])),
      ("if", object([("type", text("array"))])),
      ("then", object([("items", reference("record"))])), ("else", one),
      ("$defs", object(definitions)),
    ])
  }

  /// A record of any of the kind's types: `record` names it, and the first is meant without.
  private static func record(of kind: EvidenceKindDescription) -> EvidenceValue {
    let names = kind.recordTypes.map { $0.recordName }
    var choice = reference(names.first ?? "")
    for name in names.dropFirst().reversed() {
      let isNamed = object([
        ("properties", object([("record", object([("const", text(name))]))])),
        ("required", texts(["record"])),
      ])
      choice = object([("if", isNamed), ("then", reference(name)), ("else", choice)])
    }
    return object([
      ("type", text("object")),
      ("properties", object([("record", object([("enum", texts(names))]))])),
      ("allOf", EvidenceValue(.array([choice]))),
    ])
  }

  private static func definition(of type: any EvidenceRecord.Type) -> EvidenceValue {
    let required = type.fields.filter { !$0.isOptional }.map(\.name)
    return object([
      ("title", text(type.recordName)), ("type", text("object")),
      ("properties", object(type.fields.map { ($0.name, $0.schema) })),
      ("required", texts(required)),
      ("additionalProperties", EvidenceValue(.bool(true))),
    ])
  }

  static func object(_ members: [(String, EvidenceValue)]) -> EvidenceValue {
    EvidenceValue(.object(members.map { .init(name: $0, value: $1) }))
  }

  static func text(_ text: String) -> EvidenceValue { EvidenceValue(.string(text)) }

  static func texts(_ texts: [String]) -> EvidenceValue { EvidenceValue(.array(texts.map(text))) }

  private static func reference(_ name: String) -> EvidenceValue {
    object([("$ref", text("#/$defs/\(name)"))])
  }
}
