import ControlModel

@testable import ControlEvidence

/// The fields of one row as text, to compare two ways of reading it.
enum RowText {
  /// What the slow way reads, JSON into values and values into fields; `nil` where it refuses the row.
  static func slow(_ bytes: [UInt8], _ type: any EvidenceRecord.Type) -> [String: String]? {
    func texts<R: EvidenceRecord>(_ type: R.Type) -> [String: String]? {
      guard let text = try? EncodingCheck.withoutMark(bytes, path: "f"),
        let value = try? JSONReader.read(text, path: "f"), value.members != nil
      else { return nil }
      var reader = RecordFields(value, at: Locator(path: "f", line: 1), fields: R.fields)
      let record = R(reading: &reader)
      guard reader.problems.isEmpty else { return nil }
      var row: [String: String] = [:]
      for (number, field) in R.fields.enumerated() {
        switch record.row.value(number) {
        case nil: break
        case let texts as [String]: row[field.name] = texts.joined(separator: "|")
        case let moment as Moment: if moment != .notRecorded { row[field.name] = "\(moment)" }
        case let value?: row[field.name] = "\(value)"
        }
      }
      return row
    }
    return texts(type)
  }

  /// What the parser read.
  static func fast(
    _ row: borrowing RowValues,
    _ base: UnsafePointer<UInt8>,
    _ fields: [FieldDescription]
  ) -> [String: String] {
    var texts: [String: String] = [:]
    for (number, field) in fields.enumerated() where row.presence >> UInt64(number) & 1 == 1 {
      let bits = row.slots.address[number]
      texts[field.name] =
        switch field.type {
        case .text, .reference: text(bits, row, base)
        case .bool: bits == 1 ? "true" : "false"
        case .integer: "\(Int(bitPattern: UInt(bits)))"
        case .decimal: "\(Double(bitPattern: bits))"
        case .instant: "\(Instant(nanosecondsSinceEpoch: Int64(bitPattern: bits)))"
        case .moment:
          bits == SlotBits.never
            ? "never" : "\(Instant(nanosecondsSinceEpoch: Int64(bitPattern: bits)))"
        case .duration: "\(Duration.nanoseconds(Int64(bitPattern: bits << 1) >> 1))"
        case .enumeration(let words): words[Int(bits)]
        case .list(.enumeration(let words)):
          elements(bits, row).map { words[Int($0)] }.joined(separator: "|")
        case .list: elements(bits, row).map { text($0, row, base) }.joined(separator: "|")
        }
    }
    return texts
  }

  private static func elements(_ bits: UInt64, _ row: borrowing RowValues) -> [UInt64] {
    let start = Int(bits & 0xFFFF_FFFF)
    return (start..<start + Int(bits >> 32)).map { row.elements.address[$0] }
  }

  private static func text(
    _ bits: UInt64,
    _ row: borrowing RowValues,
    _ base: UnsafePointer<UInt8>
  ) -> String {
    let start = bits & RowValues.isDecoded == 0 ? base : UnsafePointer(row.decoded)
    let length = Int(bits >> 32)
    return String(
      decoding: UnsafeBufferPointer(start: start + Int(bits & 0x7FFF_FFFF), count: length),
      as: UTF8.self
    )
  }
}
