import CLibCrypto

/// SHA-256 through libcrypto.
enum Digest {
  /// The SHA-256 of bytes as 64 hexadecimal digits.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The digest in small letters; empty where libcrypto refuses, which matches nothing.
  static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let done = bytes.withUnsafeBufferPointer { input in
      EVP_Digest(input.baseAddress, input.count, &digest, &length, EVP_sha256(), nil)
    }
    guard done == 1, length == 32 else { return "" }
    return hexadecimal(digest)
  }

  /// Bytes as hexadecimal digits in small letters.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}
