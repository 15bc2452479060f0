import ControlModel

/// Reads the lines of windows as records of a kind: fast where it can, the slow way where it must.
///
/// One thread uses it at a time.
final class LineReader {
  /// What was read of one window.
  struct Result {
    /// Whether any line is not blank.
    var hasText = false
    var recordCount = 0
    var rejectedCount = 0
    /// What was wrong, the first hundred in order.
    var problems: [Diagnostic] = []
  }

  private let path: String
  private let slow: SlowRows
  private let readers: [TypeReader]
  private let isKept: Bool

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - kind: The kind of evidence.
  ///   - path: The file's path.
  ///   - isKept: Whether blocks are held long, and so must not leave their texts in the window.
  init(_ kind: EvidenceKindDescription, path: String, isKept: Bool) {
    self.path = path
    self.isKept = isKept
    slow = SlowRows(kind, path: path)
    readers = kind.recordTypes.map { TypeReader($0, .lines) }
    for reader in readers { reader.setFile(path: path, pointerPrefix: nil) }
  }

  /// Reads the lines of a window.
  ///
  /// - Parameter window: The window.
  /// - Returns: The rows, one block for each type met, and what else was found.
  func read(_ window: Window) -> (blocks: [RecordBlock], result: Result) {
    var result = Result()
    for (line, length) in window.overlongLines {
      result.reject(SlowRows.overlongLine(path: path, line: line, length: length))
    }
    if !isKept { for reader in readers { reader.lend(window) } }
    let base = TextPointer(window.memory)
    let end = base + window.textEnd
    var place = base + window.textStart
    var line = window.firstLine
    while place < end {
      var other: String?
      if let first = readers.first, first.isFast {
        other = first.readLines(window, &place, &line)
        if place >= end { break }
      }
      let feed = LineFeeds.next(place)
      if !readAsOther(other, window, place, feed, line) {
        readSlowly(UnsafeBufferPointer(start: place, count: feed - place), line, &result)
      }
      place = feed + 1
      line += 1
    }
    var blocks: [RecordBlock] = []
    for reader in readers {
      result.recordCount += reader.rowCount
      // A block that holds nothing still gives back the window that was lent.
      let block = reader.finish(isKept: isKept)
      if block.rowCount > 0 { blocks.append(block) }
    }
    if result.recordCount + result.rejectedCount > 0 { result.hasText = true }
    return (blocks, result)
  }

  /// Takes back the memory of blocks that nobody else holds.
  ///
  /// - Parameter blocks: The blocks of the last window; the caller lets go of them.
  /// - Returns: Whether nobody holds any of them.
  func reuse(_ blocks: consuming [RecordBlock]) -> Bool {
    var isFree = true
    while !blocks.isEmpty {
      let block = blocks.removeLast()
      let layout = block.layout
      weak let held = block
      if let reader = readers.first(where: { $0.type.layout === layout }) {
        reader.reuse(consume block)
      }
      if held != nil { isFree = false }
    }
    return isFree
  }

  /// Reads a line that names a type other than the first one.
  private func readAsOther(
    _ name: String?,
    _ window: Window,
    _ place: TextPointer,
    _ feed: TextPointer,
    _ line: Int
  ) -> Bool {
    guard let name, let reader = readers.first(where: { $0.type.recordName == name }),
      reader.isFast,
      feed - place <= Limits.maximumLineLengthInBytes,
      let end = reader.read(reader.blanksEnd(place), window, depth: 0),
      reader.blanksEnd(end) == feed
    else { return false }
    reader.append(window, line: line, element: -1)
    return true
  }

  private func readSlowly(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ line: Int,
    _ result: inout Result
  ) {
    guard let sink = slow.readLine(bytes, line: line) else { return }
    result.hasText = true
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
  }
}

extension LineReader.Result {
  /// Counts a line that cannot be read.
  mutating func reject(_ problem: Diagnostic) {
    rejectedCount += 1
    if problems.count < Limits.keptDiagnostics { problems.append(problem) }
  }
}
