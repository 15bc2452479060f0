/// Text for a Markdown document in which nothing of the text acts as Markdown or as HTML.
///
/// - Parameter text: Any text, evidence included.
/// - Returns: The text with everything that a Markdown reader would act on escaped, on one line.
func markdown(_ text: String) -> String {
  var escaped = ""
  let scalars = Array(visible(text).unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    switch scalar {
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "&": escaped += "&amp;"
    case "\\", "`", "*", "[", "]", "|", "~", "$", "#":
      escaped += "\\"
      escaped.unicodeScalars.append(scalar)
    case "_":
      // Between letters an underscore marks nothing, and names are full of them.
      escaped += isWord(scalars, index - 1) && isWord(scalars, index + 1) ? "_" : "\\_"
    case ":":
      // An address out of evidence must not become a link.
      let isAddress = index + 1 < scalars.count && scalars[index + 1] == "/"
      escaped += isAddress ? "\\:" : ":"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

private func isWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
  scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
    || scalars.indices.contains(index) && ("0"..."9").contains(scalars[index])
}

/// A Markdown table under construction; cells are Markdown already.
struct MarkdownTable {
  private var text: String
  private(set) var isEmpty = true

  init(_ headings: String...) { self.init(headings) }

  init(_ headings: [String]) {
    text = "| " + headings.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: " --- |", count: headings.count) + "\n"
  }

  mutating func row(_ cells: String...) { row(cells) }

  mutating func row(_ cells: [String]) {
    text += "| " + cells.joined(separator: " | ") + " |\n"
    isEmpty = false
  }

  var markdown: String { text }
}

/// A Markdown document that is written block by block, with an empty line between.
struct MarkdownPage {
  private let sink: ReportSink
  private var isEmpty = true

  init(to sink: ReportSink) { self.sink = sink }

  /// Writes a block, and nothing where it is empty.
  mutating func add(_ block: String) {
    guard !block.isEmpty else { return }
    if !isEmpty { sink.write("\n\n") }
    isEmpty = false
    sink.write(block)
  }
}
