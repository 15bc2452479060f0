import CLibCrypto

/// A key as libcrypto holds it, freed with the value.
///
/// It lives for one operation and is not shared between threads.
final class LoadedKey {
  /// The key within libcrypto.
  let handle: OpaquePointer

  private init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { EVP_PKEY_free(handle) }

  /// Reads a private key in PEM form, or `nil` where the bytes hold none that is open.
  static func privateKey(_ pem: [UInt8]) -> LoadedKey? {
    load(pem) { bio in
      // Without a callback libcrypto asks the terminal for a passphrase.
      PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in 0 }, nil)
    }
  }

  /// Reads a public key (SubjectPublicKeyInfo) in PEM form, or `nil` where the bytes hold none.
  static func publicKey(_ pem: [UInt8]) -> LoadedKey? {
    load(pem) { bio in PEM_read_bio_PUBKEY(bio, nil, { _, _, _, _ in 0 }, nil) }
  }

  private static func load(
    _ pem: [UInt8],
    _ read: (OpaquePointer) -> OpaquePointer?
  ) -> LoadedKey? {
    pem.withUnsafeBufferPointer { bytes in
      guard let length = Int32(exactly: bytes.count),
        let bio = BIO_new_mem_buf(bytes.baseAddress, length)
      else { return nil }
      defer {
        BIO_free(bio)
        ERR_clear_error()
      }
      return read(bio).map { LoadedKey($0) }
    }
  }

  /// How the key signs, or `nil` where it is of a sort that is not used here.
  var algorithm: Signature.Algorithm? {
    switch EVP_PKEY_get_base_id(handle) {
    case EVP_PKEY_ED25519: .ed25519
    case EVP_PKEY_EC where curve == "prime256v1": .ecdsaP256
    default: nil
    }
  }

  /// The sort of key in words, for messages: never anything of the key itself.
  var sort: String {
    switch EVP_PKEY_get_base_id(handle) {
    case EVP_PKEY_ED25519: "an Ed25519 key"
    case EVP_PKEY_EC: curve == "prime256v1" ? "a P-256 key" : "an ECDSA key on another curve"
    case EVP_PKEY_RSA, EVP_PKEY_RSA_PSS: "an RSA key"
    case EVP_PKEY_DSA: "a DSA key"
    case EVP_PKEY_ED448: "an Ed448 key"
    case EVP_PKEY_X25519, EVP_PKEY_X448: "a key for key agreement, which cannot sign"
    default: "a key of an unknown sort"
    }
  }

  /// SHA-256 of the public half (SubjectPublicKeyInfo, DER); empty where libcrypto refuses.
  var fingerprint: String {
    let length = i2d_PUBKEY(handle, nil)
    guard length > 0 else { return "" }
    var bytes = [UInt8](repeating: 0, count: Int(length))
    let written = bytes.withUnsafeMutableBufferPointer { buffer in
      var cursor = buffer.baseAddress
      return i2d_PUBKEY(handle, &cursor)
    }
    return written == length ? Digest.sha256(bytes) : ""
  }

  private var curve: String {
    var name = [CChar](repeating: 0, count: 64)
    var length = 0
    guard EVP_PKEY_get_group_name(handle, &name, name.count, &length) == 1 else { return "" }
    return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
