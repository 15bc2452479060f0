import ControlModel

/// Bounds on what a file may ask of the reader.
///
/// Evidence is written by strangers. What is beyond a bound is refused with the code
/// `evidence-limit`, never cut to fit: a part of a file proves nothing.
public enum Limits {
  /// The largest file that is read whole, in bytes.
  public static let maximumFileSizeInBytes = 256 * 1024 * 1024
  /// The largest text that a packed file may hold where it is read whole, in bytes.
  public static let maximumUnpackedSizeInBytes = 128 * 1024 * 1024
  /// How many times larger than the packed bytes their text may be.
  ///
  /// Logs reach about a hundred; a bomb has a thousand.
  public static let maximumUnpackedRatio = 300
  /// How much text may be unpacked before the proportion counts, in bytes.
  public static let ratioFreeSizeInBytes = 1024 * 1024
  /// The most members of a gzip file, and the most files in an archive.
  public static let maximumMembersOfAnArchive = 4096
  /// How deeply lists and objects may nest.
  public static let maximumDepth = 64
  /// The most values in one JSON or YAML document, objects and lists included.
  public static let maximumValues = 2_000_000
  /// The most lines, rows or records of a file that is held whole.
  public static let maximumRecords = 2_000_000
  /// The longest line of a line-oriented file, in bytes.
  public static let maximumLineLengthInBytes = 16 * 1024 * 1024
  /// The longest name of an object's member, in bytes.
  public static let maximumNameLengthInBytes = 4096
  /// The most members of one object.
  public static let maximumMembers = 100_000
  /// The most columns of a table.
  public static let maximumColumns = 4096
  /// The longest cell of a table, in bytes.
  public static let maximumCellLengthInBytes = 16 * 1024 * 1024
  /// The longest number, in bytes.
  public static let maximumNumberLengthInBytes = 1024
  /// The longest path of a file within its subject's folder, in bytes.
  public static let maximumPathLengthInBytes = 1024
  /// The most files in a subject's folder.
  public static let maximumFiles = 10_000
  /// The most signatures of one envelope.
  public static let maximumSignatures = 64
  /// The largest file that holds a key, in bytes.
  public static let maximumKeySizeInBytes = 64 * 1024
  /// The largest mapping file, in bytes.
  public static let maximumMappingSizeInBytes = 256 * 1024
  /// The most mapping files of one run.
  public static let maximumMappings = 256
  /// How many problems of one file are kept; all are counted.
  public static let keptDiagnostics = 100

  /// What is told of a file with too many records.
  ///
  /// - Parameter place: The first record beyond the bound.
  /// - Returns: The diagnostic, with code `evidence-limit`.
  static func tooManyRecords(at place: Locator) -> Diagnostic {
    Diagnostic(
      .evidenceLimit,
      at: place,
      found: "more than \(maximumRecords) records",
      needed: "at most \(maximumRecords) in a file that is held whole",
      remedy: "split the export"
    )
  }
}
