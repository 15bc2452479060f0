import ControlModel

/// What a seal remembers of a file beside its digest, so that a change can be told by its kind: cut
/// off, or the same lines in another order.
struct FileTrace: Sendable, Hashable {
  /// The file's start up to some length, by its digest.
  struct Prefix: Sendable, Hashable {
    /// How many bytes.
    var sizeInBytes: Int
    /// Their SHA-256 in hexadecimal.
    var sha256: String
  }

  /// Files above this size keep no trace: each start is hashed anew.
  static let maximumSizeInBytes = 32 * 1024 * 1024
  private static let prefixCount = 8

  /// The file's path.
  var path: String
  /// SHA-256 over the sorted digests of its lines.
  var lineSetSha256: String
  /// Starts of the file that end with a line, the shortest first.
  var prefixes: [Prefix]

  /// The trace of a file, or `nil` where it is too large for one.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - bytes: The file's bytes.
  init?(path: String, bytes: [UInt8]) {
    guard bytes.count <= Self.maximumSizeInBytes else { return nil }
    self.path = path
    lineSetSha256 = Self.lineSet(bytes)
    var ends: [Int] = []
    for part in 1...Self.prefixCount {
      let wanted = bytes.count * part / (Self.prefixCount + 1)
      guard let end = bytes[wanted...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      if end + 1 < bytes.count, ends.last != end + 1 { ends.append(end + 1) }
    }
    prefixes = ends.map { Prefix(sizeInBytes: $0, sha256: Digest.sha256(Array(bytes[..<$0]))) }
  }

  /// Reads a trace from a seal, or `nil` where it has not the form of one.
  init?(_ value: EvidenceValue) {
    guard let path = value["path"]?.string, let lines = value["lineSetSha256"]?.string else {
      return nil
    }
    self.path = path
    lineSetSha256 = lines
    prefixes = (value["prefixes"]?.elements ?? []).compactMap { prefix in
      guard let size = prefix["sizeInBytes"]?.integer, let digest = prefix["sha256"]?.string else {
        return nil
      }
      return Prefix(sizeInBytes: size, sha256: digest)
    }
  }

  /// The trace as a seal holds it.
  var json: EvidenceValue {
    EvidenceValue(
      .object([
        .init(name: "path", value: EvidenceValue(.string(path))),
        .init(name: "lineSetSha256", value: EvidenceValue(.string(lineSetSha256))),
        .init(
          name: "prefixes",
          value: EvidenceValue(
            .array(
              prefixes.map { prefix in
                EvidenceValue(
                  .object([
                    .init(
                      name: "sizeInBytes",
                      value: EvidenceValue(.number(String(prefix.sizeInBytes)))
                    ),
                    .init(name: "sha256", value: EvidenceValue(.string(prefix.sha256))),
                  ])
                )
              }
            )
          )
        ),
      ])
    )
  }

  /// What became of the file whose bytes are no longer the sealed ones.
  ///
  /// - Parameters:
  ///   - bytes: The bytes there now.
  ///   - size: The size that was sealed.
  /// - Returns: A code and words, or `nil` where nothing more than a change can be told.
  func change(to bytes: [UInt8], from size: Int?) -> (code: Diagnostic.Code, found: String)? {
    if bytes.count <= Self.maximumSizeInBytes, Self.lineSet(bytes) == lineSetSha256 {
      return (.evidenceReordered, "the sealed lines in another order")
    }
    if let size, bytes.count < size,
      let longest = prefixes.last(where: { $0.sizeInBytes <= bytes.count }),
      Digest.sha256(Array(bytes[..<longest.sizeInBytes])) == longest.sha256
    {
      return (.evidenceTruncated, "the first \(bytes.count) of \(size) sealed bytes")
    }
    return nil
  }

  private static func lineSet(_ bytes: [UInt8]) -> String {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // The last line has the same end as the others, however the file ends.
    if lines.last?.isEmpty == true { lines.removeLast() }
    let digests = lines.map { Digest.sha256(Array($0)) }.sorted()
    return Digest.sha256(Array(digests.joined().utf8))
  }
}
