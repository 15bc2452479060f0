/// A table in CSV as RFC 4180 writes it, with a header row and line feeds.
///
/// The parser is strict: it refuses a carriage return, a stray quote, an unclosed field, a row of
/// another length than the header and a header that is not the one expected.
struct Table {
  /// What is wrong with a table, and in which line.
  struct Malformed: Error, Hashable, CustomStringConvertible {
    let line: Int
    let problem: String

    var description: String { "line \(line): \(problem)" }
  }

  /// The fields of each row after the header, in the order of the columns asked for.
  let rows: [[String]]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: The table, its header first. One line feed at the end is allowed.
  ///   - columns: The columns wanted, in the order in which a row gives them.
  ///   - defaults: What a column holds that the table leaves out or leaves blank.
  /// - Throws: ``Malformed`` with the first problem.
  init(_ text: String, columns: [String], defaults: [String: String] = [:]) throws(Malformed) {
    var reader = RowReader(text)
    guard let header = try reader.next() else { throw Malformed(line: 1, problem: "no header") }
    for name in header where !columns.contains(name) {
      throw Malformed(line: 1, problem: "unknown column \(name)")
    }
    let positions = columns.map { header.firstIndex(of: $0) }
    for (name, position) in zip(columns, positions) where position == nil {
      guard defaults[name] != nil else {
        throw Malformed(line: 1, problem: "no column \(name)")
      }
    }
    let fallbacks = columns.map { defaults[$0] ?? "" }
    var rows: [[String]] = []
    while let row = try reader.next() {
      guard row.count == header.count else {
        throw Malformed(
          line: reader.line - 1,
          problem: "\(row.count) fields where \(header.count) are due"
        )
      }
      rows.append(
        zip(positions, fallbacks).map { position, fallback in
          guard let position, !row[position].isEmpty else { return fallback }
          return row[position]
        }
      )
    }
    self.rows = rows
  }

  /// Reads a table that is part of the program; a malformed one is a fault of the program.
  ///
  /// - Parameters:
  ///   - text: The table, its header first.
  ///   - columns: The columns wanted, in the order in which a row gives them.
  ///   - defaults: What a column holds that the table leaves out or leaves blank.
  init(embedded text: String, columns: [String], defaults: [String: String] = [:]) {
    do {
      try self.init(text, columns: columns, defaults: defaults)
    } catch {
      preconditionFailure("an embedded table is malformed: \(error)")
    }
  }
}

/// Cuts CSV text into rows.
private struct RowReader {
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private var index = 0
  /// The line the next row starts in, from 1.
  private(set) var line = 1

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next row, or `nil` at the end of the text.
  mutating func next() throws(Table.Malformed) -> [String]? {
    guard index < bytes.count else { return nil }
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard index < bytes.count else { break }
      let separator = bytes[index]
      index += 1
      if separator == Self.lineFeed { break }
      if index == bytes.count {
        fields.append("")
        break
      }
    }
    line += 1
    return fields
  }

  /// The field at the index; leaves the index at the comma, the line feed or the end after it.
  private mutating func field() throws(Table.Malformed) -> String {
    if index < bytes.count, bytes[index] == Self.quote { return try quotedField() }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.comma || byte == Self.lineFeed { break }
      if byte == Self.quote { throw malformed("a quote inside an unquoted field") }
      if byte == Self.carriageReturn { throw malformed("a carriage return") }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quotedField() throws(Table.Malformed) -> String {
    var content: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == Self.quote else {
        if byte == Self.lineFeed { throw malformed("a line break inside a field") }
        content.append(byte)
        continue
      }
      guard index < bytes.count else { return String(decoding: content, as: UTF8.self) }
      if bytes[index] == Self.quote {
        content.append(Self.quote)
        index += 1
        continue
      }
      guard bytes[index] == Self.comma || bytes[index] == Self.lineFeed else {
        throw malformed("text after the closing quote")
      }
      return String(decoding: content, as: UTF8.self)
    }
    throw malformed("a quoted field without its closing quote")
  }

  private func malformed(_ problem: String) -> Table.Malformed {
    Table.Malformed(line: line, problem: problem)
  }
}
