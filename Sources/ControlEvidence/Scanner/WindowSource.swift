import ControlModel

/// Fills windows with the text of a file, one after another.
protocol WindowSource: AnyObject {
  /// Fills a window.
  ///
  /// - Parameter window: The window; what it held is gone.
  /// - Returns: `false` at the end: the window then holds nothing.
  /// - Throws: ``Diagnostic`` where the bytes cannot be read, or are not the text they should be.
  func fill(_ window: Window) throws(Diagnostic) -> Bool

  /// Whether the source was read to its end.
  var isAtEnd: Bool { get }

  /// How many lines there were so far.
  var lineCount: Int { get }
}

extension Window {
  /// Starts with bytes that the window before had left over.
  ///
  /// - Parameter carried: The bytes; empty afterwards.
  /// - Returns: How many there were.
  func begin(with carried: inout [UInt8]) -> Int {
    let count = carried.count
    if count >= capacity { grow(to: count * 2, keeping: 0) }
    carried.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { memory.update(from: base, count: bytes.count) }
    }
    carried.removeAll(keepingCapacity: true)
    overlongLines = []
    textStart = 0
    textEnd = 0
    return count
  }

  /// Reads until the window is full, or the source ends.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - count: How many bytes the window holds; becomes more.
  /// - Returns: Whether the source ended.
  /// - Throws: ``Diagnostic`` where the source cannot be read.
  func readUp(_ source: any ByteSource, _ count: inout Int) throws(Diagnostic) -> Bool {
    while count < capacity {
      let room = UnsafeMutableRawBufferPointer(start: memory + count, count: capacity - count)
      let got = try source.read(into: room)
      if got == 0 { return true }
      count += got
    }
    return false
  }

  /// The first line feed in a range, or `nil`.
  func lineFeed(in range: Range<Int>) -> Int? {
    let bytes = UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
    return bytes.firstIndex(of: 0x0A).map { range.lowerBound + $0 }
  }

  /// The place behind the last line feed in a range, or `nil`.
  func endOfLastLine(in range: Range<Int>) -> Int? {
    let bytes = UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
    return bytes.lastIndex(of: 0x0A).map { range.lowerBound + $0 + 1 }
  }

  /// Adds bytes that the next window starts with.
  func carry(_ range: Range<Int>, into carried: inout [UInt8]) {
    carried.append(
      contentsOf: UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
    )
  }
}
