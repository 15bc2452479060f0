public import ControlModel

/// A mapping file: how rows of an export become records of a kind, without any Swift.
public struct EvidenceMapping: Sendable {
  /// The version of the form.
  static let version = 1

  /// The file's path, for messages.
  public let path: String
  /// SHA-256 of the file in hexadecimal: results carry it, so that they say what read the evidence.
  public let digest: String
  /// The format that the mapping reads.
  public let format: EvidenceFormat
  /// The type of the records it makes.
  let recordType: any EvidenceRecord.Type
  /// What the file must be; `nil`: any of the containers.
  let container: Container?
  /// What a document must have to be recognised; `nil`: it is never recognised, only named.
  let detection: Detection?
  /// Where the rows are within a document; `nil`: the document, or each of its lines or rows.
  let rows: ValuePath?
  /// What must hold of a row that is a record of the kind; other rows are left out.
  let filters: [RowFilter]
  /// The value that says, by not being empty, that more pages exist.
  let partial: ValuePath?
  /// The fields.
  let rules: [FieldRule]

  /// What a file may be.
  enum Container: String, Sendable, CaseIterable {
    case json
    case jsonLines
    case yaml
    case table
  }

  /// What a document must have to be recognised.
  struct Detection: Sendable {
    /// Paths that lead to something, or columns that are there.
    var has: [ValuePath] = []
    /// Values that stand there, as text.
    var equals: [(path: ValuePath, value: String)] = []
  }

  /// A condition on a row.
  struct RowFilter: Sendable {
    /// What a value is held to.
    enum Test: Sendable {
      case oneOf([String])
      case noneOf([String])
      case present(Bool)
    }

    let path: ValuePath
    let test: Test

    /// Whether the row is to be read.
    func keeps(_ row: MappedRow) -> Bool {
      let texts = path.places(in: row).compactMap { FieldRule.text($0.value) }
      switch test {
      case .oneOf(let words): return texts.contains { words.contains($0) }
      case .noneOf(let words): return !texts.contains { words.contains($0) }
      case .present(let wanted): return path.places(in: row).isEmpty != wanted
      }
    }
  }

  /// Reads a mapping file.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages.
  /// - Returns: The mapping, or `nil` where there are problems, and the problems in order of place.
  public static func read(
    _ bytes: [UInt8],
    path: String
  ) -> (mapping: EvidenceMapping?, problems: [Diagnostic]) {
    do throws(Diagnostic) {
      guard bytes.count <= Limits.maximumMappingSizeInBytes else {
        throw Diagnostic(
          .evidenceLimit,
          at: Locator(path: path),
          found: "a mapping of \(bytes.count) bytes",
          needed: "at most \(Limits.maximumMappingSizeInBytes) bytes",
          remedy: "map one format in one file"
        )
      }
      let root = try ConfigurationDocument.read(bytes, path: path)
      var parser = MappingParser(path: path, digest: Digest.sha256(bytes))
      let mapping = parser.mapping(root)
      return (parser.problems.isEmpty ? mapping : nil, parser.problems)
    } catch {
      return (nil, [error])
    }
  }
}
