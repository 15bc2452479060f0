import Foundation

/// One run of the tool over the whole estate, for all tests that only read what it left.
enum WholeEstate {
  /// What a run gave.
  struct Run: Sendable {
    let code: Int32
    let output: String
    let error: String
    /// The reports by name.
    let reports: [String: Data]
  }

  static let names = ["matrix.html", "matrix.md", "results.json"]

  /// The run; made when a test first asks for it.
  static let run = Task<Run, any Error> { try await make() }

  /// Another run, in a folder of its own.
  static func make() async throws -> Run {
    let estate = try Estate()
    defer { estate.remove() }
    let (code, output, error) = await estate.run("test")
    var reports: [String: Data] = [:]
    for name in names {
      reports[name] = try Data(contentsOf: URL(fileURLWithPath: estate.path("reports/\(name)")))
      if String(decoding: reports[name] ?? Data(), as: UTF8.self)
        .contains(estate.folder.lastPathComponent)
      {
        throw Misplaced(report: name)
      }
    }
    return Run(code: code, output: output, error: error, reports: reports)
  }

  /// A report that names the folder in which it was made.
  struct Misplaced: Error {
    let report: String
  }
}
