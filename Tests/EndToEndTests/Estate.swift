import ControlsCommand
import Foundation
import StandardControls
import Testing

/// The sample estate, copied where a test may break it, and the tool run on it.
struct Estate {
  /// The repository's root.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A folder of the test's own, with `evidence`, `controls` and `reports` in it.
  let folder: URL

  /// Copies the estate.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("estate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.root.appendingPathComponent("evidence"),
      to: folder.appendingPathComponent("evidence")
    )
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("controls"),
      withIntermediateDirectories: true
    )
    for name in ["policy.yaml", "waivers.yaml"] {
      try FileManager.default.copyItem(
        at: Self.root.appendingPathComponent("controls/\(name)"),
        to: folder.appendingPathComponent("controls/\(name)")
      )
    }
  }

  /// Removes the copy.
  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The path of something in the copy.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Runs the tool on the copy.
  ///
  /// - Parameters:
  ///   - words: The command and its options, without those that name files.
  ///   - width: How many columns the terminal has.
  /// - Returns: The exit code and what was written.
  func run(
    _ words: String...,
    width: Int = 100
  ) async -> (code: Int32, output: String, error: String) {
    let files = [
      "--evidence", path("evidence"), "--policy", path("controls/policy.yaml"), "--waivers",
      path("controls/waivers.yaml"),
    ]
    let reports = words.first == "test" ? ["--reports", path("reports")] : []
    return await Self.run(words + files + reports, width: width)
  }

  /// Runs the tool.
  static func run(
    _ words: [String],
    width: Int = 100
  ) async -> (code: Int32, output: String, error: String) {
    let recording = RecordingConsole()
    let code = await ControlsCommand.run(
      words,
      suites: StandardControls.suites,
      profiles: StandardControls.profiles,
      console: recording.console(width: width)
    )
    return (code.rawValue, recording.output, recording.error)
  }

  /// The paths of a subject's evidence files, relative to its folder.
  func evidenceFiles(of subject: String) throws -> [String] {
    let walker = FileManager.default.enumerator(atPath: path("evidence/\(subject)"))
    let names = (walker?.allObjects as? [String]) ?? []
    return names.filter { name in
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: path("evidence/\(subject)/\(name)"),
        isDirectory: &isDirectory
      )
      return !isDirectory.boolValue
    }.sorted()
  }
}
