import ControlModel

extension FieldDescription {
  /// RFC 3339 as it is read here: the zone is mandatory, a blank may stand for `T`.
  private static let timePattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$"
  private static let durationPattern =
    "^ *[0-9]+ +(millisecond|second|minute|hour|day|week)s? *$"

  /// The schema of the field's value; an optional field may also be null.
  var schema: EvidenceValue {
    let schema = type.schema
    guard isOptional else { return EvidenceSchema.object(schema) }
    return EvidenceSchema.object(Self.nullable(schema))
  }

  /// The same schema that also takes null, which stands for "not recorded".
  private static func nullable(_ schema: [(String, EvidenceValue)]) -> [(String, EvidenceValue)] {
    schema.map { name, value in
      switch (name, value.content) {
      case ("type", .string(let type)): (name, EvidenceSchema.texts([type, "null"]))
      case ("type", .array(let types)):
        (name, EvidenceValue(.array(types + [EvidenceSchema.text("null")])))
      case ("enum", .array(let words)):
        (name, EvidenceValue(.array(words + [EvidenceValue(.null)])))
      case ("anyOf", .array(let options)):
        (
          name,
          EvidenceValue(
            .array(options + [EvidenceSchema.object([("type", EvidenceSchema.text("null"))])])
          )
        )
      default: (name, value)
      }
    }
  }

  fileprivate static let instant: [(String, EvidenceValue)] = [
    ("type", EvidenceSchema.text("string")), ("format", EvidenceSchema.text("date-time")),
    ("pattern", EvidenceSchema.text(timePattern)),
  ]

  fileprivate static let duration: [(String, EvidenceValue)] = [
    ("type", EvidenceSchema.text("string")), ("pattern", EvidenceSchema.text(durationPattern)),
    ("description", EvidenceSchema.text("a count and a unit, such as 90 days")),
  ]
}

extension FieldDescription.FieldType {
  /// The schema of a value of the type.
  fileprivate var schema: [(String, EvidenceValue)] {
    switch self {
    // Ids are often numbers, and are taken as their text.
    case .text: [("type", EvidenceSchema.texts(["string", "number"]))]
    case .bool: [("type", EvidenceSchema.text("boolean"))]
    case .integer: [("type", EvidenceSchema.text("integer"))]
    case .decimal: [("type", EvidenceSchema.text("number"))]
    case .instant: FieldDescription.instant
    case .moment:
      [
        (
          "anyOf",
          EvidenceValue(
            .array([
              EvidenceSchema.object(FieldDescription.instant),
              EvidenceSchema.object([("enum", EvidenceSchema.texts(["never", "notRecorded"]))]),
            ])
          )
        )
      ]
    case .duration: FieldDescription.duration
    case .enumeration(let words): [("enum", EvidenceSchema.texts(words))]
    case .reference(let kind):
      [
        ("type", EvidenceSchema.texts(["string", "number"])),
        ("description", EvidenceSchema.text("the key of a record of \(kind.name)")),
      ]
    case .list(let element):
      [("type", EvidenceSchema.text("array")), ("items", EvidenceSchema.object(element.schema))]
    }
  }
}
