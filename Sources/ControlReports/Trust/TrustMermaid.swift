import ControlModel

/// An answer of the trust graph as a Mermaid flowchart.
enum TrustMermaid {
  static func render(_ answer: TrustAnswer) -> String {
    var lines = ["flowchart LR"]
    for (index, thing) in answer.things.enumerated() {
      lines.append("  n\(index)[\"\(escaped("\(thing.kind): \(thing.name)"))\"]")
    }
    for step in answer.steps {
      let words = escaped(step.conditions.isEmpty ? step.kind : "\(step.kind), on a condition")
      let arrow = step.isTraversable && step.conditions.isEmpty ? "-->" : "-.->"
      lines.append("  n\(step.from) \(arrow)|\"\(words)\"| n\(step.to)")
    }
    if let start = answer.start { lines.append("  style n\(start) stroke-width:4px") }
    for (index, thing) in answer.things.enumerated() where thing.isAdministrator {
      lines.append("  style n\(index) stroke:#c00")
    }
    return (lines + [""]).joined(separator: "\n")
  }

  /// Text in quotes: what Mermaid or HTML would act on becomes a character code.
  private static func escaped(_ text: String) -> String {
    visible(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if isPlain || " -_.:/,@+=()".unicodeScalars.contains(scalar) {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "#\(scalar.value);"
      }
    }
  }
}
