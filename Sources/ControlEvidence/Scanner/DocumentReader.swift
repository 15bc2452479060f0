import ControlModel

/// Reads the records of a JSON document that is a list, or an object with a list of `records`, as its
/// text comes in.
///
/// It takes what is in order and counts the records that are not. A document that is not well-formed,
/// or built another way, it leaves to those who read documents whole: they say what is wrong.
final class DocumentReader {
  /// How far the document was read.
  private enum State {
    case start
    case firstElement
    case element
    case afterElement
    case rootRest
    case ended
  }

  private let path: String
  private let kind: EvidenceKindDescription
  private let readers: [TypeReader]
  private var state = State.start
  private var isWrapped = false
  private var rootNames: Set<String> = []
  private var element: Int32 = 0
  /// The number of the line that is read.
  private(set) var line = 1
  /// What was read so far.
  private(set) var result = LineReader.Result()
  /// Whether the document must be read whole instead.
  private(set) var isGivenUp = false

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - kind: The kind of evidence.
  ///   - path: The file's path.
  init(_ kind: EvidenceKindDescription, path: String) {
    self.kind = kind
    self.path = path
    readers = kind.recordTypes.map { TypeReader($0, .document) }
  }

  /// Whether the document's end was read.
  var isEnded: Bool { state == .ended }

  /// Reads the records that a window holds whole.
  ///
  /// - Parameters:
  ///   - window: The window.
  ///   - isLast: Whether no text follows it.
  /// - Returns: Where the text starts that the next window must hold.
  func read(_ window: Window, isLast: Bool) -> Int {
    let base = TextPointer(window.memory)
    let end = base + window.textEnd
    for reader in readers { reader.lend(window) }
    var place = base + window.textStart
    let countsLines = window.lineFeed(in: window.textStart..<window.textEnd) != nil
    while !isGivenUp {
      let start = readers[0].blanksEnd(place)
      if countsLines, state != .rootRest { countLines(place, start) }
      if state != .rootRest { place = start }
      if start >= end, state != .ended {
        if isLast { isGivenUp = true }
        break
      }
      guard let next = step(place, end, window) else {
        if isLast { isGivenUp = true }
        break
      }
      if countsLines { countLines(place, next) }
      place = next
      if state == .ended, place >= end { break }
    }
    return place - base
  }

  /// The rows taken since the last call, in blocks that borrow the window.
  func finish() -> [RecordBlock] {
    var blocks: [RecordBlock] = []
    for reader in readers {
      result.recordCount += reader.rowCount
      let block = reader.finish(isKept: false)
      if block.rowCount > 0 { blocks.append(block) }
    }
    return blocks
  }

  private func countLines(_ start: TextPointer, _ end: TextPointer) {
    line += LineFeeds.count(in: UnsafeBufferPointer(start: start, count: end - start))
  }

  /// Takes the next part of the document; `nil` where more text is needed.
  private func step(_ place: TextPointer, _ end: TextPointer, _ window: Window) -> TextPointer? {
    let names = rootNames
    switch state {
    case .start:
      let next = root(place, end)
      // What is read again with more text is not met twice.
      if next == nil { rootNames = names }
      return next
    case .firstElement:
      if place.pointee == UInt8(ascii: "]") { return listEnd(place) }
      return record(place, end, window)
    case .element:
      return record(place, end, window)
    case .afterElement:
      if place.pointee == UInt8(ascii: "]") { return listEnd(place) }
      guard place.pointee == UInt8(ascii: ",") else { return giveUp() }
      state = .element
      return place + 1
    case .rootRest:
      let next = rootRest(place, end)
      if next == nil { rootNames = names }
      return next
    case .ended:
      return place >= end ? place : giveUp()
    }
  }

  private func giveUp() -> TextPointer? {
    isGivenUp = true
    return nil
  }

  private func listEnd(_ place: TextPointer) -> TextPointer {
    state = isWrapped ? .rootRest : .ended
    return place + 1
  }

  /// Reads the opening bracket, or the members of the root up to the list of records.
  private func root(_ start: TextPointer, _ end: TextPointer) -> TextPointer? {
    for reader in readers { reader.setFile(path: path, pointerPrefix: "/") }
    if start.pointee == UInt8(ascii: "[") {
      state = .firstElement
      return start + 1
    }
    guard start.pointee == UInt8(ascii: "{") else { return giveUp() }
    var place = start + 1
    while true {
      guard let (name, value) = memberName(place, end) else { return nil }
      if name == "records" {
        guard value.pointee == UInt8(ascii: "[") else { return giveUp() }
        for reader in readers { reader.setFile(path: path, pointerPrefix: "/records/") }
        isWrapped = true
        state = .firstElement
        return value + 1
      }
      guard let next = ValueEnd.find(value, end) else { return nil }
      guard isSound(value, next) else { return giveUp() }
      place = readers[0].blanksEnd(next)
      if place >= end { return nil }
      guard place.pointee == UInt8(ascii: ",") else { return giveUp() }
      place += 1
    }
  }

  /// Reads the members behind the list of records, and the closing brace.
  private func rootRest(_ start: TextPointer, _ end: TextPointer) -> TextPointer? {
    var place = readers[0].blanksEnd(start)
    while place < end, place.pointee == UInt8(ascii: ",") {
      guard let (name, value) = memberName(place + 1, end) else { return nil }
      guard name != "records", let next = ValueEnd.find(value, end) else {
        return name == "records" ? giveUp() : nil
      }
      guard isSound(value, next) else { return giveUp() }
      place = readers[0].blanksEnd(next)
    }
    if place >= end { return nil }
    guard place.pointee == UInt8(ascii: "}") else { return giveUp() }
    state = .ended
    return place + 1
  }

  /// A member's name and where its value starts; `nil` where there is none, or more text is needed.
  private func memberName(
    _ start: TextPointer,
    _ end: TextPointer
  ) -> (name: String, value: TextPointer)? {
    let quote = readers[0].blanksEnd(start)
    if quote >= end { return nil }
    guard quote.pointee == TextScan.quote else {
      isGivenUp = true
      return nil
    }
    let close = TextScan.firstSpecial(quote + 1)
    if close >= end { return nil }
    let colon = readers[0].blanksEnd(close + 1)
    let value = readers[0].blanksEnd(colon + 1)
    if colon >= end || value >= end { return nil }
    let name = String(
      decoding: UnsafeBufferPointer(start: quote + 1, count: close - quote - 1),
      as: UTF8.self
    )
    guard close.pointee == TextScan.quote, colon.pointee == UInt8(ascii: ":"),
      rootNames.insert(name).inserted
    else {
      isGivenUp = true
      return nil
    }
    return (name, value)
  }

  private func isSound(_ start: TextPointer, _ end: TextPointer) -> Bool {
    let bytes = UnsafeBufferPointer(start: start, count: end - start)
    return String(validating: bytes, as: UTF8.self) != nil
      && (try? JSONReader.read(bytes, path: path)) != nil
  }

  // MARK: Records

  private func record(
    _ start: TextPointer,
    _ end: TextPointer,
    _ window: Window
  ) -> TextPointer? {
    let depth = isWrapped ? 2 : 1
    if let next = readFast(start, window, depth) {
      state = .afterElement
      return next
    }
    guard let next = ValueEnd.find(start, end) else { return nil }
    guard readSlowly(UnsafeBufferPointer(start: start, count: next - start)) else {
      return giveUp()
    }
    state = .afterElement
    return next
  }

  private func readFast(_ start: TextPointer, _ window: Window, _ depth: Int) -> TextPointer? {
    let first = readers[0]
    var reader = first
    guard first.isFast else { return nil }
    var end = first.read(start, window, depth: depth)
    if end == nil, let name = first.otherName,
      let other = readers.first(where: { $0.type.recordName == name }), other.isFast
    {
      reader = other
      end = other.read(start, window, depth: depth)
    }
    guard let end else { return nil }
    reader.append(window, line: line, element: element)
    element += 1
    return end
  }

  /// Reads one element as documents are read; `false` where it is not well-formed.
  private func readSlowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil,
      let value = try? JSONReader.read(bytes, path: path, line: line)
    else { return false }
    let pointer = (isWrapped ? "/records/" : "/") + String(element)
    let place = Locator(path: path, line: value.line, pointer: pointer)
    var sink = RecordSink(context: EvidenceContext())
    CanonicalReader().take(value, at: place, of: kind, isTabular: false, into: &sink)
    element += 1
    for reader in readers {
      for block in sink.records.blocks(reader.type) {
        for index in 0..<block.rowCount {
          reader.append(RecordRow(block: block, index: Int32(index)))
        }
      }
    }
    result.rejectedCount += sink.rejectedCount
    let room = max(0, Limits.keptDiagnostics - result.problems.count)
    result.problems += sink.diagnostics.prefix(room)
    return true
  }
}
