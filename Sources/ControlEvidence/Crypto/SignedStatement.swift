public import ControlModel

/// An in-toto Statement in a DSSE envelope, read from a file or about to be written to one.
public struct SignedStatement: Sendable {
  /// The payload type of in-toto Statements.
  public static let payloadType = "application/vnd.in-toto+json"
  /// The type of Statements of version 1.
  public static let statementType = "https://in-toto.io/Statement/v1"

  /// The Statement.
  public let statement: EvidenceValue
  /// The ids that the envelope gives its keys: hints that nobody signed.
  public let keyIDs: [String]
  private let envelope: DSSEEnvelope

  /// Whether the signed bytes are those of a text.
  ///
  /// - Parameter text: The JSON text of a Statement.
  /// - Returns: Whether they agree byte for byte.
  public func holds(_ text: String) -> Bool { envelope.payload == Array(text.utf8) }

  /// Reads an envelope.
  ///
  /// That it can be read says nothing of its signatures.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages.
  /// - Throws: ``Diagnostic`` where it is no envelope around a Statement of version 1.
  public init(bytes: [UInt8], path: String) throws(Diagnostic) {
    let text = try EncodingCheck.withoutMark(bytes, path: path)
    let digest = Digest.sha256(bytes)
    let root = Cursor(
      value: try JSONReader.read(text, path: path),
      pointer: "",
      path: path,
      digest: digest
    )
    let envelope = try DSSEEnvelope(root)
    guard envelope.payloadType == Self.payloadType else {
      throw root.malformed(
        found: "payloadType \(clipped(envelope.payloadType))",
        needed: Self.payloadType
      )
    }
    let payload = try EncodingCheck.withoutMark(envelope.payload, path: path)
    statement = try JSONReader.read(payload, path: path)
    guard statement["_type"]?.string == Self.statementType else {
      throw root.malformed(found: "a payload that is no Statement", needed: Self.statementType)
    }
    keyIDs = envelope.signatures.compactMap(\.keyID)
    self.envelope = envelope
  }

  /// The key whose signature over the Statement is good, or `nil` where none of them is.
  ///
  /// - Parameter keys: The keys whose signatures count.
  /// - Returns: The first of them that signed.
  public func signer(among keys: [TrustedKey]) -> TrustedKey? {
    envelope.signer(among: keys)
  }

  /// All keys whose signatures over the Statement are good.
  ///
  /// - Parameter keys: The keys whose signatures count.
  /// - Returns: Those that signed, in the order given.
  func signers(among keys: [TrustedKey]) -> [TrustedKey] {
    keys.filter { envelope.signer(among: [$0]) != nil }
  }

  /// The envelope with a further signature.
  ///
  /// - Parameter key: The key to sign with.
  /// - Returns: The envelope's JSON text, ended by a line feed.
  /// - Throws: ``Diagnostic`` with code `key-unusable` where libcrypto refuses.
  func adding(_ key: SigningKey) throws(Diagnostic) -> String {
    JSONText.write(try envelope.adding(key).json)
  }

  /// Reads the JSON text of a Statement, to compare it with a signed one.
  ///
  /// - Parameter text: The JSON text.
  /// - Returns: The Statement.
  /// - Throws: ``Diagnostic`` where it is no JSON.
  public static func parse(_ text: String) throws(Diagnostic) -> EvidenceValue {
    try JSONReader.read(Array(text.utf8), path: "statement")
  }

  /// Signs a Statement.
  ///
  /// - Parameters:
  ///   - statement: The Statement's JSON text.
  ///   - key: The key to sign with.
  /// - Returns: The envelope's JSON text, ended by a line feed.
  /// - Throws: ``Diagnostic`` with code `key-unusable` where libcrypto refuses.
  public static func sign(_ statement: String, with key: SigningKey) throws(Diagnostic) -> String {
    let payload = Array(statement.utf8)
    return JSONText.write(
      try DSSEEnvelope(signing: payload, as: payloadType, with: key).json
    )
  }
}
