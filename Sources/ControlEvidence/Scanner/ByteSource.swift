import ControlModel

/// The bytes of a file, from its start to its end.
protocol ByteSource: AnyObject {
  /// Reads the next bytes of the text.
  ///
  /// - Parameter room: Where they go; not empty.
  /// - Returns: How many bytes were read; 0 at the end.
  /// - Throws: ``Diagnostic`` where they cannot be read or unpacked.
  func read(into room: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int

  /// Looks once more at what was read to the end.
  ///
  /// - Throws: ``Diagnostic`` where the file changed while it was read, or ends too early.
  func finish() throws(Diagnostic)

  /// SHA-256 of the file's bytes, where they are not the bytes of the text; `nil`: they are.
  var packedDigest: String? { get }

  /// The bytes on disk that were read so far.
  var consumedCount: Int { get }
}

/// Bytes in memory as a source.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let step: Int
  private(set) var consumedCount = 0
  let packedDigest: String? = nil

  /// Wraps bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - step: At most so many are given at a time, as a pipe would.
  init(_ bytes: [UInt8], step: Int = .max) {
    self.bytes = bytes
    self.step = step
  }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, step, bytes.count - consumedCount)
    bytes.withUnsafeBytes { all in
      room.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: all[consumedCount..<consumedCount + count])
      )
    }
    consumedCount += count
    return count
  }

  func finish() {}
}
