import ControlModel

/// Reads the rows of one record type: a parser, and a builder that takes what it read.
///
/// One thread uses it at a time.
final class TypeReader {
  /// The record type.
  let type: any EvidenceRecord.Type
  /// Whether rows of the type can be read straight from the bytes at all.
  let isFast: Bool
  private var parser: RowParser
  private var builder: RecordBlockBuilder
  private let packed = FixedBuffer<UInt64>(repeating: 0, count: 64)

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - type: The record type.
  ///   - form: What the rows stand in.
  init(_ type: any EvidenceRecord.Type, _ form: RowForm) {
    self.type = type
    let plan = RowPlan(canonical: type.fields, isRoot: form == .lines)
    // What an unsigned file says of its own signature is no proof: the slow way sees to that.
    isFast = plan != nil && type.recordName != Attestation.recordName
    parser = RowParser(
      plan ?? .empty,
      recordName: type.recordName,
      keyFields: type.layout.keyFields,
      allowsLineFeed: form != .lines
    )
    builder = RecordBlockBuilder(type.layout)
  }

  /// Says where the rows that follow come from.
  func setFile(path: String, pointerPrefix: String?) {
    builder.setFile(path: path, digest: "", pointerPrefix: pointerPrefix)
  }

  /// Lends the builder the memory of a window, so that texts stay there.
  func lend(_ window: Window) {
    builder.lend(
      unsafe: UnsafeRawBufferPointer(start: window.memory, count: window.textEnd),
      of: window
    )
  }

  /// How many rows were taken since the last block.
  var rowCount: Int { builder.rowCount }

  /// Reads lines up to the end of a window, or up to one that is to be read another way.
  ///
  /// - Parameters:
  ///   - window: The window.
  ///   - place: Where to start; becomes the start of the line that was declined, or the end.
  ///   - line: The number of the line at `place`; goes with it.
  /// - Returns: The record type that the declined line names, where it names another one.
  func readLines(
    _ window: Window,
    _ place: inout TextPointer,
    _ line: inout Int
  ) -> String? {
    let base = TextPointer(window.memory)
    let end = base + window.textEnd
    let text = Span(_unsafeElements: UnsafeBufferPointer(start: base, count: window.textEnd))
    return Self.readLines(
      &parser,
      &builder,
      packed.address,
      (base, end),
      text,
      &place,
      &line
    )
  }

  private static func readLines(
    _ parser: inout RowParser,
    _ builder: inout RecordBlockBuilder,
    _ packed: UnsafeMutablePointer<UInt64>,
    _ window: (base: TextPointer, end: TextPointer),
    _ text: Span<UInt8>,
    _ place: inout TextPointer,
    _ line: inout Int
  ) -> String? {
    while place < window.end {
      let start = parser.blanksEnd(place)
      if start.pointee == 0x0A {
        place = start + 1
        line &+= 1
        continue
      }
      parser.otherName = nil
      guard let rowEnd = parser.read(start, base: window.base) else { return parser.otherName }
      let feed = parser.blanksEnd(rowEnd)
      guard feed.pointee == 0x0A, feed - place <= Limits.maximumLineLengthInBytes else {
        return nil
      }
      parser.row.append(to: &builder, line: line, element: -1, text, packed)
      place = feed + 1
      line &+= 1
    }
    return nil
  }

  /// Reads one row.
  ///
  /// - Parameters:
  ///   - start: The opening brace.
  ///   - window: The window.
  ///   - depth: How many lists and objects the row stands in.
  /// - Returns: The byte behind the closing brace; `nil` where the row is to be read another way. Then
  ///   ``otherName`` says which type it names, if that is why.
  func read(_ start: TextPointer, _ window: Window, depth: Int) -> TextPointer? {
    parser.otherName = nil
    return parser.read(start, base: TextPointer(window.memory), depth: depth)
  }

  /// The type that the last declined row names.
  var otherName: String? { parser.otherName }

  /// The first byte from a place on that is no blank.
  func blanksEnd(_ place: TextPointer) -> TextPointer { parser.blanksEnd(place) }

  /// Takes the row that was read last.
  func append(_ window: Window, line: Int, element: Int32) {
    let text = Span(
      _unsafeElements: UnsafeBufferPointer(
        start: TextPointer(window.memory),
        count: window.textEnd
      )
    )
    parser.row.append(to: &builder, line: line, element: element, text, packed.address)
  }

  /// Takes a copy of a record that was read the slow way.
  func append(_ row: RecordRow) { builder.append(row) }

  /// The rows taken since the last block.
  ///
  /// - Parameter isKept: Whether the block is held long.
  /// - Returns: The block.
  func finish(isKept: Bool) -> RecordBlock { builder.finish(isTrimming: isKept) }

  /// Takes the memory of a block back, where nobody else holds it.
  func reuse(_ block: consuming RecordBlock) { builder.reuse(block) }
}

/// What rows stand in.
enum RowForm: Sendable {
  /// One on each line.
  case lines
  /// Elements of a list in one JSON value.
  case document
}
