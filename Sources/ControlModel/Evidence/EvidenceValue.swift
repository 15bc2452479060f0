/// A value read from a JSON or YAML document or a table, with the line it stands on.
///
/// Members of an object keep their order; a reader refuses duplicate names, so a look-up by name has
/// one answer. Numbers keep their text: an account number must not lose its leading digits to a
/// floating-point value.
public struct EvidenceValue: Sendable, Hashable {
  /// What the value is.
  public enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number, as written.
    case number(String)
    case string(String)
    case array([EvidenceValue])
    case object([Member])
  }

  /// One name and value of an object.
  public struct Member: Sendable, Hashable {
    /// The member's name.
    public var name: String
    /// The member's value.
    public var value: EvidenceValue

    /// Creates a member.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - value: The member's value.
    public init(name: String, value: EvidenceValue) {
      self.name = name
      self.value = value
    }
  }

  /// What the value is.
  public var content: Content
  /// The line on which the value starts, from 1; 0 where it has no place in a file.
  public var line: Int

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - content: What the value is.
  ///   - line: The line on which it starts, from 1.
  public init(_ content: Content, line: Int = 0) {
    self.content = content
    self.line = line
  }

  /// The member of that name, or `nil` where this is no object or has no such member.
  ///
  /// - Parameter name: The member's name.
  /// - Complexity: O(*n*) in the number of members.
  public subscript(name: String) -> EvidenceValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The members of an object, or `nil` for anything else.
  public var members: [Member]? {
    if case .object(let members) = content { return members }
    return nil
  }

  /// The elements of an array, or `nil` for anything else.
  public var elements: [EvidenceValue]? {
    if case .array(let elements) = content { return elements }
    return nil
  }

  /// The text of a string, or `nil` for anything else.
  public var string: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  /// A Boolean value, or `nil` for anything else.
  public var bool: Bool? {
    if case .bool(let value) = content { return value }
    return nil
  }

  /// A whole number, or `nil` for anything else and for numbers outside 64 bits.
  public var integer: Int? {
    if case .number(let text) = content { return Int(text) }
    return nil
  }

  /// Whether the value is null.
  public var isNull: Bool { content == .null }

  /// What the value is, for messages: never its text, which may be a secret.
  public var typeName: String {
    switch content {
    case .null: "null"
    case .bool: "a Boolean value"
    case .number: "a number"
    case .string: "text"
    case .array(let elements): "a list of \(elements.count)"
    case .object(let members): "an object with \(members.count) members"
    }
  }
}
