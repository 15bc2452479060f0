import Foundation

/// A file that a command writes: there whole or not at all.
enum OutputFile {
  /// Writes a file, and the folder it stands in where that is not there.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - path: Where it is written; a file in the place is replaced whole.
  ///   - isPrivate: Whether nobody but the owner may read it.
  /// - Throws: What the file system says.
  static func write(_ text: String, to path: String, isPrivate: Bool = false) throws {
    let file = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    if isPrivate {
      let whole = file.deletingLastPathComponent().appendingPathComponent(
        ".\(file.lastPathComponent).\(UUID().uuidString)"
      )
      let isMade = FileManager.default.createFile(
        atPath: whole.path,
        contents: Data(text.utf8),
        attributes: [.posixPermissions: 0o600]
      )
      guard isMade, rename(whole.path, file.path) == 0 else {
        try? FileManager.default.removeItem(at: whole)
        throw UsageProblem("\(path) cannot be written")
      }
      return
    }
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
