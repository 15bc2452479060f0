import ControlTesting

/// The suites that the benchmark measures, written as any team would write its own.
public enum BenchmarkControls {
  /// Six questions to a log of tool calls, and nine to an inventory of identities.
  public static let suites: [ControlSuite] = [toolCallLog, identityInventory]
}
