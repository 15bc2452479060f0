import CLibCrypto
import Foundation

/// A block of PEM: what it says it is, and its bytes.
struct PEMBlock {
  /// The name between the dashes, such as `CERTIFICATE`.
  let name: String
  /// The decoded bytes; `nil` where libcrypto cannot read the block.
  let bytes: [UInt8]?
  /// The line of the opening dashes, from 1.
  let line: Int

  private static let opening = Array("-----BEGIN ".utf8)

  private static let certificates = [
    "-----BEGIN CERTIFICATE-----", "-----BEGIN X509 CERTIFICATE-----",
    "-----BEGIN TRUSTED CERTIFICATE-----", "-----BEGIN X509 CRL-----",
  ]

  /// Whether a text holds a block of certificates, whatever stands before it.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func holdCertificates(_ text: [UInt8]) -> Bool {
    let data = Data(text)
    return certificates.contains { data.range(of: Data($0.utf8)) != nil }
  }

  /// The blocks of a text in order; what stands before and between them is passed over.
  ///
  /// Only the places of the blocks are looked for here; libcrypto decodes each.
  static func all(in text: [UInt8]) -> [PEMBlock] {
    var starts: [(offset: Int, line: Int)] = []
    var offset = 0
    var line = 1
    for range in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if range.starts(with: opening) { starts.append((offset, line)) }
      offset += range.count + 1
      line += 1
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].offset : text.count
      return decoded(Array(text[starts[index].offset..<end]), line: starts[index].line)
    }
  }

  private static func decoded(_ text: [UInt8], line: Int) -> PEMBlock {
    let rest = text.dropFirst(opening.count).prefix { $0 != UInt8(ascii: "-") }
    let label = String(decoding: rest, as: UTF8.self)
    // A private key is not even decoded.
    if label.hasSuffix("PRIVATE KEY") { return PEMBlock(name: label, bytes: nil, line: line) }
    let bytes = text.withUnsafeBufferPointer { buffer -> [UInt8]? in
      guard let length = Int32(exactly: buffer.count),
        let bio = BIO_new_mem_buf(buffer.baseAddress, length)
      else { return nil }
      defer {
        BIO_free(bio)
        ERR_clear_error()
      }
      var name: UnsafeMutablePointer<CChar>?
      var header: UnsafeMutablePointer<CChar>?
      var data: UnsafeMutablePointer<UInt8>?
      var count = 0
      guard PEM_read_bio(bio, &name, &header, &data, &count) == 1 else { return nil }
      defer {
        controls_free(name)
        controls_free(header)
        controls_free(data)
      }
      return Array(UnsafeBufferPointer(start: data, count: count))
    }
    return PEMBlock(name: label, bytes: bytes, line: line)
  }
}
