import CLibCrypto
import ControlModel

/// A certificate as libcrypto holds it, freed with the value.
///
/// Nothing is verified: neither the signature nor a chain.
final class X509Certificate {
  private let handle: OpaquePointer

  private init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { X509_free(handle) }

  /// Whether bytes can be one value in DER that is as long as they are, as a certificate is.
  static func mayBeDER(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 256, bytes[0] == 0x30, bytes[1] == 0x82 else { return false }
    return bytes.count == 4 + Int(bytes[2]) << 8 + Int(bytes[3])
  }

  /// Reads one certificate in DER, or `nil` where the bytes are not exactly one.
  ///
  /// - Parameters:
  ///   - der: The bytes.
  ///   - isTrusted: Whether trust settings of OpenSSL follow, as in `TRUSTED CERTIFICATE`.
  convenience init?(der: [UInt8], isTrusted: Bool = false) {
    let found = der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
      var cursor = bytes.baseAddress
      let read = isTrusted ? d2i_X509_AUX : d2i_X509
      guard let handle = read(nil, &cursor, bytes.count) else {
        ERR_clear_error()
        return nil
      }
      guard let start = bytes.baseAddress, cursor == start + bytes.count else {
        X509_free(handle)
        return nil
      }
      return handle
    }
    guard let found else { return nil }
    self.init(found)
  }

  /// SHA-256 of the certificate in DER, as 64 hexadecimal digits; empty where libcrypto refuses.
  var fingerprint: String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard X509_digest(handle, EVP_sha256(), &digest, &length) == 1 else { return "" }
    return hexadecimal(digest.prefix(Int(length)))
  }

  /// The subject in the form of RFC 2253; empty for a certificate without one.
  var subject: String { X509Text.name(X509_get_subject_name(handle)) }

  /// The issuer in the form of RFC 2253.
  var issuer: String { X509Text.name(X509_get_issuer_name(handle)) }

  /// The serial number in hexadecimal, with a sign where it is negative.
  var serialNumber: String {
    guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(handle), nil) else { return "" }
    defer { BN_free(number) }
    guard let text = BN_bn2hex(number) else { return "" }
    defer { controls_free(text) }
    return String(cString: text)
  }

  /// The first instant at which it is valid, or `nil` where it is none that can be held.
  var validFrom: Instant? { X509Text.moment(X509_get0_notBefore(handle))?.instant }

  /// The last instant at which it is valid; the year 9999 means never (RFC 5280, 4.1.2.5).
  var validUntil: Moment? { X509Text.moment(X509_get0_notAfter(handle)) }

  /// The sort of key, such as `RSA`, `EC` or `ED25519`.
  var keyAlgorithm: String {
    guard let key = X509_get0_pubkey(handle), let name = EVP_PKEY_get0_type_name(key) else {
      ERR_clear_error()
      return "unknown"
    }
    return String(cString: name)
  }

  /// The size of the key in bits, or `nil` where libcrypto does not know the key.
  var keySizeInBits: Int? {
    guard let key = X509_get0_pubkey(handle) else { return nil }
    let bits = Int(EVP_PKEY_get_bits(key))
    return bits > 0 ? bits : nil
  }

  /// How it is signed, such as `RSA-SHA256` or `ecdsa-with-SHA256`.
  var signatureAlgorithm: String {
    OBJ_nid2sn(X509_get_signature_nid(handle)).map { String(cString: $0) } ?? "unknown"
  }

  /// Whether it may sign other certificates.
  var isAuthority: Bool { X509_check_ca(handle) > 0 }

  /// The alternative names as `URI:…`, `DNS:…`, `email:…` or `IP:…`, in order; empty for none.
  var alternativeNames: [String] {
    guard let list = X509_get_ext_d2i(handle, NID_subject_alt_name, nil, nil) else {
      ERR_clear_error()
      return []
    }
    let names = OpaquePointer(list)
    defer { GENERAL_NAMES_free(names) }
    return (0..<max(0, OPENSSL_sk_num(names))).compactMap { index in
      OPENSSL_sk_value(names, index).flatMap(X509Text.alternativeName)
    }
  }

  /// When a list of revoked certificates says it was revoked: never where the list is the issuer's and
  /// does not hold it, `nil` where the list is another issuer's.
  func revocation(by list: X509RevocationList) -> Moment? {
    list.revocation(of: handle)
  }
}

/// A list of revoked certificates as libcrypto holds it, freed with the value.
///
/// The list's signature is not verified.
final class X509RevocationList {
  private let handle: OpaquePointer

  private init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { X509_CRL_free(handle) }

  /// Reads one list in DER, or `nil` where the bytes are not exactly one.
  convenience init?(der: [UInt8]) {
    let found = der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
      var cursor = bytes.baseAddress
      guard let handle = d2i_X509_CRL(nil, &cursor, bytes.count) else {
        ERR_clear_error()
        return nil
      }
      guard let start = bytes.baseAddress, cursor == start + bytes.count else {
        X509_CRL_free(handle)
        return nil
      }
      return handle
    }
    guard let found else { return nil }
    self.init(found)
  }

  fileprivate func revocation(of certificate: OpaquePointer) -> Moment? {
    guard X509_NAME_cmp(X509_CRL_get_issuer(handle), X509_get_issuer_name(certificate)) == 0 else {
      return nil
    }
    var entry: OpaquePointer?
    // 2 says that a certificate on hold was let go again.
    guard X509_CRL_get0_by_cert(handle, &entry, certificate) == 1, let entry else { return .never }
    return X509Text.moment(X509_REVOKED_get0_revocationDate(entry)) ?? .notRecorded
  }
}

/// The bytes as hexadecimal digits in small letters.
private func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
  bytes.map { byte in
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }.joined()
}
