import ControlModel

/// Windows of whole lines: each is cut behind its last line feed, and the rest starts the next one.
///
/// A line that is longer than ``Limits/maximumLineLengthInBytes`` is read past and only measured.
final class LineWindows: WindowSource {
  private let source: any ByteSource
  private let path: String
  private var carried: [UInt8] = []
  private var ordinal = 0
  private var line: Int
  private let firstLine: Int
  private var isAtStart: Bool
  /// The length so far of a line that is too long to be held.
  private var overlong: Int?
  private(set) var isAtEnd = false

  /// Prepares to read lines.
  ///
  /// - Parameters:
  ///   - source: The bytes of the file, or of some of its lines.
  ///   - path: The file's path, for messages.
  ///   - firstByte: Where in the file the source starts.
  ///   - firstLine: The number of the first line.
  init(_ source: any ByteSource, path: String, firstByte: Int = 0, firstLine: Int = 1) {
    self.source = source
    self.path = path
    self.firstLine = firstLine
    line = firstLine
    isAtStart = firstByte == 0
  }

  var lineCount: Int { line - firstLine }

  func fill(_ window: Window) throws(Diagnostic) -> Bool {
    if isAtEnd { return false }
    let start = window.begin(with: &carried)
    var count = start
    var searched = start
    var end: Int?
    while true {
      isAtEnd = try window.readUp(source, &count)
      if isAtStart {
        window.textStart = try TextMark.length(window.memory, count, path: path)
        isAtStart = false
      }
      if overlong != nil { break }
      end = window.endOfLastLine(in: searched..<count)
      if end != nil || isAtEnd { break }
      searched = count
      if count > Limits.maximumLineLengthInBytes {
        overlong = 0
        break
      }
      window.grow(to: window.capacity * 2, keeping: count)
    }
    if isAtEnd { try source.finish() }
    window.fresh = start..<count
    window.ordinal = ordinal
    ordinal += 1
    setText(window, count, end)
    return true
  }

  private func setText(_ window: Window, _ count: Int, _ lastEnd: Int?) {
    var end = lastEnd ?? window.textStart
    if let length = overlong { end = passOverlongLine(window, count, length) }
    if isAtEnd, overlong == nil, end < count {
      // The last line lacks its line feed.
      window.terminate(with: 0x0A, at: count)
      end = count + 1
    }
    window.textEnd = end
    window.firstLine = line
    window.lineCount = LineFeeds.count(in: window.text)
    line += window.lineCount
    if !isAtEnd, overlong == nil { window.carry(end..<count, into: &carried) }
  }

  /// Looks for the end of a line that is too long to be held.
  ///
  /// - Returns: The end of the whole lines behind it; the text's start where there are none.
  private func passOverlongLine(_ window: Window, _ count: Int, _ length: Int) -> Int {
    guard let feed = window.lineFeed(in: window.textStart..<count) else {
      overlong = length + count - window.textStart
      if isAtEnd { endOverlongLine(window, length: length + count - window.textStart) }
      window.textStart = count
      return count
    }
    endOverlongLine(window, length: length + feed - window.textStart)
    window.textStart = feed + 1
    return window.endOfLastLine(in: feed..<count) ?? feed + 1
  }

  private func endOverlongLine(_ window: Window, length: Int) {
    window.overlongLines.append((line, length))
    line += 1
    overlong = nil
  }
}
