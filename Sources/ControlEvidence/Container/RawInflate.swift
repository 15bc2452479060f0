import CZlib

/// Unpacks deflate (RFC 1951) without a header, as zip archives hold it, through zlib.
enum RawInflate {
  /// The unpacked bytes.
  ///
  /// - Parameters:
  ///   - packed: The packed bytes.
  ///   - size: How many bytes they must unpack to; the caller has bounded it.
  /// - Returns: The bytes, or `nil` where they are damaged or of another size.
  static func unpack(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var stream = z_stream()
    let version = ZLIB_VERSION
    // A window of 15 bits, the sign says that there is no header.
    guard inflateInit2_(&stream, -15, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    // One byte more than there should be, so that longer text is noticed.
    var output = [UInt8](repeating: 0, count: size + 1)
    let status = packed.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { room in
        stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(clamping: room.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, stream.avail_in == 0, stream.avail_out == 1 else { return nil }
    output.removeLast()
    return output
  }
}
