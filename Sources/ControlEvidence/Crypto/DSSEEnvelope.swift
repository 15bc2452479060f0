import CLibCrypto
import ControlModel
import Foundation

/// A signed payload: Dead Simple Signing Envelope, version 1.
struct DSSEEnvelope {
  /// What the payload is, such as `application/vnd.in-toto+json`.
  let payloadType: String
  /// The payload's bytes.
  let payload: [UInt8]
  /// The signatures with the ids of their keys.
  let signatures: [(keyID: String?, bytes: [UInt8])]

  /// Reads an envelope from its JSON form.
  ///
  /// - Parameter root: The document's root.
  /// - Throws: ``Diagnostic`` with code `record-malformed` where a member is absent or no base64.
  init(_ root: Cursor) throws(Diagnostic) {
    payloadType = try root.required("payloadType")
    payload = try Self.decoded(root, "payload")
    var signatures: [(keyID: String?, bytes: [UInt8])] = []
    for signature in root["signatures"]?.elements ?? [] {
      signatures.append((signature["keyid"]?.text, try Self.decoded(signature, "sig")))
    }
    self.signatures = signatures
  }

  /// The first trusted key whose signature over the envelope is good, or `nil`.
  ///
  /// - Parameter keys: The keys whose signatures count.
  /// - Returns: The key.
  func verified(by keys: [TrustedKey]) -> TrustedKey? {
    let message = preAuthenticationEncoding
    for key in keys {
      for signature in signatures where signature.keyID == nil || signature.keyID == key.id {
        if Signature.isGood(signature.bytes, over: message, key: key.pem) { return key }
      }
    }
    return nil
  }

  /// What is signed: the type and the payload with their lengths, so that neither can pass for a
  /// part of the other (DSSE protocol, "PAE").
  private var preAuthenticationEncoding: [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  private static func decoded(_ cursor: Cursor, _ name: String) throws(Diagnostic) -> [UInt8] {
    let text = try cursor.required(name).map { character -> Character in
      // The protocol allows the URL-safe alphabet beside the standard one.
      character == "-" ? "+" : character == "_" ? "/" : character
    }
    let padding = String(repeating: "=", count: (4 - text.count % 4) % 4)
    guard let data = Data(base64Encoded: String(text) + padding) else {
      throw (cursor[name] ?? cursor).malformed(found: "text that is no base64", needed: "base64")
    }
    return [UInt8](data)
  }
}

/// Signatures through libcrypto: Ed25519, and ECDSA on P-256 with SHA-256.
enum Signature {
  /// Whether a signature is good.
  ///
  /// - Parameters:
  ///   - signature: Raw for Ed25519, DER for ECDSA.
  ///   - message: What was signed.
  ///   - pem: The public key (SubjectPublicKeyInfo). A key of another sort is never good.
  /// - Returns: `true` only where libcrypto says so.
  static func isGood(_ signature: [UInt8], over message: [UInt8], key pem: String) -> Bool {
    let text = Array(pem.utf8)
    guard let bio = BIO_new_mem_buf(text, Int32(text.count)) else { return false }
    defer { BIO_free(bio) }
    guard let key = PEM_read_bio_PUBKEY(bio, nil, nil, nil) else { return false }
    defer { EVP_PKEY_free(key) }
    let digest: OpaquePointer?
    switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_ED25519: digest = nil
    case EVP_PKEY_EC: digest = EVP_sha256()
    default: return false
    }
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestVerifyInit(context, nil, digest, nil, key) == 1 else { return false }
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}
