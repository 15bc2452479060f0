public import ControlModel

/// A JSON document that a program wrote, such as the results of an earlier run.
public enum JSONDocument {
  /// Reads a document of one value, strictly (RFC 8259).
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages.
  /// - Returns: The value.
  /// - Throws: ``Diagnostic`` where the bytes are not one well-formed JSON document in UTF-8.
  public static func read(_ bytes: [UInt8], path: String) throws(Diagnostic) -> EvidenceValue {
    try JSONReader.read(try EncodingCheck.withoutMark(bytes, path: path), path: path)
  }
}
