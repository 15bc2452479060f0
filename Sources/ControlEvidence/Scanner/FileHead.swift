import ControlModel

/// The start of a file: what it is packed in, and its first lines.
struct FileHead {
  /// Whether the file is gzip.
  let isPacked: Bool
  /// The size on disk.
  let sizeInBytes: Int
  /// The first whole lines of the text, or all of it where it is short.
  let lines: [UInt8]
  /// Whether the text is there and may be UTF-8.
  let isText: Bool

  private static let length = 256 * 1024

  /// Reads the start of a file.
  ///
  /// - Parameters:
  ///   - full: The file's path.
  ///   - name: How messages call it.
  /// - Throws: ``Diagnostic`` where it cannot be read or unpacked.
  init(at full: String, name: String) throws(Diagnostic) {
    let plain = try FileSource(at: full, name: name)
    sizeInBytes = plain.sizeInBytes
    var head = try Self.read(plain)
    isPacked = GzipInflater.recognizes(head)
    if isPacked {
      head = try Self.read(PackedSource(FileSource(at: full, name: name), path: name))
    }
    isText = !head.isEmpty && EncodingCheck.foreignStart(head) == nil
    if head.count == Self.length, let feed = head.lastIndex(of: 0x0A) {
      head.removeSubrange((feed + 1)...)
    }
    lines = head
  }

  private static func read(_ source: any ByteSource) throws(Diagnostic) -> [UInt8] {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: length, alignment: 16)
    defer { room.deallocate() }
    var count = 0
    while count < length {
      let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
      if got == 0 { break }
      count += got
    }
    return Array(room[..<count])
  }
}
