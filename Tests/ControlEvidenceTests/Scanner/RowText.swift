import ControlModel

@testable import ControlEvidence

/// The fields of one row as text, to compare two ways of reading it.
enum RowText {
  /// What the slow way reads, JSON into values and values into fields; `nil` where it refuses the row.
  static func slow(_ bytes: [UInt8], _ fields: [FieldDescription]) -> [String: String]? {
    guard let text = try? EncodingCheck.withoutMark(bytes, path: "f"),
      let value = try? JSONReader.read(text, path: "f"), value.members != nil
    else { return nil }
    var reader = RecordFields(value, at: Locator(path: "f", line: 1), fields: fields)
    var row: [String: String] = [:]
    var isWhole = true
    for field in fields {
      let text = read(field, &reader)
      if let text { row[field.name] = text }
      if !field.isOptional, reader.present(field.name) == nil { isWhole = false }
    }
    return isWhole && reader.problems.isEmpty ? row : nil
  }

  private static func read(_ field: FieldDescription, _ reader: inout RecordFields) -> String? {
    switch field.type {
    case .text, .reference: return reader.text(field.name)
    case .bool: return reader.bool(field.name).map { "\($0)" }
    case .integer: return reader.integer(field.name).map { "\($0)" }
    case .decimal: return reader.decimal(field.name).map { "\($0)" }
    case .instant: return reader.instant(field.name).map { "\($0)" }
    case .moment:
      let moment = reader.moment(field.name)
      return moment == .notRecorded ? nil : "\(moment)"
    case .duration: return reader.duration(field.name).map { "\($0)" }
    case .enumeration(let words):
      guard let value = reader.present(field.name) else { return nil }
      if let text = value.string, words.contains(text) { return text }
      // Whatever else it is, one of the two has a problem with it.
      _ = reader.bool(field.name)
      _ = reader.list(field.name)
      return nil
    case .list(.enumeration(let words)):
      guard let texts = reader.list(field.name) else { return nil }
      if !texts.allSatisfy(words.contains) { _ = reader.bool(field.name) }
      return texts.joined(separator: "|")
    case .list: return reader.list(field.name)?.joined(separator: "|")
    }
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
