import ControlModel
import ControlReports
import Foundation
import Synchronization

/// Where the tool writes: results on standard output, everything else on standard error.
public struct Console: Sendable {
  /// Writes to standard output.
  public let write: @Sendable (String) -> Void
  /// Writes to standard error.
  public let writeError: @Sendable (String) -> Void
  /// How many columns the terminal has; 100 where there is none.
  public let width: Int
  /// Whether standard output is a terminal that shows colour.
  public let showsColor: Bool
  /// Whether standard error is a terminal, so that progress may be shown.
  public let showsProgress: Bool

  /// Creates a console.
  ///
  /// - Parameters:
  ///   - width: How many columns the terminal has.
  ///   - showsColor: Whether colour is shown.
  ///   - showsProgress: Whether progress is shown.
  ///   - write: Writes to standard output.
  ///   - writeError: Writes to standard error.
  public init(
    width: Int = 100,
    showsColor: Bool = false,
    showsProgress: Bool = false,
    write: @escaping @Sendable (String) -> Void,
    writeError: @escaping @Sendable (String) -> Void
  ) {
    self.write = write
    self.writeError = writeError
    self.width = width
    self.showsColor = showsColor
    self.showsProgress = showsProgress
  }

  /// Writes a problem to standard error, with whatever a terminal would act on made visible.
  func writeError(_ problem: Diagnostic) {
    let lines = problem.description.split(separator: "\n", omittingEmptySubsequences: false)
    writeError(lines.map { visible(String($0)) }.joined(separator: "\n") + "\n")
  }

  /// The process's own console.
  static func process() -> Console {
    let environment = ProcessInfo.processInfo.environment
    var size = winsize()
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var width = Int(environment["COLUMNS"] ?? "") ?? 100
    if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      width = Int(size.ws_col)
    }
    return Console(
      width: max(40, width),
      showsColor: isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb",
      showsProgress: isatty(STDERR_FILENO) == 1,
      write: { FileHandle.standardOutput.write(Data($0.utf8)) },
      writeError: { FileHandle.standardError.write(Data($0.utf8)) }
    )
  }
}

/// A console that keeps what is written, for tests.
public final class RecordingConsole: Sendable {
  private let texts = Mutex((output: "", error: ""))

  /// Creates an empty recording.
  public init() {}

  /// What was written to standard output.
  public var output: String { texts.withLock { $0.output } }
  /// What was written to standard error.
  public var error: String { texts.withLock { $0.error } }

  /// A console that writes here.
  ///
  /// - Parameter width: How many columns it has.
  /// - Returns: The console.
  public func console(width: Int = 100) -> Console {
    Console(
      width: width,
      write: { text in self.texts.withLock { $0.output += text } },
      writeError: { text in self.texts.withLock { $0.error += text } }
    )
  }
}
