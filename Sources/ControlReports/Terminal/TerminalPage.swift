import ControlModel

/// Lines for a terminal of a given width, with or without colour.
struct TerminalPage {
  /// A manner of writing, and the ANSI codes for it.
  enum Ink: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case boldRed = "1;31"
    case boldGreen = "1;32"
    case boldYellow = "1;33"
    case magenta = "35"
  }

  /// A window narrower than this is treated as if it were this wide.
  static let narrowest = 48

  let width: Int
  let usesColor: Bool
  private(set) var text = ""

  init(width: Int, usesColor: Bool) {
    self.width = max(Self.narrowest, width)
    self.usesColor = usesColor
  }

  /// Adds a line that fits already.
  mutating func line(_ text: String = "") {
    var text = text
    while text.hasSuffix(" ") { text.removeLast() }
    self.text += text + "\n"
  }

  /// Adds a text after a label, later lines indented under the first one.
  mutating func entry(_ label: String, _ words: String, indent: Int = 2, gutter: Int = 9) {
    let room = width - indent - gutter
    for (index, part) in wrapped(visible(words), to: room).enumerated() {
      let lead = index == 0 ? fitted(label, to: gutter) : String(repeating: " ", count: gutter)
      line(String(repeating: " ", count: indent) + ink(lead, .dim) + part)
    }
  }

  /// Adds a heading.
  mutating func heading(_ words: String) {
    line()
    line(ink(cut(visible(words), to: width), .bold))
  }

  /// The text in an ink; unchanged where there is no colour.
  func ink(_ text: String, _ ink: Ink?) -> String {
    guard usesColor, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }
}

extension CellStatus {
  /// The ink of the word; the word alone says it all where there is no colour.
  var ink: TerminalPage.Ink? {
    switch self {
    case .fail: .boldRed
    case .error: .magenta
    case .stale, .notAssessed, .claimed: .yellow
    case .waived: .blue
    case .pass: .green
    case .supported: nil
    case .notApplicable, .uncovered: .dim
    }
  }
}

extension GateDecision {
  /// The ink of the decision's word.
  var ink: TerminalPage.Ink {
    switch self {
    case .approve: .boldGreen
    case .hold: .boldYellow
    case .deny: .boldRed
    }
  }
}
