/// The help texts, put together from the commands' own tables.
enum Help {
  /// What the tool does and which commands it has.
  static func overview() -> String {
    let width = Command.all.map(\.name.count).max() ?? 0
    let commands = Command.all.map { "  \(padded($0.name, width))  \($0.summary)" }
    return """
      controls: judge evidence files against control suites and decide on production approval

      usage: controls COMMAND [options]

      \(commands.joined(separator: "\n"))

      `controls COMMAND --help` tells more.

      """
  }

  /// Everything about one command.
  static func text(for command: Command) -> String {
    let rows = command.options + [CommandOption("help", nil, "show this text")]
    let names = rows.map { "--\($0.name)\($0.value.map { " \($0)" } ?? "")" }
    let width = names.map(\.count).max() ?? 0
    let options = zip(names, rows).map { "  \(padded($0, width))  \($1.help)" }
    let operands = command.operands.isEmpty ? "" : " \(command.operands)"
    let discussion = command.discussion.isEmpty ? "" : "\n\(command.discussion)\n"
    return """
      controls \(command.name): \(command.summary)

      usage: controls \(command.name)\(operands) [options]

      \(options.joined(separator: "\n"))
      \(discussion)
      """
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
