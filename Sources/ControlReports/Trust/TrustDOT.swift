import ControlModel

/// An answer of the trust graph for Graphviz.
///
/// A dashed line is a step on a condition, a red one changes rights, a dotted one gives nothing.
enum TrustDOT {
  static func render(_ answer: TrustAnswer) -> String {
    var lines = ["digraph trust {", "  rankdir=LR;", "  node [shape=box, style=rounded];"]
    lines.append("  label=\(quoted("\(answer.subject): \(answer.question), at \(answer.asOf)"));")
    for (index, thing) in answer.things.enumerated() {
      var attributes = ["label=\(quoted("\(thing.kind)\n\(thing.name)"))"]
      if index == answer.start { attributes.append("penwidth=3") }
      if thing.isAdministrator { attributes.append("color=red") }
      if !thing.isKnown { attributes.append("style=\"rounded,dashed\"") }
      lines.append("  n\(index) [\(attributes.joined(separator: ", "))];")
    }
    for step in answer.steps {
      var attributes = [
        "label=\(quoted(step.kind))", "tooltip=\(quoted("\(step.reason) \(step.locator)"))",
      ]
      if !step.isTraversable {
        attributes.append("style=dotted")
      } else if !step.conditions.isEmpty {
        attributes.append("style=dashed")
      }
      if step.isEscalation { attributes.append("color=red") }
      lines.append("  n\(step.from) -> n\(step.to) [\(attributes.joined(separator: ", "))];")
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// A string of the DOT language: quotes and backslashes escaped, lines as `\n`.
  private static func quoted(_ text: String) -> String {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      visible(String(line)).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
    return "\"\(parts.joined(separator: "\\n"))\""
  }
}
