import ControlModel

/// How a cell of a workbook looks; the colour of an outcome always stands beside its word.
enum XLSXStyle: Hashable {
  case plain
  case heading
  case outcome(CellStatus)
  case decision(GateDecision)

  /// Every look, in the order of the style sheet.
  static let all: [XLSXStyle] =
    [.plain, .heading] + CellStatus.allCases.map(outcome) + GateDecision.allCases.map(decision)

  private static let places = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1, $0) }
  )

  /// Its number in the style sheet.
  var place: Int { Self.places[self] ?? 0 }

  /// Colours of text and ground, as RGB, with a contrast of at least 4.5; `nil` for none.
  private var colors: (text: String, ground: String)? {
    switch self {
    case .plain, .outcome(.uncovered), .outcome(.notApplicable): nil
    case .heading: ("FFFFFF", "3D444D")
    case .outcome(.fail), .decision(.deny): ("A3161F", "FBE9E8")
    case .outcome(.error): ("7B1C6A", "F7E9F4")
    case .outcome(.stale), .outcome(.claimed), .decision(.hold): ("7A4F00", "FBF1DA")
    case .outcome(.notAssessed): ("44484E", "F0F0EE")
    case .outcome(.waived): ("1D4B8F", "E8EFF9")
    case .outcome(.supported): ("1C5F66", "E6F2F3")
    case .outcome(.pass), .decision(.approve): ("17633A", "E9F3EC")
    }
  }

  private var isBold: Bool { [.heading, .outcome(.fail), .decision(.deny)].contains(self) }

  private var font: String {
    let color = colors.map { "<color rgb=\"FF\($0.text)\"/>" } ?? ""
    return "<font>\(isBold ? "<b/>" : "")<sz val=\"10\"/>\(color)<name val=\"Calibri\"/></font>"
  }

  private var fill: String {
    colors.map {
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF\($0.ground)\"/></patternFill></fill>"
    } ?? "<fill><patternFill patternType=\"none\"/></fill>"
  }

  /// The style sheet of a workbook: each look has its own font and fill, at its own number.
  static var sheet: String {
    // The first two fills are fixed by the format, so those of the looks come behind them.
    let fixed = ["none", "gray125"].map { "<fill><patternFill patternType=\"\($0)\"/></fill>" }
    let formats = all.indices.map {
      """
      <xf numFmtId="0" fontId="\($0)" fillId="\($0 + fixed.count)" borderId="0" xfId="0" \
      applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <fonts count="\(all.count)">\(all.map(\.font).joined())</fonts>
      <fills count="\(all.count + fixed.count)">\(fixed.joined())\(all.map(\.fill).joined())</fills>
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
      <cellXfs count="\(all.count)">\(formats.joined())</cellXfs>
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
      </styleSheet>

      """
  }
}
