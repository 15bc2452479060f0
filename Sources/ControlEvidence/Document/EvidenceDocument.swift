public import ControlModel

/// A file of evidence after its container was opened: JSON, JSON Lines, YAML, a table, a
/// spreadsheet or plain text.
public struct EvidenceDocument: Sendable {
  /// What the bytes turned out to be.
  enum Content: Sendable {
    case json(EvidenceValue)
    /// One value for each line, or several values one after another; lines that are no JSON are in
    /// ``EvidenceDocument/unreadLines``.
    case jsonLines([EvidenceValue])
    case yaml([EvidenceValue])
    case table(Table)
    case workbook(Workbook)
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
  /// The bytes of a file that is plain text, or a certificate in DER; empty for all else.
  let plain: [UInt8]
  /// The lines of a line-oriented file that could not be read, in order.
  public let unreadLines: [Diagnostic]

  /// Opens a file's container.
  ///
  /// The first bytes decide, not the name; the name only settles what they leave open.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages and locators.
  /// - Throws: ``Diagnostic`` with code `evidence-encoding`, `evidence-packed`, `evidence-malformed`
  ///   or `evidence-limit`.
  public init(bytes: [UInt8], path: String) throws(Diagnostic) {
    self.path = path
    digest = Digest.sha256(bytes)
    sizeInBytes = bytes.count
    var badLines: [Diagnostic] = []
    if let packed = try Self.archived(bytes, path: path) {
      content = packed
      plain = []
    } else if X509Certificate.mayBeDER(bytes) {
      content = .text
      plain = bytes
    } else {
      let text = try FileText.utf8(bytes, path: path)
      content = try Self.open(text, path: path, badLines: &badLines)
      if case .text = content { plain = text } else { plain = [] }
    }
    unreadLines = badLines
  }

  /// The workbook or the evaluation log in a file, or `nil` where it is no zip archive with one.
  private static func archived(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Content? {
    guard ZipArchive.recognizes(bytes) else { return nil }
    let name = path.lowercased()
    // Of a damaged archive only its name says what it should have been.
    if !name.hasSuffix(".xlsx"), !name.hasSuffix(".eval"),
      (try? ZipArchive(bytes, path: path)) == nil
    {
      return nil
    }
    let archive = try ZipArchive(bytes, path: path)
    if Workbook.recognizes(archive) { return .workbook(try Workbook(archive, path: path)) }
    return try EvaluationArchive.header(of: archive, path: path).map { .json($0) }
  }

  private static func open(
    _ bytes: [UInt8],
    path: String,
    badLines: inout [Diagnostic]
  ) throws(Diagnostic) -> Content {
    let name = FileText.unpackedName(path).lowercased()
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
          if error.code == .evidenceLimit { throw error }
          do throws(Diagnostic) {
            return .jsonLines(try JSONReader.readSequence(bytes, path: path))
          } catch {
            guard first == UInt8(ascii: "{"), startsWithWholeLine(bytes, path: path) else {
              throw error
            }
          }
        }
      }
      return .jsonLines(lines(bytes, path: path, bad: &badLines))
    }
    if isLines { return .jsonLines(lines(bytes, path: path, bad: &badLines)) }
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv")
      || headerLooksTabular(bytes) && !PEMBlock.holdCertificates(bytes)
    {
      let separator = name.hasSuffix(".tsv") ? UInt8(ascii: "\t") : Self.separator(of: bytes)
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

  /// The values of a file of lines; what is no JSON goes to `bad` with its place.
  static func lines(
    _ bytes: [UInt8],
    path: String,
    most: Int = Limits.maximumRecords,
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
      if values.count + bad.count == most {
        bad.append(Limits.tooManyRecords(at: Locator(path: path, line: line)))
        break
      }
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

  /// The separator of a table: the semicolon where the header has more of them than of commas, as
  /// spreadsheets write it where the comma is in numbers.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let semicolons = header.count { $0 == UInt8(ascii: ";") }
    let commas = header.count { $0 == UInt8(ascii: ",") }
    return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
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
