public import ControlModel

/// A YAML or JSON document that people write: a policy, waivers, a fixture.
public enum ConfigurationDocument {
  /// Reads a document of one value.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages.
  /// - Returns: The value.
  /// - Throws: ``Diagnostic`` where the bytes are not one well-formed YAML document.
  public static func read(_ bytes: [UInt8], path: String) throws(Diagnostic) -> EvidenceValue {
    let text = try EncodingCheck.withoutMark(bytes, path: path)
    let documents = try YAMLReader.read(text, path: path)
    guard documents.count == 1, let document = documents.first else {
      throw Diagnostic(
        .evidenceMalformed,
        at: Locator(path: path, line: 1),
        found: documents.isEmpty ? "an empty file" : "\(documents.count) documents",
        needed: "one YAML document",
        remedy: "write one document, or remove the file"
      )
    }
    return document
  }

  /// SHA-256 of a file's bytes as 64 hexadecimal digits.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The digest in small letters.
  public static func digest(of bytes: [UInt8]) -> String { Digest.sha256(bytes) }
}
