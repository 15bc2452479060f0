public import ControlModel

/// A file of evidence after its container was opened: JSON, JSON Lines, YAML, a table or plain text.
public struct EvidenceDocument: Sendable {
  /// What the bytes turned out to be.
  enum Content: Sendable {
    case json(EvidenceValue)
    /// One value for each line; lines that are no JSON are in ``EvidenceDocument/unreadLines``.
    case jsonLines([EvidenceValue])
    case yaml([EvidenceValue])
    case table(Table)
    case text
  }

  /// The path relative to the subject's folder.
  public let path: String
  /// SHA-256 of the bytes in hexadecimal.
  public let digest: String
  /// The size in bytes.
  public let sizeInBytes: Int
  /// What the bytes turned out to be.
  let content: Content
  /// The lines of a line-oriented file that could not be read, in order.
  public let unreadLines: [Diagnostic]

  /// Opens a file's container.
  ///
  /// The first bytes decide, not the name; the name only settles what they leave open.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages and locators.
  /// - Throws: ``Diagnostic`` with code `evidence-encoding`, `evidence-malformed` or
  ///   `evidence-limit`.
  public init(bytes: [UInt8], path: String) throws(Diagnostic) {
    self.path = path
    digest = Digest.sha256(bytes)
    sizeInBytes = bytes.count
    let text = try EncodingCheck.withoutMark(bytes, path: path)
    var badLines: [Diagnostic] = []
    content = try Self.open(text, path: path, badLines: &badLines)
    unreadLines = badLines
  }

  private static func open(
    _ bytes: [UInt8],
    path: String,
    badLines: inout [Diagnostic]
  ) throws(Diagnostic) -> Content {
    let name = path.lowercased()
    guard let first = bytes.first(where: { !isSpace($0) }) else {
      throw Diagnostic(
        .evidenceMalformed,
        at: Locator(path: path, line: 1),
        found: "an empty file",
        needed: "an export",
        remedy: "export again; an empty answer must still be an answer"
      )
    }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return .yaml(try YAMLReader.read(bytes, path: path))
    }
    let isLines = name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
    // Some tools write `null` for "none found"; what else stands in such a file is no JSON.
    if name.hasSuffix(".json") || name.hasSuffix(".sarif"), !isStructured(first) {
      return .json(try JSONReader.read(bytes, path: path))
    }
    if isStructured(first) {
      if !isLines {
        do throws(Diagnostic) {
          return .json(try JSONReader.read(bytes, path: path))
        } catch {
          guard first == UInt8(ascii: "{"), startsWithWholeLine(bytes, path: path) else {
            throw error
          }
        }
      }
      return .jsonLines(lines(bytes, path: path, bad: &badLines))
    }
    if isLines { return .jsonLines(lines(bytes, path: path, bad: &badLines)) }
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") || headerLooksTabular(bytes) {
      let separator = name.hasSuffix(".tsv") ? UInt8(ascii: "\t") : UInt8(ascii: ",")
      return .table(try TableReader.read(bytes, separator: separator, path: path))
    }
    return .text
  }

  /// Whether the first line is a whole JSON value and more follows: then the file is JSON Lines.
  private static func startsWithWholeLine(_ bytes: [UInt8], path: String) -> Bool {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end + 1 < bytes.count else {
      return false
    }
    return (try? JSONReader.read(bytes[..<end], path: path)) != nil
  }

  private static func lines(
    _ bytes: [UInt8],
    path: String,
    bad: inout [Diagnostic]
  ) -> [EvidenceValue] {
    var values: [EvidenceValue] = []
    var start = 0
    var line = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      line += 1
      let range = bytes[start..<end]
      start = end + 1
      if range.allSatisfy(isSpace) { continue }
      if range.count > Limits.maximumLineLengthInBytes {
        bad.append(
          Diagnostic(
            .evidenceLimit,
            at: Locator(path: path, line: line),
            found: "a line of \(range.count) bytes",
            needed: "at most \(Limits.maximumLineLengthInBytes) bytes",
            remedy: "export less per line"
          )
        )
        continue
      }
      do throws(Diagnostic) {
        values.append(try JSONReader.read(range, path: path, line: line))
      } catch {
        bad.append(error)
      }
    }
    return values
  }

  private static func headerLooksTabular(_ bytes: [UInt8]) -> Bool {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    return header.contains(UInt8(ascii: ",")) && !header.contains(UInt8(ascii: ":"))
  }

  private static func isStructured(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

/// Whether bytes are UTF-8, and which mark they start with.
enum EncodingCheck {
  /// The bytes without a UTF-8 byte-order mark.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages.
  /// - Returns: The bytes that are text.
  /// - Throws: ``Diagnostic`` with code `evidence-encoding` where they are UTF-16, binary or not
  ///   valid UTF-8, with the line of the first wrong byte.
  static func withoutMark(_ bytes: [UInt8], path: String) throws(Diagnostic) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw encoding(path, 1, "UTF-16")
    }
    if bytes.starts(with: [0x1F, 0x8B]) { throw encoding(path, 1, "gzip") }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw encoding(path, 1, "a zip archive") }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let zero = text.firstIndex(of: 0) {
      throw encoding(path, lineNumber(of: zero, in: text), "a zero byte")
    }
    if String(validating: text, as: UTF8.self) == nil {
      throw encoding(path, firstWrongLine(text), "a byte that is not UTF-8")
    }
    return text
  }

  private static func firstWrongLine(_ bytes: [UInt8]) -> Int {
    var line = 1
    for range in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: range, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  private static func lineNumber(of index: Int, in bytes: [UInt8]) -> Int {
    bytes[..<index].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }

  private static func encoding(_ path: String, _ line: Int, _ found: String) -> Diagnostic {
    Diagnostic(
      .evidenceEncoding,
      at: Locator(path: path, line: line),
      found: found,
      needed: "UTF-8 text",
      remedy: "save the export as UTF-8, unpacked"
    )
  }
}
