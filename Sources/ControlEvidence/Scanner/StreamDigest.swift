import CLibCrypto

/// SHA-256 through libcrypto, piece by piece.
final class StreamDigest {
  private let context: OpaquePointer?
  private var isSound: Bool

  init() {
    context = EVP_MD_CTX_new()
    isSound = context != nil && EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes the next bytes.
  func update(_ bytes: UnsafeRawBufferPointer) {
    if isSound, !bytes.isEmpty {
      isSound = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
    }
  }

  /// The digest of all bytes as 64 hexadecimal digits.
  ///
  /// Called once, at the end.
  ///
  /// - Returns: The digest in small letters; empty where libcrypto refuses, which matches nothing.
  func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    guard isSound, EVP_DigestFinal_ex(context, &digest, &length) == 1, length == 32 else {
      return ""
    }
    return Digest.hexadecimal(digest)
  }
}
