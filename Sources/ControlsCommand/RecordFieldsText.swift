import ControlModel
import ControlReports

/// A record's fields as text, in the order of its type, for people and for JSON.
struct RecordFieldsText {
  private let record: any EvidenceRecord
  private let fields: [(name: String, value: Any)]

  private init(_ record: any EvidenceRecord) {
    self.record = record
    fields = Mirror(reflecting: record).children.compactMap { child in
      guard let name = child.label, name != "locator" else { return nil }
      let mirror = Mirror(reflecting: child.value)
      // An optional without a value is not recorded: there is nothing to show.
      if mirror.displayStyle == .optional {
        return mirror.children.first.map { (name, $0.value) }
      }
      return (name, child.value)
    }
  }

  /// The records of a type in tables, in order.
  static func all(_ type: any EvidenceRecord.Type, in tables: RecordTables) -> [RecordFieldsText] {
    func open<R: EvidenceRecord>(_ type: R.Type) -> [RecordFieldsText] {
      tables.records(type).map { RecordFieldsText($0) }
    }
    return open(type)
  }

  /// The record's key and place, then its fields, then its age where it has one.
  func lines(asOf: Instant, width: Int) -> [String] {
    var parts = fields.compactMap { name, value -> String? in
      if let moment = value as? Moment, moment == .notRecorded { return nil }
      return "\(name)=\(Self.text(value))"
    }
    if let credential = record as? Credential,
      let start = credential.rotatedAt.instant ?? credential.createdAt
    {
      parts.append("age=\(asOf.duration(since: start).words)")
    }
    let place = Locator(
      path: String(record.locator.path.split(separator: "/").last ?? ""),
      line: record.locator.line,
      pointer: record.locator.pointer
    )
    // Evidence may hold what a terminal acts on, and what nobody should see.
    return
      (["  \(SecretShape.withheld(record.recordKey))", "    \(place)"]
      + Columns.wrapped(parts.joined(separator: "  "), width - 4).map { "    \($0)" })
      .map(visible)
  }

  /// The record as a JSON object with its place.
  var value: EvidenceValue {
    let members = fields.map { name, value in
      EvidenceValue.Member(name: name, value: Self.value(value))
    }
    let place = EvidenceValue.Member(
      name: "locator",
      value: EvidenceValue(.string(record.locator.description))
    )
    return EvidenceValue(.object(members + [place]))
  }

  private static func text(_ value: Any) -> String {
    switch value {
    case let duration as Duration: duration.words
    case let list as [Any]: "[\(list.map(text).joined(separator: ", "))]"
    case let word as any RawRepresentable<String>: word.rawValue
    default: SecretShape.withheld("\(value)")
    }
  }

  private static func value(_ value: Any) -> EvidenceValue {
    switch value {
    case let bool as Bool: EvidenceValue(.bool(bool))
    case let number as Int: EvidenceValue(.number(String(number)))
    case let number as Double: EvidenceValue(.number(String(number)))
    case let list as [Any]: EvidenceValue(.array(list.map(Self.value)))
    case let moment as Moment:
      EvidenceValue(.string(moment == .notRecorded ? "notRecorded" : moment.description))
    default: EvidenceValue(.string(text(value)))
    }
  }
}
