import ControlModel

/// A piece of a file's text in memory, with room behind it.
///
/// It is written by one thread at a time and read by others afterwards; ``WindowPipeline`` hands it from
/// one to the next. The text ends with a line feed or a zero byte, and ``ByteWord/padding`` bytes
/// behind it may be read.
final class Window: @unchecked Sendable {
  /// The memory; the text starts at ``textStart``.
  private(set) var memory: UnsafeMutablePointer<UInt8>
  /// How many bytes the memory holds, the padding left out.
  private(set) var capacity: Int
  /// The number in the order of the file, from 0.
  var ordinal = 0
  /// Where the text starts and ends.
  var textStart = 0
  var textEnd = 0
  /// The line on which the text starts, from 1.
  var firstLine = 1
  /// How many lines end in the text.
  var lineCount = 0
  /// The bytes that no window before held, for the digest.
  var fresh = 0..<0
  /// Lines that were too long to be held, with their number and length; they end before the text.
  var overlongLines: [(line: Int, length: Int)] = []
  /// The rows that were read of it while it was filled; they borrow its memory.
  var blocks: [RecordBlock] = []

  /// Takes memory.
  ///
  /// - Parameter capacity: How many bytes it holds.
  init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity + ByteWord.padding)
    (memory + capacity).initialize(repeating: 0, count: ByteWord.padding)
  }

  deinit { memory.deallocate() }

  /// The text.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: memory + textStart, count: textEnd - textStart)
  }

  /// The bytes for the digest.
  var freshBytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: memory + fresh.lowerBound, count: fresh.count)
  }

  /// Takes more memory, and keeps the first bytes.
  ///
  /// - Parameters:
  ///   - newCapacity: How many bytes it is to hold.
  ///   - count: How many bytes are kept.
  func grow(to newCapacity: Int, keeping count: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity + ByteWord.padding)
    larger.update(from: memory, count: count)
    (larger + newCapacity).initialize(repeating: 0, count: ByteWord.padding)
    memory.deallocate()
    memory = larger
    capacity = newCapacity
  }

  /// Writes what stops every scan behind the text.
  func terminate(with byte: UInt8, at place: Int) {
    memory[place] = byte
    for offset in 1..<ByteWord.padding where place + offset < capacity + ByteWord.padding {
      memory[place + offset] = 0
    }
  }
}
