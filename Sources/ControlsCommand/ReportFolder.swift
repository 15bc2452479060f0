import ControlReports
import Foundation

/// Where reports are written.
///
/// A report is there whole or not at all.
struct ReportFolder {
  let path: String

  /// Writes every registered report.
  func write(_ report: Report) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for renderer in ReportRenderers.all {
      let data = Data(renderer.render(report).utf8)
      try data.write(to: URL(fileURLWithPath: "\(path)/\(renderer.fileName)"), options: .atomic)
    }
  }
}
