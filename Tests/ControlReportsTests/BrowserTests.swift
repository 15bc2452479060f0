import Foundation
import Testing

@testable import ControlReports

/// The report in a real browser, where one is installed: its script runs under its own policy.
@Suite(
  "Browser",
  .serialized,
  .enabled(if: Browser.executable != nil, "no chromium on PATH")
)
struct BrowserTests {
  @Test(arguments: [
    (
      "finding=tallybird-assist/NHI7-1/3",
      ["aws:user/ci-3/key-1", "212 days 4 hours", "class=\"finding here\""]
    ),
    (
      "cell=tallybird-assist/OWASP-NHI-2025%3ANHI7%3A2025", ["A bound on age is what the risk asks"]
    ),
    ("subject=tallybird-assist", ["aria-label=\"Breadcrumb\"", "Controls, the worst first"]),
    ("framework=NIST-CSF-2.0", ["Where the requirements stand, by subject and mode"]),
    (
      "evidence=tallybird-assist/traces%2F%3Cb%3E.jsonl",
      ["traces/&lt;b&gt;.jsonl", "evidence-changed"]
    ),
    ("compare=tallybird-assist/rivermill-agents", ["rows differ", "deny for production"]),
    ("subject=nobody", ["Nothing here is named"]),
  ])
  func deepLinkOpensItsView(address: String, expected: [String]) throws {
    let page = try Browser.dump(MatrixHTML().render(Fixture.report), address: address)
    // The page itself is kept out of the messages: it is long.
    let scriptRan = page.contains("<html lang=\"en\" class=\"js")
    #expect(scriptRan, "the script did not run")
    let markup = page.replacing(/(?s)<script[^>]*>.*?<\/script>/, with: "")
    let missing = expected.filter { !markup.contains($0) }
    #expect(missing.isEmpty)
  }

  /// The page of a control whose findings are all hostile, with the panel's and the list's ways of drawing.
  @Test(arguments: ["control=NHI2-1", "control=tallybird-assist/NHI2-1"])
  func hostileTextNeverBecomesMarkup(address: String) throws {
    let page = try Browser.dump(MatrixHTML().render(Fixture.report), address: address)
    let markup = page.replacing(/(?s)<script[^>]*>.*?<\/script>/, with: "")
    let asText = [
      "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;", "&lt;!--&lt;script&gt;",
      "txt.\\u{202E}exe",
    ]
    let missing = asText.filter { !markup.contains($0) }
    #expect(missing.isEmpty)
    let elements = markup.matches(of: /<(img|iframe|object|embed|base)\b[^>]*/).map(\.output.0)
    #expect(elements.isEmpty)
    let handlers = markup.matches(of: /<[a-z]+(?:\s[a-z-]+="[^"]*")*\s(on[a-z]+)=/)
      .map(\.output.1)
    #expect(handlers.isEmpty)
    let links = markup.matches(of: /href="(?!#)[^"]*/).map(\.output)
    #expect(links.isEmpty)
    let acting = markup.unicodeScalars.filter { $0 != "\n" && isActing($0) }
    #expect(acting.isEmpty)
  }

  @Test func tablesSayTheirRoles() throws {
    let page = try Browser.dump(MatrixHTML().render(Fixture.report), address: "findings")
    let markup = page.replacing(/(?s)<script[^>]*>.*?<\/script>/, with: "")
    let hasTables = markup.contains("role=\"table\"")
    #expect(hasTables)
    for element in ["table", "thead", "tbody", "tr", "th", "td"] {
      let bare = markup.matches(of: /<([a-z]+)(?=[\s>])([^>]*)>/)
        .filter { $0.output.1 == element && !$0.output.2.contains("role=") }
      let tags = bare.map(\.output.0)
      #expect(tags.isEmpty, "<\(element)> without a role")
    }
  }
}

/// A headless browser that loads a file and prints what its script made of it.
enum Browser {
  /// The browser on `PATH`, or `nil` where none is installed.
  static let executable: URL? = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { URL(filePath: "\($0)/chromium") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// The document's markup once its script has run.
  ///
  /// - Parameters:
  ///   - document: The report.
  ///   - address: What stands after `#`.
  /// - Returns: The markup of the whole page.
  /// - Throws: An error of the file system, or that the browser cannot be started.
  static func dump(_ document: String, address: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "matrix.html")
    try Data(document.utf8).write(to: file)
    let process = Process()
    process.executableURL = executable
    // Chromium refuses to run its sandbox for the superuser, as in a container.
    let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
    process.arguments =
      sandbox + [
        "--headless=new", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=3000", "--dump-dom",
        "\(file.absoluteString)#\(address)",
      ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // A browser that hangs is ended, and the test fails for want of its text.
    let guardian = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 90, execute: guardian)
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guardian.cancel()
    return String(decoding: data, as: UTF8.self)
  }
}
