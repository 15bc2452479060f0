public import ControlModel
import Foundation

/// Reads keys from files and says what is wrong with them without showing any of them.
public enum KeyFile {
  /// Reads a private key to sign with.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - id: How envelopes name the key; `nil`: the SHA-256 of its public half.
  /// - Returns: The key.
  /// - Throws: ``Diagnostic`` with code `key-unusable`.
  public static func signingKey(at path: String, id: String? = nil) throws(Diagnostic) -> SigningKey
  {
    let pem = try bytes(at: path)
    guard let key = LoadedKey.privateKey(pem) else {
      throw unusable(path, found: sort(of: pem), needed: "an unencrypted private key in PEM form")
    }
    guard key.algorithm != nil else { throw unusable(path, found: key.sort) }
    return SigningKey(pem: pem, id: id ?? key.fingerprint, path: path)
  }

  /// Reads a public key to verify with.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The key; its id is the SHA-256 of its DER form.
  /// - Throws: ``Diagnostic`` with code `key-unusable`.
  public static func publicKey(at path: String) throws(Diagnostic) -> TrustedKey {
    let pem = try bytes(at: path)
    guard let key = LoadedKey.publicKey(pem) else {
      throw unusable(path, found: sort(of: pem), needed: "a public key in PEM form")
    }
    guard key.algorithm != nil else { throw unusable(path, found: key.sort) }
    return TrustedKey(id: key.fingerprint, owner: "", pem: String(decoding: pem, as: UTF8.self))
  }

  /// Key files may be symbolic links: that is how clusters mount their secrets.
  private static func bytes(at path: String) throws(Diagnostic) -> [UInt8] {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let found: [UInt8]?
    do throws(Diagnostic) {
      found = try EvidenceFolder.bytes(at: file, name: path)
    } catch {
      throw unusable(path, found: error.found, needed: "a key file you may read")
    }
    guard let found else {
      throw unusable(path, found: "no such file", needed: "a key file you may read")
    }
    guard found.count <= Limits.maximumKeySizeInBytes else {
      throw unusable(path, found: "\(found.count) bytes", needed: "one key in PEM form")
    }
    return found
  }

  private static func sort(of pem: [UInt8]) -> String {
    let text = String(decoding: pem, as: UTF8.self)
    if text.contains("ENCRYPTED") { return "an encrypted private key" }
    if text.contains("-----BEGIN PUBLIC KEY-----") { return "a public key, or a broken one" }
    if text.contains("PRIVATE KEY-----") { return "a private key, or a broken one" }
    if text.contains("-----BEGIN CERTIFICATE-----") { return "a certificate" }
    return "no key in PEM form"
  }

  private static func unusable(
    _ path: String,
    found: String,
    needed: String = "an Ed25519 key, or an ECDSA key on P-256"
  ) -> Diagnostic {
    Diagnostic(
      .keyUnusable,
      at: Locator(path: path),
      found: found,
      needed: needed,
      remedy: "name another file; Documentation/signing.md shows how to make a key"
    )
  }
}

/// A private key to sign with.
///
/// The value shows its id only: neither printing nor reflecting it gives the key away.
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// How envelopes name the key.
  public let id: String
  private let pem: [UInt8]
  private let path: String

  fileprivate init(pem: [UInt8], id: String, path: String) {
    self.pem = pem
    self.id = id
    self.path = path
  }

  /// The key's id.
  public var description: String { "key \(id)" }

  /// A mirror with the id and nothing else.
  public var customMirror: Mirror { Mirror(self, children: ["id": id]) }

  /// Signs a message.
  func sign(_ message: [UInt8]) throws(Diagnostic) -> [UInt8] {
    guard let key = LoadedKey.privateKey(pem), let signature = Signature.sign(message, with: key)
    else {
      throw Diagnostic(
        .keyUnusable,
        at: Locator(path: path),
        found: "a key that libcrypto does not sign with",
        needed: "an Ed25519 key, or an ECDSA key on P-256",
        remedy: "make another key"
      )
    }
    return signature
  }
}
