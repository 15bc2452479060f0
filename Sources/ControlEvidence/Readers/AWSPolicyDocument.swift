import ControlModel

/// One statement of an IAM policy document.
struct AWSPolicyStatement {
  let cursor: Cursor
  let isAllow: Bool
  /// The actions; `*` where the statement names all but some.
  let actions: [String]
  let exceptActions: [String]?
  /// The resources; `*` where the statement names all but some, empty where it names none at all.
  let resources: [String]
  let exceptResources: [String]?
  let conditions: [AWSPolicyCondition]

  /// Reads a statement.
  ///
  /// Action and Resource may be one text or a list of them.
  init(_ cursor: Cursor) throws(Diagnostic) {
    self.cursor = cursor
    switch try cursor.required("Effect") {
    case "Allow": isAllow = true
    case "Deny": isAllow = false
    default: throw cursor.malformed(found: "another Effect", needed: "Allow or Deny")
    }
    exceptActions = try cursor.textList("NotAction")
    exceptResources = try cursor.textList("NotResource")
    let named = try cursor.textList("Action")
    guard let actions = named ?? exceptActions.map({ _ in ["*"] }) else {
      throw cursor.malformed(found: "no Action", needed: "Action or NotAction")
    }
    self.actions = actions
    resources = try cursor.textList("Resource") ?? exceptResources.map { _ in ["*"] } ?? []
    conditions = try AWSPolicyCondition.all(in: cursor)
  }

  /// The statements of a document, which may be one object, a list, or URL-encoded JSON in text.
  static func cursors(of document: Cursor) throws(Diagnostic) -> [Cursor] {
    let decoded = try document.decodedPolicy()
    guard decoded["Statement"] != nil else {
      throw document.malformed(found: "no Statement", needed: "a policy document")
    }
    return try decoded.list("Statement")
  }

  /// Whether the statement gives power over rights themselves.
  ///
  /// That is all actions, or all of IAM, on all resources. What is excepted by name takes that power
  /// away only where it excepts all of IAM.
  var isAdministrative: Bool {
    guard isAllow, exceptResources == nil, resources.contains(where: Self.isEverything) else {
      return false
    }
    if let exceptActions { return !exceptActions.contains(where: Self.coversIAM) }
    return actions.contains(where: Self.coversIAM)
  }

  private static func isEverything(_ pattern: String) -> Bool {
    !pattern.isEmpty && pattern.utf8.allSatisfy { $0 == UInt8(ascii: "*") }
  }

  private static func coversIAM(_ pattern: String) -> Bool {
    if isEverything(pattern) { return true }
    let parts = pattern.lowercased().split(separator: ":", maxSplits: 1)
    guard parts.count == 2, isEverything(String(parts[1])) else { return false }
    return parts[0] == "iam" || isEverything(String(parts[0]))
  }
}

/// One condition of a statement: an operator, a key and its values.
struct AWSPolicyCondition {
  let operation: String
  let key: String
  let values: [String]

  /// The conditions of a statement in order.
  static func all(in statement: Cursor) throws(Diagnostic) -> [AWSPolicyCondition] {
    var conditions: [AWSPolicyCondition] = []
    guard let condition = statement["Condition"] else { return [] }
    guard condition.value.members != nil else {
      throw condition.malformed(found: condition.value.typeName, needed: "operators with keys")
    }
    for (operation, keys) in condition.members {
      guard keys.value.members != nil else {
        throw keys.malformed(found: keys.value.typeName, needed: "condition keys with values")
      }
      for (key, value) in keys.members {
        let elements = value.value.elements ?? [value.value]
        conditions.append(
          AWSPolicyCondition(operation: operation, key: key, values: elements.map(\.asWritten))
        )
      }
    }
    return conditions
  }

  /// The condition in one line, such as `StringEquals aws:SourceAccount = 111122223333`.
  var text: String { "\(operation) \(key) = \(values.joined(separator: ", "))" }

  /// Whether the operator demands that the text be one of the values, the key being there.
  var demandsText: Bool {
    let name = operation.split(separator: ":").last.map(String.init) ?? operation
    return ["StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike"]
      .contains(name)
  }
}

extension EvidenceValue {
  /// A scalar as written in a policy; `…` for what no condition may hold.
  fileprivate var asWritten: String {
    switch content {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    default: "…"
    }
  }
}

extension Cursor {
  /// The policy document, which raw answers of the API and some exporters write as URL-encoded text.
  fileprivate func decodedPolicy() throws(Diagnostic) -> Cursor {
    guard let text = value.string else { return self }
    let bytes = text.hasPrefix("{") ? Array(text.utf8) : percentDecoded(text)
    guard let bytes, String(validating: bytes, as: UTF8.self) != nil else {
      throw malformed(found: "text that is not URL-encoded", needed: "a policy document")
    }
    do throws(Diagnostic) {
      let document = try JSONReader.read(bytes, path: path)
      return Cursor(
        value: document.standing(onLine: value.line),
        pointer: pointer,
        path: path,
        digest: digest
      )
    } catch {
      var problem = error
      problem.locator = locator
      problem.locator?.pointer = pointer + (error.locator?.pointer ?? "")
      throw problem
    }
  }
}

/// The bytes of URL-encoded text (RFC 3986, section 2.1), or `nil` where a `%` lacks its digits.
private func percentDecoded(_ text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
    guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
      let decoded = UInt8(digits, radix: 16)
    else { return nil }
    bytes.append(decoded)
    rest = rest.dropFirst(2)
  }
  return bytes
}
