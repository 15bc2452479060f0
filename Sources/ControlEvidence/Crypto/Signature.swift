import CLibCrypto

/// Signatures through libcrypto: Ed25519, and ECDSA on P-256 with SHA-256.
enum Signature {
  /// The ways of signing that are used; every other is refused.
  enum Algorithm: String, Sendable {
    case ed25519 = "Ed25519"
    case ecdsaP256 = "ECDSA P-256"

    /// The digest that libcrypto takes before it signs; `nil`: the algorithm has its own.
    fileprivate var digest: OpaquePointer? { self == .ed25519 ? nil : EVP_sha256() }
  }

  /// Whether a signature is good.
  ///
  /// - Parameters:
  ///   - signature: Raw for Ed25519, DER for ECDSA.
  ///   - message: What was signed.
  ///   - pem: The public key (SubjectPublicKeyInfo). A key of another sort is never good.
  /// - Returns: `true` only where libcrypto says so.
  static func isGood(_ signature: [UInt8], over message: [UInt8], key pem: String) -> Bool {
    guard let key = LoadedKey.publicKey(Array(pem.utf8)), let algorithm = key.algorithm,
      let context = EVP_MD_CTX_new()
    else { return false }
    defer {
      EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    guard EVP_DigestVerifyInit(context, nil, algorithm.digest, nil, key.handle) == 1 else {
      return false
    }
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }

  /// Signs a message.
  ///
  /// - Parameters:
  ///   - message: What is signed.
  ///   - key: A private key of a sort that is used.
  /// - Returns: Raw for Ed25519, DER for ECDSA; `nil` where libcrypto refuses.
  static func sign(_ message: [UInt8], with key: LoadedKey) -> [UInt8]? {
    guard let algorithm = key.algorithm, let context = EVP_MD_CTX_new() else { return nil }
    defer {
      EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    guard EVP_DigestSignInit(context, nil, algorithm.digest, nil, key.handle) == 1 else {
      return nil
    }
    var length = 0
    guard EVP_DigestSign(context, nil, &length, message, message.count) == 1, length > 0 else {
      return nil
    }
    var signature = [UInt8](repeating: 0, count: length)
    guard EVP_DigestSign(context, &signature, &length, message, message.count) == 1 else {
      return nil
    }
    return Array(signature.prefix(length))
  }
}
