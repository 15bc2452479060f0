import ControlModel

/// A span of an OTLP export, in GenAI conventions or those of OpenInference or OpenLLMetry.
///
/// ``AgentConventions`` says what each calls the same thing.
///
/// For what the conventions have no name, an attribute counts by the end of its name, whatever
/// vendor's prefix stands before it: `larkspur.credential.id` is a `credential.id`. The longest end
/// decides, so that `larkspur.resource.tenant` is no `tenant`.
///
/// | ends in | is |
/// |---|---|
/// | `run.id`, `task.id`, `request.id` | the run, task and request |
/// | `actor.id`, `actor.kind` | the acting identity, and what it is |
/// | `credential.id`, `delegation.id`, `delegation.depth` | by what right it acts |
/// | `decision.id`, `approval.id` | the policy decision and the approval behind the call |
/// | `issuance.id`, `workload.id`, `instance.id` | how its credential came, and where it runs |
/// | `tool.version`, `tool.digest`, `sandbox.id` | the tool as it ran, and what held it in |
/// | `instructions.digest`, `manifest.digest`, `component.digests` | the agent as it ran |
/// | `resource`, `resource.tenant`, `tenant`, `environment` | what was touched, whose, and where |
/// | `data.class`, `destination`, `retrieved.entries` | what kind of data, sent where, read from memory |
/// | `impact`, `trigger`, `job.id`, `cost` | what the call does, what set it off, what it cost |
struct OTLPSpan {
  /// What a span stands for.
  enum Operation {
    case tool
    case agent
    case other
  }

  /// The ends of attribute names that count.
  static let endings: Set<String> = [
    "run.id", "task.id", "request.id", "actor.id", "actor.kind", "credential.id", "delegation.id",
    "delegation.depth", "decision.id", "approval.id", "tool.version", "tool.digest", "resource",
    "resource.tenant", "tenant", "environment", "impact", "trigger", "cost", "issuance.id",
    "workload.id", "instance.id", "sandbox.id", "instructions.digest", "manifest.digest",
    "component.digests", "data.class", "destination", "retrieved.entries", "job.id",
  ]

  let cursor: Cursor
  let operation: Operation
  let traceID: String
  let spanID: String
  let parentSpanID: String?
  /// The attributes of the conventions by name, and the others by the end of their name.
  private let values: [String: String]
  /// The attributes that hold a list of texts, under the same names.
  private let lists: [String: [String]]

  /// Reads what every span needs to take its place in the tree.
  init(_ cursor: Cursor) throws(Diagnostic) {
    self.cursor = cursor
    var values: [String: String] = [:]
    var lists: [String: [String]] = [:]
    for attribute in try cursor.list("attributes") {
      guard let key = attribute["key"]?.text else { continue }
      if let elements = attribute["value"]?["arrayValue"]?["values"]?.elements {
        let texts = elements.compactMap(\.attributeText)
        // A list of which only some can be read would hide the rest.
        if texts.count == elements.count { lists[Self.ending(of: key) ?? key] = texts }
        continue
      }
      guard let value = attribute["value"]?.attributeText else { continue }
      values[key] = value
      if let ending = Self.ending(of: key), values[ending] == nil { values[ending] = value }
    }
    self.values = values
    self.lists = lists
    operation = AgentConventions.operation(of: values, named: cursor["name"]?.text)
    traceID = try cursor.hexadecimal("traceId", digits: 32)
    spanID = try cursor.hexadecimal("spanId", digits: 16)
    parentSpanID =
      cursor["parentSpanId"]?.text?.isEmpty == false
      ? try cursor.hexadecimal("parentSpanId", digits: 16) : nil
  }

  /// The value of an attribute, by its full name or by an ending of the table.
  subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// The texts of an attribute that holds a list, or `nil` where it is absent or holds none.
  func texts(_ name: String) -> [String]? { lists[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// The first of some attributes that is there.
  func first(of names: [String]) -> String? { names.lazy.compactMap { self[$0] }.first }

  /// The agent by its id, or by its name where it has no id; an agent's own span may name it alone.
  var agent: String? {
    first(of: AgentConventions.agent) ?? (operation == .agent ? spanName : nil)
  }

  /// The tool that a tool's span called.
  var tool: String? {
    first(of: AgentConventions.tool) ?? (operation == .tool ? spanName : nil)
  }

  /// The span's name without the operation that the GenAI conventions put first.
  private var spanName: String? {
    guard let name = cursor["name"]?.text, !name.isEmpty, self["gen_ai.operation.name"] == nil
    else {
      return nil
    }
    return AgentConventions.subject(ofSpanNamed: name)
  }

  /// Whom the work is done for.
  var person: String? { self["enduser.id"] ?? self["user.id"] }

  /// The span's key within a file.
  var key: String { "\(traceID)/\(spanID)" }

  /// The key of the span above.
  var parentKey: String? { parentSpanID.map { "\(traceID)/\($0)" } }

  /// A time in nanoseconds since 1970, or `nil` where it is absent or 0, as in a span not yet ended.
  func time(_ name: String) throws(Diagnostic) -> Instant? {
    guard let number = try cursor.integer(name), number != 0 else { return nil }
    return Instant(nanosecondsSinceEpoch: Int64(number))
  }

  /// When the span started; no record can do without.
  func startedAt() throws(Diagnostic) -> Instant {
    guard let instant = try time("startTimeUnixNano") else {
      throw cursor.malformed(
        found: "no startTimeUnixNano",
        needed: "nanoseconds since 1970 as text"
      )
    }
    return instant
  }

  /// A number of an attribute, or `nil` where it is absent.
  func number(_ name: String) throws(Diagnostic) -> Double? {
    guard let text = self[name] else { return nil }
    guard let number = Double(text), number.isFinite else {
      throw cursor.malformed(found: "\(name) that is no number", needed: "a number")
    }
    return number
  }

  /// How the call ended.
  ///
  /// An error type speaks even where the status was left unset.
  func result() throws(Diagnostic) -> ToolCall.Result {
    let code = try statusCode()
    let words: Set = [
      "denied", "permission_denied", "access_denied", "forbidden", "unauthorized",
      "permissionerror",
      "permissiondeniederror",
    ]
    if let error {
      return words.contains(error.lowercased()) ? .denied : .error
    }
    switch code {
    case 0, 1: return .ok
    case 2: return .error
    default: return .unknown
    }
  }

  /// What went wrong: the error's type, or that of the exception that the span recorded.
  var error: String? {
    if let type = self["error.type"] ?? self["exception.type"] { return type }
    for event in cursor["events"]?.elements ?? [] where event["name"]?.text == "exception" {
      for attribute in event["attributes"]?.elements ?? []
      where attribute["key"]?.text == "exception.type" {
        return attribute["value"]?.attributeText
      }
    }
    return nil
  }

  /// The status as a number; protobuf's own JSON writes its name.
  private func statusCode() throws(Diagnostic) -> Int {
    switch cursor["status"]?["code"]?.value.string {
    case "STATUS_CODE_UNSET": 0
    case "STATUS_CODE_OK": 1
    case "STATUS_CODE_ERROR": 2
    case .some, nil: try cursor["status"]?.integer("code") ?? 0
    }
  }

  /// The SHA-256 of the first of some attributes that is there: their values may hold secrets.
  func digest(of names: [String]) -> String? {
    first(of: names).map { Digest.sha256(Array($0.utf8)) }
  }

  /// The longest ending of the table that an attribute's name has.
  private static func ending(of key: String) -> String? {
    let parts = key.split(separator: ".")
    for count in [2, 1] where parts.count > count {
      let ending = parts.suffix(count).joined(separator: ".")
      if endings.contains(ending) { return ending }
    }
    return nil
  }
}

extension Cursor {
  /// A trace's or span's id in hexadecimal.
  ///
  /// Protobuf's own JSON has base64 there, which is refused:
  /// its bytes name other spans.
  fileprivate func hexadecimal(_ name: String, digits: Int) throws(Diagnostic) -> String {
    let text = try required(name)
    if text.utf8.count == digits, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
      return text.lowercased()
    }
    let base64Lengths: Set = [digits * 2 / 3, (digits / 2 + 2) / 3 * 4]
    let isBase64 = base64Lengths.contains(text.utf8.count) || text.hasSuffix("=")
    throw (self[name] ?? self).malformed(
      found: isBase64 ? "\(name) in base64" : "\(name) of \(text.utf8.count) characters",
      needed: "\(digits) hexadecimal digits, as OTLP's JSON has them"
    )
  }

  /// The text of an attribute's value, or `nil` for lists, maps and bytes.
  fileprivate var attributeText: String? {
    for name in ["stringValue", "intValue", "doubleValue"] {
      if let text = self[name]?.text { return text }
    }
    guard let cursor = self["boolValue"], case .bool(let flag) = cursor.value.content else {
      return nil
    }
    return flag ? "true" : "false"
  }
}
