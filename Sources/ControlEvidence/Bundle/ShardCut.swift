package import ControlModel
import Foundation

/// A file cut at line ends into parts of about one size.
package struct ShardCut: Sendable, Hashable {
  /// A part of the file: whole lines.
  package struct Part: Sendable, Hashable {
    /// The bytes.
    package let bytes: Range<Int>
    /// The number of the first line, from 1.
    package let firstLine: Int
    /// SHA-256 of the bytes as 64 hexadecimal digits.
    package let digest: String
  }

  /// SHA-256 of the whole file.
  package let digest: String
  /// The parts in order, one at least; together the whole file.
  package let parts: [Part]

  private static let window = 4 << 20

  /// Cuts a file, reading it once.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: How messages call it.
  ///   - count: How many parts are wanted; a file of fewer or longer lines has fewer.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable`.
  package init(_ path: String, name: String, into count: Int) throws(Diagnostic) {
    let handle = try Self.open(path, name)
    let size = Int((try? handle.seekToEnd()) ?? 0)
    try? handle.seek(toOffset: 0)
    var cutter = Cutter(step: max(1, (size + count - 1) / max(1, count)))
    while let bytes = try Self.next(handle, name, Self.window) { cutter.add(bytes) }
    (digest, parts) = cutter.finish()
  }

  /// The SHA-256 of a part of a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: How messages call it.
  ///   - bytes: The part.
  /// - Returns: The digest as 64 hexadecimal digits.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable`.
  package static func digest(
    of path: String,
    name: String,
    bytes: Range<Int>
  ) throws(Diagnostic) -> String {
    let handle = try open(path, name)
    try? handle.seek(toOffset: UInt64(max(0, bytes.lowerBound)))
    let digest = StreamDigest()
    var left = bytes.count
    while left > 0, let part = try next(handle, name, min(left, window)) {
      part.withUnsafeBytes { digest.update($0) }
      left -= part.count
    }
    return digest.finish()
  }

  private static func open(_ path: String, _ name: String) throws(Diagnostic) -> FileHandle {
    let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type]
    guard type as? FileAttributeType == .typeRegular,
      let handle = FileHandle(forReadingAtPath: path)
    else { throw unreadable(name) }
    return handle
  }

  private static func next(
    _ handle: FileHandle,
    _ name: String,
    _ count: Int
  ) throws(Diagnostic) -> [UInt8]? {
    do {
      guard let data = try handle.read(upToCount: count), !data.isEmpty else { return nil }
      return [UInt8](data)
    } catch {
      throw unreadable(name)
    }
  }

  private static func unreadable(_ name: String) -> Diagnostic {
    Diagnostic(
      .evidenceUnreadable,
      at: Locator(path: name),
      found: "a file that cannot be read",
      needed: "an ordinary file you may read",
      remedy: "check that it is there, and its permissions"
    )
  }
}

/// Cuts bytes that come in windows.
private struct Cutter {
  private let step: Int
  private let whole = StreamDigest()
  private var part = StreamDigest()
  private var parts: [ShardCut.Part] = []
  private var start = 0
  private var offset = 0
  private var firstLine = 1
  private var line = 1

  init(step: Int) { self.step = step }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { whole.update($0) }
    var from = 0
    // The cut is behind the first line end at which the part has its size.
    while start + step < offset + bytes.count {
      let wanted = max(from, start + step - 1 - offset)
      guard let end = bytes[wanted...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      take(bytes[from...end])
      from = end + 1
      close(at: offset + from)
    }
    take(bytes[from...])
    offset += bytes.count
  }

  mutating func finish() -> (String, [ShardCut.Part]) {
    if offset > start || parts.isEmpty { close(at: offset) }
    return (whole.finish(), parts)
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { part.update($0) }
    for byte in bytes where byte == UInt8(ascii: "\n") { line += 1 }
  }

  private mutating func close(at end: Int) {
    parts.append(ShardCut.Part(bytes: start..<end, firstLine: firstLine, digest: part.finish()))
    start = end
    firstLine = line
    part = StreamDigest()
  }
}
