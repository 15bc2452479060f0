import ControlModel

/// The lines that start in a part of a file, as a source.
///
/// A file that is cut into parts by bytes is read by them without a line lost or read twice: a line
/// belongs to the part in which its first byte stands.
final class PartSource: ByteSource {
  private let bytes: any ByteSource
  private let end: Int
  private var position: Int
  private var isWithinLine: Bool
  private var isAtEnd = false
  let packedDigest: String? = nil

  /// Wraps a source.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes from the one before the part on, or from the first one.
  ///   - range: The part.
  init(_ bytes: any ByteSource, range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    // The byte before the part says whether a line starts with the part.
    isWithinLine = range.lowerBound > 0
    position = max(range.lowerBound - 1, 0)
    isAtEnd = range.isEmpty
  }

  /// The bytes of the part's lines: those of all parts add up to the file's.
  private(set) var consumedCount = 0

  func read(into room: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    while !isAtEnd {
      let count = try bytes.read(into: room)
      let first = position
      position += count
      if count == 0 { isAtEnd = true }
      let read = UnsafeRawBufferPointer(rebasing: room[..<count])
      var start = 0
      if isWithinLine {
        guard let feed = read.firstIndex(of: 0x0A) else { continue }
        start = feed + 1
        isWithinLine = false
        if first + start >= end { break }
      }
      var stop = count
      // The last line of the part is the one that holds its last byte.
      let from = max(end - 1 - first, start)
      if from < count, let feed = read[from...].firstIndex(of: 0x0A) {
        stop = feed + 1
        isAtEnd = true
      }
      if start > 0 { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: read[start..<stop])) }
      consumedCount += stop - start
      if stop > start { return stop - start }
    }
    isAtEnd = true
    return 0
  }

  func finish() {}
}
