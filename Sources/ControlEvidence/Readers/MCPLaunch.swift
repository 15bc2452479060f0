/// How a client starts a local server, and whether that names one fixed version.
///
/// Package runners fetch what they are told, so a name without an exact version is a new program
/// whenever its publisher says so. A program of the machine's own has no version here: nothing in
/// the configuration fixes what runs.
struct MCPLaunch {
  /// The command and the package or image it runs, without other arguments, which may be secrets.
  let shown: String
  /// The exact version, or `nil` where none is fixed.
  let version: String?
  /// The SHA-256 of the image, or `nil` where none is named.
  let digest: String?

  /// Whether a version or a digest is fixed.
  var isPinned: Bool { version != nil || digest != nil }

  private enum Runner { case npm, python, image }

  private static let npmRunners: [String: [String]] = [
    "npx": [], "bunx": [], "pnpx": [], "npm": ["exec", "x"], "pnpm": ["dlx", "exec"],
    "yarn": ["dlx"], "bun": ["x"],
  ]
  private static let pythonRunners: [String: [String]] = [
    "uvx": [], "uv": ["tool"], "pipx": ["run"],
  ]
  private static let imageRunners: [String: [String]] = [
    "docker": ["run"], "podman": ["run"], "nerdctl": ["run"],
  ]
  /// Options of the image runners that stand alone; every other takes a value.
  private static let flags: Set<String> = [
    "-i", "-t", "-it", "-ti", "-d", "--rm", "--init", "--interactive", "--tty", "--detach",
    "--privileged", "--read-only", "-q", "--quiet", "-P", "--publish-all", "--no-healthcheck",
  ]

  /// Works out what a command runs.
  init(command: String, arguments: [String]) {
    var words = ([command.split(separator: " ").first.map(String.init) ?? ""] + arguments)[...]
    if Self.program(words.first ?? "") == "cmd", words.count > 2, words.dropFirst().first == "/c" {
      words = words.dropFirst(2)
    }
    let program = Self.program(words.first ?? "")
    let rest = words.dropFirst()
    var subject: String?
    var runner: Runner?
    if let verbs = Self.npmRunners[program], Self.starts(rest, with: verbs) {
      runner = .npm
      let options: Set = ["-p", "--package"]
      subject = Self.package(rest.dropFirst(verbs.isEmpty ? 0 : 1), naming: options)
    } else if let verbs = Self.pythonRunners[program], Self.starts(rest, with: verbs) {
      runner = .python
      let skipped = program == "uv" ? 2 : verbs.isEmpty ? 0 : 1
      subject = Self.package(rest.dropFirst(skipped), naming: ["--from", "--spec"])
    } else if let verbs = Self.imageRunners[program], Self.starts(rest, with: verbs) {
      runner = .image
      subject = Self.image(rest.dropFirst())
    }
    // An address may hold a user's token; what it points to stays in the file.
    let isAddress = subject?.contains("://") == true
    shown = isAddress ? program : subject.map { "\(program) \($0)" } ?? program
    let pin = runner.flatMap { runner in subject.map { Self.pin($0, runner) } }
    version = pin?.version
    digest = pin?.digest
  }

  private static func starts(_ words: ArraySlice<String>, with verbs: [String]) -> Bool {
    verbs.isEmpty || words.first.map(verbs.contains) == true
  }

  /// The program's name without folders and without the endings of Windows.
  private static func program(_ path: String) -> String {
    let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let lower = name.lowercased()
    for ending in [".exe", ".cmd"] where lower.hasSuffix(ending) {
      return String(lower.dropLast(ending.count))
    }
    return lower
  }

  /// The package that a runner fetches: what an option names, or else the first plain word.
  private static func package(_ words: ArraySlice<String>, naming options: Set<String>) -> String? {
    var words = words
    while let word = words.popFirst() {
      if options.contains(word) { return words.first }
      if let sign = word.firstIndex(of: "="), options.contains(String(word[..<sign])) {
        return String(word[word.index(after: sign)...])
      }
      // Options of uv that take a value.
      if ["--python", "--with", "--index", "--index-url", "--registry"].contains(word) {
        words = words.dropFirst()
      } else if !word.hasPrefix("-") {
        return word
      }
    }
    return nil
  }

  private static func image(_ words: ArraySlice<String>) -> String? {
    var words = words
    while let word = words.popFirst() {
      if !word.hasPrefix("-") { return word }
      if !flags.contains(word), !word.contains("=") { words = words.dropFirst() }
    }
    return nil
  }

  private static func pin(
    _ subject: String,
    _ runner: Runner
  ) -> (version: String?, digest: String?) {
    switch runner {
    case .npm:
      // A scope starts with `@`, a version follows one.
      guard let at = subject.dropFirst().lastIndex(of: "@") else { return (nil, nil) }
      return (exact(subject[subject.index(after: at)...]), nil)
    case .python:
      if subject.hasPrefix("git+"), let at = subject.lastIndex(of: "@") {
        let revision = subject[subject.index(after: at)...]
        return (
          revision.count == 40 && revision.allSatisfy(\.isHexDigit) ? String(revision) : nil, nil
        )
      }
      if let equals = subject.firstRange(of: "==") {
        let version = subject[equals.upperBound...]
        return (version.contains("*") || version.isEmpty ? nil : String(version), nil)
      }
      guard let at = subject.lastIndex(of: "@") else { return (nil, nil) }
      return (exact(subject[subject.index(after: at)...]), nil)
    case .image:
      let parts = subject.split(separator: "@", maxSplits: 1)
      let digest = parts.dropFirst().first.flatMap { text -> String? in
        let hex = text.hasPrefix("sha256:") ? text.dropFirst("sha256:".count) : ""
        return hex.count == 64 && hex.allSatisfy(\.isHexDigit) ? String(hex) : nil
      }
      let name = parts.first?.split(separator: "/").last ?? ""
      let tag = name.split(separator: ":", maxSplits: 1).dropFirst().first
      return (tag.flatMap { exact($0) }, digest)
    }
  }

  /// A version of three numbers, which registries let nobody change; fewer, as in `1.9`, and words
  /// as in `latest` move on.
  private static func exact(_ text: Substring) -> String? {
    let plain = text.hasPrefix("v") ? text.dropFirst() : text
    let core = plain.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count >= 3, numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) })
    else { return nil }
    return String(text)
  }
}
