public import ControlModel
public import ControlTesting
import Foundation

/// The tool `controls` as a library, so that a team ships its own with its own suites.
///
/// ```swift
/// await ControlsCommand.main(
///   suites: StandardControls.suites + [ourSuite],
///   profiles: StandardControls.profiles
/// )
/// ```
public enum ControlsCommand {
  /// The version of the tool, as reports carry it.
  public static let version = "0.1.0"

  /// Runs the tool on the process's arguments and leaves with its exit code.
  ///
  /// - Parameters:
  ///   - suites: The control suites that the tool offers.
  ///   - profiles: The profiles that it offers; none where left out.
  public static func main(suites: [ControlSuite], profiles: [Profile] = []) async {
    let console = Console.process()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let listeners = Interrupt.listen()
    let code = await run(arguments, suites: suites, profiles: profiles, console: console)
    withExtendedLifetime(listeners) { exit(code.rawValue) }
  }

  /// Runs the tool.
  ///
  /// - Parameters:
  ///   - arguments: The words after the tool's name.
  ///   - suites: The control suites that the tool offers.
  ///   - profiles: The profiles that it offers; none where left out.
  ///   - console: Where it reads the terminal's properties and writes.
  /// - Returns: The exit code.
  public static func run(
    _ arguments: [String],
    suites: [ControlSuite],
    profiles: [Profile] = [],
    console: Console
  ) async -> ExitCode {
    do {
      let (command, rest) = try choose(arguments)
      guard let command else {
        console.write(Help.overview())
        return arguments.isEmpty ? .usage : .approve
      }
      let parsed = try ParsedArguments(rest, for: command)
      if parsed.has("help") {
        console.write(Help.text(for: command))
        return .approve
      }
      let session = try Session(
        suites: suites,
        profiles: profiles,
        arguments: parsed,
        console: console
      )
      return try await command.run(session)
    } catch let problem as UsageProblem {
      console.writeError("controls: \(problem.text)\n")
      return .usage
    } catch let problems as Problems {
      for problem in problems.all { console.writeError(problem) }
      return .badInput
    } catch {
      console.writeError("controls: \(error)\n")
      return .ownFault
    }
  }

  private static func choose(_ arguments: [String]) throws -> (Command?, [String]) {
    guard let first = arguments.first else { return (nil, []) }
    if first == "--help" || first == "-h" || first == "help" {
      guard arguments.count > 1 else { return (nil, []) }
      let (command, _) = try choose(Array(arguments.dropFirst()))
      return (command, ["--help"])
    }
    let words = Command.all.map(\.name)
    // Commands of two words first: `evidence inspect` is not `evidence`.
    if arguments.count > 1 {
      let pair = "\(first) \(arguments[1])"
      if let command = Command.all.first(where: { $0.name == pair }) {
        return (command, Array(arguments.dropFirst(2)))
      }
    }
    if let command = Command.all.first(where: { $0.name == first }) {
      return (command, Array(arguments.dropFirst()))
    }
    let family = words.filter { $0.hasPrefix("\(first) ") }
    if !family.isEmpty {
      throw UsageProblem("\"\(first)\" needs one of: \(family.joined(separator: ", "))")
    }
    throw UsageProblem.unknown("command", first, among: words)
  }
}

/// What the tool ends with (DESIGN 5).
public enum ExitCode: Int32, Sendable {
  /// Every subject may enter the tier it seeks; or there was nothing to decide.
  case approve = 0
  /// A subject was judged and failed.
  case deny = 1
  /// A subject could not be judged.
  case hold = 2
  /// The command line is wrong.
  case usage = 64
  /// Evidence, policy or waivers cannot be read at all.
  case badInput = 65
  /// A fault of the tool's own.
  case ownFault = 70
  /// The run was interrupted.
  ///
  /// What it had not begun to write is as it was.
  case interrupted = 130
}
