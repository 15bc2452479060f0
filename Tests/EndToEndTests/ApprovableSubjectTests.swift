import ControlAssessment
import ControlModel
import Foundation
import Testing

/// What is approved is approved with all of its evidence only.
struct ApprovableSubjectTests {
  static let folder = Estate.root.appendingPathComponent("evidence/orchard-agents").path
  static let supplier = Estate.root.appendingPathComponent("evidence/wrenfield-intake").path

  /// The files of a folder, without the one that names the subject.
  static func files(of folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue && name != "subject.yaml"
    }.sorted()
  }

  /// The variants stand for runs of the tool only if the whole folder comes to the same.
  @Test(arguments: [folder, supplier])
  func judgementIsThatOfTheTool(_ folder: String) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let name = URL(fileURLWithPath: folder).lastPathComponent
    let run = await estate.run("test", "--subject", name, "--quiet")
    let result = try #require(try await Judgement().result(of: folder))
    #expect(result.decision == .approve, "\(result.reasons.first?.text ?? "")")
    #expect(run.code == result.decision.exitCode)
    let text = try String(contentsOfFile: estate.path("reports/results.json"), encoding: .utf8)
    for reason in result.reasons { #expect(text.contains(reason.text), "\(reason.text)") }
    try FileManager.default.removeItem(atPath: estate.path("evidence/\(name)/subject.yaml"))
    #expect(await estate.run("test", "--subject", name, "--quiet").code == 65)
  }

  @Test func nothingIsApprovedWithoutAnyOneFile() async throws {
    let files = try Self.files(of: Self.folder)
    #expect(files.count > 60)
    let results = try await Judgement().results(of: Self.folder, variants: files) { file, folder in
      try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
    }
    #expect(results.count == files.count)
    for (file, result) in results.sorted(by: { $0.key < $1.key }) {
      let decision = try #require(result, "nothing was judged without \(file)").decision
      #expect(decision != .approve, "approved without \(file)")
    }
  }

  @Test(arguments: [folder, supplier])
  func nothingIsApprovedWithoutAWholeSourceFolder(_ folder: String) async throws {
    let sources = Set(
      try Self.files(of: folder).compactMap { $0.split(separator: "/").dropLast().first }
    )
    #expect(sources.count > 8)
    let results = try await Judgement().results(
      of: folder,
      variants: sources.map(String.init).sorted()
    ) { source, folder in
      try FileManager.default.removeItem(atPath: "\(folder)/\(source)")
    }
    for (source, result) in results {
      let decision = try #require(result, "nothing was judged without \(source)").decision
      #expect(decision != .approve, "approved without \(source)")
    }
  }

  /// One byte more in any file is seen; the decision falls for each log, whose bytes are read while
  /// it is judged, and for one file of each other format.
  @Test func oneChangedByteIsSeenAndNotApproved() async throws {
    let judgement = try Judgement()
    let whole = try #require(judgement.inventory(of: Self.folder))
    let formats = Dictionary(grouping: whole.files.filter { $0.path != "manifest.json" }) { file in
      "\(file.format ?? "none") \(URL(fileURLWithPath: file.path).pathExtension)"
    }
    let logs = whole.files.map(\.path).filter { $0.hasSuffix(".jsonl") }
    let chosen = Set(formats.values.compactMap { $0.map(\.path).min() } + logs).sorted()
    #expect(chosen.count >= 12, "\(formats.keys.sorted())")
    let results = try await judgement.results(
      of: Self.folder,
      variants: chosen + ["manifest.json"]
    ) { file, folder in try Self.addLineFeed(to: "\(folder)/\(file)") }
    for (file, result) in results {
      // A blank line at the end of the manifest itself changes nothing that it says.
      let decision = try #require(result).decision
      #expect((decision == .approve) == (file == "manifest.json"), "\(file): \(decision)")
    }
    for file in whole.files.map(\.path) where file != "manifest.json" {
      let alone = try Self.alone(file)
      defer {
        let parent = URL(fileURLWithPath: alone).deletingLastPathComponent()
        try? FileManager.default.removeItem(at: parent)
      }
      let before = judgement.inventory(of: alone)?.files.first { $0.path == file }?.diagnostics
      try Self.addLineFeed(to: "\(alone)/\(file)")
      let after = judgement.inventory(of: alone)?.files.first { $0.path == file }
      let codes = after?.diagnostics.map(\.code) ?? []
      #expect(logs.contains(file) || codes.contains(.evidenceChanged), "\(file): \(codes)")
      #expect(before?.contains { $0.code == .evidenceChanged } != true, "\(file)")
    }
  }

  private static func addLineFeed(to path: String) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // Files of a variant are links.
    try FileManager.default.removeItem(atPath: path)
    try (bytes + Data("\n".utf8)).write(to: URL(fileURLWithPath: path))
  }

  /// A folder with one file of the subject's evidence, and the manifest of all.
  private static func alone(_ file: String) throws -> String {
    let own = FileManager.default.temporaryDirectory
      .appendingPathComponent("alone-\(UUID().uuidString)/orchard-agents")
    for name in ["subject.yaml", "manifest.json", file] {
      let target = own.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: target.path)
    }
    return own.path
  }
}
