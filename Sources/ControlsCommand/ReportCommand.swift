import ControlEvidence
import ControlFrameworks
import ControlModel
import ControlReports

extension Command {
  /// Writes the results of an earlier run in another format.
  static let report = Command(
    name: "report",
    summary: "write the results of an earlier run in another format",
    operands: "FORMAT",
    operandCount: 1...1,
    options: CommandOption.frameworks.filter { $0.name == "framework" } + [
      CommandOption("from", "FILE", "the results (default: reports/results.json)"),
      CommandOption("output", "FILE", "where to write (default: standard output)"),
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
    ],
    discussion: """
      Formats:
      \(ReportFormats.help)

      Nothing is judged again, and the exit code says only whether the report was written:
      0 written, 64 wrong usage, 65 the results cannot be read, 70 a fault of the tool.
      """
  ) { session in
    let arguments = session.arguments
    let renderer = try ReportFormats.renderer(arguments.operands.first ?? "")
    var results = try session.results(at: arguments.value("from") ?? "reports/results.json")
    let wanted = arguments.all("subject")
    let present = results.subjects.map(\.subject.id)
    for name in wanted where !present.contains(name) {
      throw UsageProblem.unknown("subject", name, among: present)
    }
    if !wanted.isEmpty { results.subjects.removeAll { !wanted.contains($0.subject.id) } }
    let report = Report(results: results, catalogs: session.catalogs)
    if let path = arguments.value("output") {
      try ReportFolder.write(report, with: renderer, to: path)
    } else if renderer.isText {
      // A chunk of a text document is text by itself.
      let sink = ReportSink { session.console.write(String(decoding: $0, as: UTF8.self)) }
      renderer.write(report, to: sink)
      try sink.finish()
    } else {
      throw UsageProblem(
        "\(renderer.format) is no text; say where with --output \(renderer.fileName)"
      )
    }
    return .approve
  }
}

extension Session {
  /// The results of an earlier run.
  ///
  /// - Throws: ``Problems`` where the file cannot be read or is no results document.
  func results(at path: String) throws -> AssessmentResults {
    do throws(Diagnostic) {
      guard let bytes = try EvidenceFolder.bytes(at: path, name: path) else {
        throw Diagnostic(
          .resultsMalformed,
          at: Locator(path: path),
          found: "no such file",
          needed: "the results.json of an earlier run",
          remedy: "run controls test, or name the file with --from"
        )
      }
      return try ResultsJSON.decode(try JSONDocument.read(bytes, path: path), path: path)
    } catch {
      throw Problems([error])
    }
  }
}

/// The formats of reports as the command line names them.
enum ReportFormats {
  /// One line for each registered format: its name, file and what it is.
  static var help: String {
    let all = ReportRenderers.all
    let width = all.map(\.format.count).max() ?? 0
    let fileWidth = all.map(\.fileName.count).max() ?? 0
    return all.map {
      "  \(Help.padded($0.format, width))  \(Help.padded($0.fileName, fileWidth))  \($0.summary)"
    }.joined(separator: "\n")
  }

  /// The renderer of a format.
  ///
  /// - Throws: ``UsageProblem`` with the nearest known name.
  static func renderer(_ name: String) throws -> any ReportRenderer {
    guard let renderer = ReportRenderers.renderer(format: name) else {
      throw UsageProblem.unknown("format", name, among: ReportRenderers.all.map(\.format))
    }
    return renderer
  }

  /// What `--report FORMAT[:PATH]` asks for; without a path, the format's own file in `folder`.
  ///
  /// - Throws: ``UsageProblem`` for an unknown format, an empty path, and two reports in one file.
  static func requests(
    _ words: [String],
    folder: String
  ) throws -> [(renderer: any ReportRenderer, path: String)] {
    var taken = Set(ReportRenderers.standard.map { "\(folder)/\($0.fileName)" })
    return try words.map { word in
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let renderer = try renderer(String(parts.first ?? ""))
      let path = parts.count > 1 ? String(parts[1]) : "\(folder)/\(renderer.fileName)"
      if path.isEmpty { throw UsageProblem("--report \(word) needs a path behind the colon") }
      let isStandard =
        parts.count == 1 && taken.contains(path)
        && ReportRenderers.standard.contains { $0.format == renderer.format }
      if !taken.insert(path).inserted, !isStandard {
        throw UsageProblem("two reports would be written to \(path)")
      }
      return (renderer, path)
    }
  }
}
