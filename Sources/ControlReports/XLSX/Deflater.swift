import CZlib
import ControlModel

/// Compresses one stream of bytes with zlib's deflate, without a heading of its own (RFC 1951).
///
/// The same bytes give the same result with the same zlib; another version or make of zlib may
/// choose other blocks for them, which inflate to the same.
final class Deflater {
  /// CRC-32 of what was compressed.
  private(set) var checksum: UInt32 = 0
  /// How many bytes were compressed.
  private(set) var sizeBefore: UInt64 = 0
  /// How many bytes came of them.
  private(set) var sizeAfter: UInt64 = 0

  // zlib keeps the address of the stream, so that the stream may not move.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var room = [UInt8](repeating: 0, count: ReportSink.chunkSize)

  /// Readies zlib.
  ///
  /// - Throws: A diagnostic where zlib has no memory or is of another version than its header.
  init() throws {
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    // A negative window leaves zlib's own heading out; 8 is the usual use of memory.
    let status = deflateInit2_(
      stream,
      Z_DEFAULT_COMPRESSION,
      Z_DEFLATED,
      -MAX_WBITS,
      8,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      size
    )
    guard status == Z_OK else { throw Self.problem(status) }
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Compresses a part of the stream.
  ///
  /// - Parameters:
  ///   - bytes: The part, at most 4 GiB.
  ///   - isLast: Whether the stream ends with it.
  ///   - sink: Where the result goes.
  /// - Throws: A diagnostic where zlib refuses.
  func compress(_ bytes: [UInt8], isLast: Bool, to sink: ReportSink) throws {
    sizeBefore += UInt64(bytes.count)
    try bytes.withUnsafeBufferPointer { input in
      let start = input.baseAddress
      checksum = UInt32(truncatingIfNeeded: crc32(UInt(checksum), start, UInt32(input.count)))
      stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
      stream.pointee.avail_in = UInt32(input.count)
      let flush = isLast ? Z_FINISH : Z_NO_FLUSH
      var status = Z_OK
      repeat {
        let count = room.withUnsafeMutableBufferPointer { output -> Int in
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          status = deflate(stream, flush)
          return output.count - Int(stream.pointee.avail_out)
        }
        sizeAfter += UInt64(count)
        sink.write(Array(room[..<count]))
      } while status == Z_OK && stream.pointee.avail_out == 0
      // A buffer error says that there was nothing left to do, which is no error between parts.
      let isDone = isLast ? status == Z_STREAM_END : status == Z_OK || status == Z_BUF_ERROR
      guard isDone else { throw Self.problem(status) }
    }
  }

  private static func problem(_ status: Int32) -> Diagnostic {
    Diagnostic(
      .reportTooLarge,
      found: "zlib ended with status \(status)",
      needed: "memory for compression, and the zlib that the tool was built with",
      remedy: "close what uses memory, or write a format that is not compressed, such as csv"
    )
  }
}
