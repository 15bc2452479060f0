import CLibCrypto
import Foundation

/// A file of evidence while it is written, with its digest.
final class EvidenceFile {
  /// The path within the subject's folder.
  let path: String
  /// The kind of its records.
  let kind: String
  private let handle: FileHandle
  private let digest: OpaquePointer
  private var sizeInBytes = 0

  /// Creates the file, and the folder it stands in.
  ///
  /// - Throws: Any error of the file system.
  init(_ path: String, of kind: String, in folder: URL) throws {
    self.path = path
    self.kind = kind
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
    digest = EVP_MD_CTX_new()
    EVP_DigestInit_ex(digest, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(digest) }

  /// Writes bytes after those written before.
  ///
  /// - Throws: Any error of the file system, such as a full disk.
  func write(_ bytes: [UInt8]) throws {
    sizeInBytes += bytes.count
    _ = bytes.withUnsafeBytes { EVP_DigestUpdate(digest, $0.baseAddress, $0.count) }
    try bytes.withUnsafeBytes { raw in
      guard let start = raw.baseAddress, raw.count > 0 else { return }
      let address = UnsafeMutableRawPointer(mutating: start)
      try handle.write(
        contentsOf: Data(bytesNoCopy: address, count: raw.count, deallocator: .none)
      )
    }
  }

  /// Ends the file.
  ///
  /// - Parameter recordCount: How many records it holds, unreadable ones too.
  /// - Returns: What the manifest says of it.
  /// - Throws: Any error of the file system.
  func close(recordCount: Int) throws -> ManifestItem {
    try handle.close()
    var hash = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(digest, &hash, nil)
    var text: [UInt8] = []
    for byte in hash { text.append(UInt64(byte), digits: 2, radix: 16) }
    return ManifestItem(
      path: path,
      kind: kind,
      sha256: String(decoding: text, as: UTF8.self),
      sizeInBytes: sizeInBytes,
      recordCount: recordCount
    )
  }
}

/// What the manifest says of one file.
struct ManifestItem: Sendable {
  let path: String
  let kind: String
  let sha256: String
  let sizeInBytes: Int
  let recordCount: Int
}
