public import ControlModel

/// The text within a file, whatever it was packed or encoded in.
///
/// gzip is unpacked and UTF-16 with a mark is turned into UTF-8. A file's digest is always that of
/// its bytes as they lie on disk; lines are counted in the text.
public enum FileText {
  /// The text of a file in UTF-8, without a byte-order mark.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages.
  /// - Returns: The text.
  /// - Throws: ``Diagnostic`` with code `evidence-encoding`, `evidence-packed` or `evidence-limit`.
  public static func utf8(_ bytes: [UInt8], path: String) throws(Diagnostic) -> [UInt8] {
    var text = bytes
    if GzipInflater.recognizes(bytes) {
      text = try Gzip.unpack(bytes, path: path)
      if GzipInflater.recognizes(text) {
        throw EncodingCheck.problem(path, 1, "gzip within gzip")
      }
    }
    if let order = UTF16Text.byteOrder(of: text) {
      return try UTF16Text.utf8(text, order, path: path)
    }
    return try EncodingCheck.withoutMark(text, path: path)
  }

  /// A file's name without the ending that says how it is packed.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The path without `.gz` or `.gzip`.
  static func unpackedName(_ path: String) -> String {
    for ending in [".gz", ".gzip"] where path.lowercased().hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }
}
