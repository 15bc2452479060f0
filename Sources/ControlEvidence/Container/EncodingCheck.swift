import ControlModel

/// Whether bytes are UTF-8, and which mark they start with.
enum EncodingCheck {
  /// How archives start that are not unpacked here.
  private static let archives: [[UInt8]: String] = [
    [0x50, 0x4B, 0x03, 0x04]: "a zip archive", [0x50, 0x4B, 0x05, 0x06]: "an empty zip archive",
    [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]: "xz",
    [0x28, 0xB5, 0x2F, 0xFD]: "zstd", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]: "a 7z archive",
    [0x25, 0x50, 0x44, 0x46, 0x2D]: "a PDF document", [0x7F, 0x45, 0x4C, 0x46]: "a program",
  ]

  /// The bytes without a UTF-8 byte-order mark.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages.
  /// - Returns: The bytes that are text.
  /// - Throws: ``Diagnostic`` with code `evidence-encoding` where they are UTF-16, binary or not
  ///   valid UTF-8, with the line of the first wrong byte.
  static func withoutMark(_ bytes: [UInt8], path: String) throws(Diagnostic) -> [UInt8] {
    if let found = foreignStart(bytes) { throw problem(path, 1, found) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let zero = text.firstIndex(of: 0) {
      throw problem(path, lineNumber(of: zero, in: text), "a zero byte")
    }
    if String(validating: text, as: UTF8.self) == nil {
      throw problem(path, firstWrongLine(text), "a byte that is not UTF-8")
    }
    return text
  }

  /// What bytes are by their start, where that is no text in UTF-8; `nil` for what may be.
  static func foreignStart(_ bytes: some Sequence<UInt8>) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if GzipInflater.recognizes(bytes) { return "gzip" }
    return archives.first { bytes.starts(with: $0.key) }?.value
  }

  /// Checks a line within a file.
  ///
  /// - Parameters:
  ///   - bytes: The line.
  ///   - path: The file's path, for messages.
  ///   - line: The line's number.
  /// - Throws: ``Diagnostic`` with code `evidence-encoding`.
  static func checkLine(
    _ bytes: UnsafeBufferPointer<UInt8>,
    path: String,
    line: Int
  ) throws(Diagnostic) {
    if bytes.contains(0) { throw problem(path, line, "a zero byte") }
    if String(validating: bytes, as: UTF8.self) == nil {
      throw problem(path, line, "a byte that is not UTF-8")
    }
  }

  private static func firstWrongLine(_ bytes: [UInt8]) -> Int {
    var line = 1
    for range in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: range, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  private static func lineNumber(of index: Int, in bytes: [UInt8]) -> Int {
    bytes[..<index].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }

  /// What is wrong with a text's bytes.
  static func problem(_ path: String, _ line: Int, _ found: String) -> Diagnostic {
    Diagnostic(
      .evidenceEncoding,
      at: Locator(path: path, line: line),
      found: found,
      needed: "UTF-8 text",
      remedy: "save the export as UTF-8; gzip is unpacked, other archives are not"
    )
  }
}
