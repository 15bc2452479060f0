import ControlModel

/// SHA-256 of a file of any size.
enum FileDigest {
  /// Reads a file piece by piece.
  ///
  /// - Parameters:
  ///   - full: The file's path.
  ///   - name: How messages call it.
  /// - Returns: The digest as 64 hexadecimal digits, and the size in bytes.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable`.
  static func sha256(
    at full: String,
    name: String
  ) throws(Diagnostic) -> (digest: String, sizeInBytes: Int) {
    let source = try FileSource(at: full, name: name)
    let digest = StreamDigest()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { room.deallocate() }
    while case let count = try source.read(into: room), count > 0 {
      digest.update(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
    try source.finish()
    return (digest.finish(), source.consumedCount)
  }
}
