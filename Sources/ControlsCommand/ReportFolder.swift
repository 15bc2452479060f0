import ControlModel
import ControlReports
import Foundation

/// Where reports are written.
///
/// A report is there whole or not at all: it is written beside its place under another name, a
/// chunk at a time, and moved there when it is complete.
struct ReportFolder {
  let path: String

  /// Writes the reports of every run.
  func write(_ report: Report) throws {
    for renderer in ReportRenderers.standard {
      try Self.write(report, with: renderer, to: "\(path)/\(renderer.fileName)")
    }
  }

  /// Writes one document, and the folder that it stands in where there is none.
  ///
  /// What stands in the place and is no plain file, such as a pipe or a device, is written into.
  ///
  /// - Throws: ``UsageProblem`` where the place cannot hold a file, ``Problems`` where the renderer
  ///   gave up, and what the file system says; a file in the place is then as it was.
  static func write(_ report: Report, with renderer: any ReportRenderer, to path: String) throws {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = place.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let attributes = try? FileManager.default.attributesOfItem(atPath: place.path)
    switch attributes?[.type] as? FileAttributeType {
    case nil, .typeRegular?: try replace(place, with: report, by: renderer)
    case .typeDirectory?: throw UsageProblem("\(path) is a folder; name a file")
    case .typeSymbolicLink?: throw UsageProblem("\(path) is a link to nothing; name a file")
    default: try fill(place, with: report, by: renderer)
    }
  }

  private static func replace(
    _ place: URL,
    with report: Report,
    by renderer: any ReportRenderer
  ) throws {
    let name = ".\(place.lastPathComponent).\(UUID().uuidString).partial"
    let partial = place.deletingLastPathComponent().appendingPathComponent(name)
    do {
      try Data().write(to: partial, options: .withoutOverwriting)
      try fill(partial, with: report, by: renderer)
      guard rename(partial.path, place.path) == 0 else {
        let reason = String(cString: strerror(errno))
        throw UsageProblem("\(place.path) cannot be written: \(reason)")
      }
    } catch {
      try? FileManager.default.removeItem(at: partial)
      throw error
    }
  }

  private static func fill(
    _ file: URL,
    with report: Report,
    by renderer: any ReportRenderer
  ) throws {
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    let sink = ReportSink { try handle.write(contentsOf: Data($0)) }
    renderer.write(report, to: sink)
    do { try sink.finish() } catch let problem as Diagnostic { throw Problems([problem]) }
  }
}
