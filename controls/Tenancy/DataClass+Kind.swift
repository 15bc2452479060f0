import ControlTesting

/// The sorts of data that must not meet in a store or a flow.
enum DataGroup: String {
  case customerContent = "customer content"
  case telemetry
  case training = "training data"
  case support = "support data"
}

extension DataClass {
  /// Whether somebody said what sort of data the class is.
  var isClassified: Bool { category != .other }

  /// The sort of the class; `nil` for secrets, and for what is not classified.
  var group: DataGroup? {
    switch category {
    case .customerContent, .prompt, .modelOutput, .personalData, .memory: .customerContent
    case .telemetry, .log: .telemetry
    case .trainingData: .training
    case .supportData: .support
    case .secret, .other: nil
    }
  }

  /// Whether the class is what a product tells of itself, or may be.
  var isTelemetry: Bool { group == .telemetry || !isClassified }
}

extension DataFlow {
  /// States that the register knows the class of the flow.
  func expectClass(_ scope: Scope) throws -> DataClass {
    guard let known = scope.first(DataClass.self, dataClass) else {
      throw Deviation(
        "data class",
        expected: "in the data register",
        observed: "\(dataClass), not in the data register"
      )
    }
    return known
  }
}
