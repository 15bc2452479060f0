import ControlModel

/// The mark at the start of a text that is read in pieces.
enum TextMark {
  /// The length of the byte-order mark that a text in UTF-8 starts with.
  ///
  /// - Parameters:
  ///   - bytes: The first bytes of the text.
  ///   - count: How many there are.
  ///   - path: The file's path, for messages.
  /// - Returns: 3 or 0.
  /// - Throws: ``Diagnostic`` with code `evidence-encoding` where the text is in another encoding, or
  ///   is no text.
  static func length(
    _ bytes: UnsafePointer<UInt8>,
    _ count: Int,
    path: String
  ) throws(Diagnostic) -> Int {
    // The first line tells: what it holds further on is for the reader of lines.
    let head = UnsafeBufferPointer(start: bytes, count: min(count, 8))
    if let found = EncodingCheck.foreignStart(head) {
      throw EncodingCheck.problem(path, 1, found)
    }
    return head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}
