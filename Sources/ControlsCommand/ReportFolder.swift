import ControlReports
import Foundation

/// Where reports are written.
///
/// A report is there whole or not at all.
struct ReportFolder {
  let path: String

  /// Writes the reports of every run.
  func write(_ report: Report) throws {
    for renderer in ReportRenderers.standard {
      try Self.write(renderer.render(report), to: "\(path)/\(renderer.fileName)")
    }
  }

  /// Writes one document, and the folder that it stands in where there is none.
  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url, options: .atomic)
  }
}
