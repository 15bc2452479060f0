/// Bounds on what a file may ask of the reader.
///
/// Evidence is written by strangers.
public enum Limits {
  /// The largest file that is read whole, in bytes.
  public static let maximumFileSizeInBytes = 256 * 1024 * 1024
  /// How deeply lists and objects may nest.
  public static let maximumDepth = 64
  /// The longest line of a line-oriented file, in bytes.
  public static let maximumLineLengthInBytes = 16 * 1024 * 1024
  /// The longest name of an object's member, in bytes.
  public static let maximumNameLengthInBytes = 4096
  /// The most members of one object.
  public static let maximumMembers = 100_000
  /// The most files in a subject's folder.
  public static let maximumFiles = 10_000
  /// How many problems of one file are kept; all are counted.
  public static let keptDiagnostics = 100
}
