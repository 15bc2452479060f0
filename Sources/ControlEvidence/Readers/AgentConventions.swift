/// What the conventions for traces of agents call the same thing.
///
/// Names of the GenAI conventions stand first, then those of OpenInference, then of OpenLLMetry: a
/// span that has several counts by the first.
enum AgentConventions {
  /// The agent of a span.
  static let agent = [
    "gen_ai.agent.id", "gen_ai.agent.name", "agent.name", "traceloop.entity.agent",
  ]
  /// The tool that was called.
  static let tool = ["gen_ai.tool.name", "tool.name", "traceloop.entity.name"]
  /// The id of the call.
  static let call = ["gen_ai.tool.call.id", "tool.id", "tool_call.id"]
  /// The conversation.
  static let session = ["gen_ai.conversation.id", "session.id", "mcp.session.id"]
  /// What the tool was given; opt-in everywhere.
  static let arguments = [
    "gen_ai.tool.call.arguments", "tool.parameters", "input.value", "traceloop.entity.input",
  ]
  /// What the tool gave back; opt-in everywhere.
  static let result = ["gen_ai.tool.call.result", "output.value", "traceloop.entity.output"]

  /// What a span stands for.
  ///
  /// Older GenAI instrumentation says the operation in the span's name alone.
  ///
  /// - Parameters:
  ///   - values: The span's attributes.
  ///   - name: The span's name.
  /// - Returns: The operation; other where no convention says.
  static func operation(of values: [String: String], named name: String?) -> OTLPSpan.Operation {
    if let operation = values["gen_ai.operation.name"] {
      switch operation {
      case "execute_tool": return .tool
      case "invoke_agent": return .agent
      default: return .other
      }
    }
    switch values["openinference.span.kind"] ?? values["traceloop.span.kind"]?.uppercased() {
    case "TOOL": return .tool
    case "AGENT": return .agent
    case .some: return .other
    case nil: break
    }
    let isGenAI = values.keys.contains { $0.hasPrefix("gen_ai.") }
    if isGenAI, name?.hasPrefix("execute_tool ") == true { return .tool }
    if isGenAI, name?.hasPrefix("invoke_agent ") == true { return .agent }
    return .other
  }

  /// What a span's name names: `execute_tool get_claim` names `get_claim`.
  static func subject(ofSpanNamed name: String) -> String {
    for operation in ["execute_tool ", "invoke_agent "] where name.hasPrefix(operation) {
      return String(name.dropFirst(operation.count))
    }
    return name
  }
}
