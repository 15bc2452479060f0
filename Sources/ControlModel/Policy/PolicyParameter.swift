/// A limit or list that controls read: typed, with a unit, a default and a meaning.
///
/// Limits never stand in a control. They come from the policy file, so that a change of policy needs
/// no change of code; a parameter that the file leaves out has the default given here.
public struct PolicyParameter: Sendable, Hashable {
  /// The name in the policy file, in lowerCamelCase.
  public let name: String
  /// The value where the policy file has none.
  public let defaultValue: PolicyValue
  /// The unit of a number, such as `hops`; empty for durations, which carry their own, and lists.
  public let unit: String
  /// What the parameter limits, in one sentence.
  public let meaning: String

  /// Declares a parameter.
  ///
  /// - Parameters:
  ///   - name: The name in the policy file.
  ///   - defaultValue: The value where the policy file has none.
  ///   - unit: The unit of a number.
  ///   - meaning: What it limits.
  public init(
    _ name: String,
    _ defaultValue: PolicyValue,
    unit: String = "",
    _ meaning: String
  ) {
    self.name = name
    self.defaultValue = defaultValue
    self.unit = unit
    self.meaning = meaning
  }
}

/// The value of a policy parameter.
public enum PolicyValue: Sendable, Hashable {
  case duration(Duration)
  case integer(Int)
  /// A finite number.
  case decimal(Double)
  /// A set of names; their order has no meaning.
  case list([String])

  /// The type's name, for messages.
  public var typeName: String {
    switch self {
    case .duration: "a duration such as 90 days"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .list: "a list"
    }
  }
}

extension PolicyValue: CustomStringConvertible {
  /// The value as the policy file writes it.
  public var description: String {
    switch self {
    case .duration(let duration): duration.words
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .list(let names): names.isEmpty ? "(none)" : names.joined(separator: ", ")
    }
  }
}
