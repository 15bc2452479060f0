import Foundation
import Testing

/// The built tool on each bad file, in a process of its own whose memory and time are bounded.
struct CorpusRunTests {
  static let folder = Estate.root.appendingPathComponent("Tests/Corpus")
  static let tool = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("controls")
  static let hasTool = FileManager.default.isExecutableFile(atPath: tool.path)
  /// The most memory that one bad file may cost, in kibibytes.
  static let mostMemory = 200 * 1024

  static let files: [(path: String, code: String)] = {
    let table = folder.appendingPathComponent("expected.csv")
    let rows = ((try? String(contentsOf: table, encoding: .utf8)) ?? "").split(separator: "\n")
    return rows.dropFirst().filter { $0.hasPrefix("files/") }.map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (cells[0], cells[1])
    }
  }()

  @Test(.enabled(if: hasTool, "the tool is not built"))
  func noneCrashesHangsOrIsTakenInSilence() throws {
    for (path, code) in Self.files {
      let run = try Inspection(Self.folder.appendingPathComponent(path).path)
      expect(run, code, path)
    }
    #expect(Self.files.count >= 60)
  }

  @Test(.enabled(if: hasTool, "the tool is not built"))
  func largeOnesStopInTimeAndCostLittle() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "large-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    func write(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    let bracket = UInt8(ascii: "[")
    try write("brackets.json", [UInt8](repeating: bracket, count: 8 << 20))
    // A gigabyte of brackets: what is packed is one member of 8 MiB, 128 times over.
    let bomb = try Data(
      contentsOf: Self.folder.appendingPathComponent("files/gzip-bomb.json.gz")
    )
    try write("gigabyte.json.gz", (0..<128).flatMap { _ in bomb })
    try write("values.json", [bracket] + (0...2_000_000).flatMap { _ in Array("0,".utf8) })
    try write("cell.csv", Array("a\n".utf8) + [UInt8](repeating: 120, count: 17 << 20))
    try write(
      "audit-log.jsonl",
      [UInt8(ascii: "\"")] + [UInt8](repeating: 120, count: 17 << 20) + Array("\"\n".utf8)
    )
    try write("sparse.json", [])
    #expect(truncate(path("sparse.json"), 1 << 30) == 0)
    #expect(mkfifo(path("pipe.json"), 0o600) == 0)
    try FileManager.default.createDirectory(
      atPath: path("folder.json"),
      withIntermediateDirectories: false
    )
    try FileManager.default.createSymbolicLink(
      atPath: path("link.json"),
      withDestinationPath: "/dev/zero"
    )
    for (name, code) in [
      ("brackets.json", "evidence-limit"), ("gigabyte.json.gz", "evidence-limit"),
      ("values.json", "evidence-limit"), ("cell.csv", "evidence-limit"),
      ("audit-log.jsonl", "evidence-limit"), ("sparse.json", "evidence-limit"),
      ("pipe.json", "evidence-unreadable"), ("folder.json", "evidence-unreadable"),
      ("link.json", "evidence-unreadable"), ("gone.json", "evidence-unreadable"),
    ] {
      expect(try Inspection(path(name)), code, name)
    }
  }

  private func expect(
    _ run: Inspection,
    _ code: String,
    _ path: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.signal == 0, "\(path) ended the tool", sourceLocation: sourceLocation)
    #expect(run.exitCode == (code.isEmpty ? 0 : 65), "\(path)", sourceLocation: sourceLocation)
    #expect(
      code.isEmpty || run.text.contains("error[\(code)]"),
      "\(path): \(run.text.prefix(400))",
      sourceLocation: sourceLocation
    )
    let acts = run.text.unicodeScalars.contains {
      $0.value < 0x20 && $0 != "\n" || (0x202A...0x202E).contains($0.value)
    }
    #expect(!acts, "\(path) acts on the terminal", sourceLocation: sourceLocation)
  }
}

/// One run of `controls evidence inspect`.
private struct Inspection {
  let exitCode: Int32
  let signal: Int32
  let text: String

  init(_ path: String) throws {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(
      "output-\(UUID().uuidString)"
    ).path
    defer { unlink(output) }
    // A file that never ends ends the run and not the suite. The memory that a process may write to
    // is bounded where the system counts it; a run that asks for more is ended by a signal.
    let words = [
      "/bin/sh", "-c",
      "ulimit -t 60; ulimit -d \(CorpusRunTests.mostMemory); exec \"$0\" evidence inspect \"$1\" >\"$2\" 2>&1",
      CorpusRunTests.tool.path, path, output,
    ]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin")]
    defer { for variable in environment { free(variable) } }
    environment.append(nil)
    var child = pid_t()
    let started = posix_spawn(&child, "/bin/sh", nil, nil, arguments, environment)
    try #require(started == 0)
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    signal = status & 0x7F
    exitCode = (status >> 8) & 0xFF
    text = String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
  }
}
