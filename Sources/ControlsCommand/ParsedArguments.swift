import ControlModel

/// The command line is wrong; says what, and what was probably meant.
struct UsageProblem: Error {
  let text: String

  /// Creates a problem; what in its text looks like a secret is withheld, since it may name what
  /// evidence holds.
  init(_ text: String) { self.text = SecretShape.withheld(text) }

  /// An unknown word, with the nearest known one.
  static func unknown(_ what: String, _ word: String, among known: [String]) -> UsageProblem {
    if let near = Suggestion.nearest(to: word, among: known) {
      return UsageProblem("unknown \(what) \"\(word)\"; did you mean \"\(near)\"?")
    }
    return UsageProblem("unknown \(what) \"\(word)\"; known: \(known.joined(separator: ", "))")
  }
}

/// Problems of the input that stop a command, all that were found.
struct Problems: Error {
  let all: [Diagnostic]

  init(_ all: [Diagnostic]) { self.all = all }
}

/// The words of a command line, sorted into options and operands.
struct ParsedArguments: Sendable {
  /// The options that may be given more than once.
  private static let repeatable: Set<String> = [
    "subject", "framework", "crosswalk", "report", "without", "mapping", "shard",
  ]

  private var values: [String: [String]] = [:]
  private(set) var operands: [String] = []

  /// Sorts words by the options of a command: `--name value`, `--name=value`, and operands anywhere.
  init(_ words: [String], for command: Command) throws {
    var rest = words[...]
    let known = command.options + [CommandOption("help", nil, "")]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      if word == "--" {
        operands += rest
        break
      }
      let parts =
        word == "-h"
        ? ["help"] : word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first, let option = known.first(where: { $0.name == name }) else {
        throw UsageProblem.unknown("option", word, among: known.map { "--\($0.name)" })
      }
      if option.value == nil {
        if parts.count > 1 { throw UsageProblem("--\(name) takes no value") }
        values[name, default: []].append("")
      } else if parts.count > 1 {
        values[name, default: []].append(parts[1])
      } else if let value = rest.popFirst() {
        values[name, default: []].append(value)
      } else {
        throw UsageProblem("--\(name) needs a value: \(option.value ?? "")")
      }
    }
    if has("help") { return }
    if !command.operandCount.contains(operands.count) {
      throw UsageProblem(
        "usage: controls \(command.name) \(command.operands); see controls \(command.name) --help"
      )
    }
    for (name, given) in values.sorted(by: { $0.key < $1.key })
    where given.count > 1 && !Self.repeatable.contains(name) {
      throw UsageProblem("--\(name) was given \(given.count) times")
    }
  }

  /// Whether an option was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option, or `nil` where it was not given.
  func value(_ name: String) -> String? { values[name]?.last }

  /// All values of an option that may be repeated.
  func all(_ name: String) -> [String] { values[name] ?? [] }
}
