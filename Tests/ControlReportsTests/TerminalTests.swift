import ControlModel
import Foundation
import Testing

@testable import ControlReports

@Suite("Terminal")
struct TerminalTests {
  private let report = Fixture.report

  @Test func eightyColumnsEqualGolden() throws {
    try expectGolden(TerminalMatrix.render(report, width: 80, color: false), "terminal-80.txt")
  }

  @Test func wideWindowEqualsGolden() throws {
    let text = TerminalMatrix(showsAll: true).render(report, width: 160, color: false)
    try expectGolden(text, "terminal-160.txt")
  }

  @Test(arguments: [48, 60, 80, 120, 200], [false, true])
  func noLineIsWiderThanTheWindow(width: Int, color: Bool) {
    let matrix = TerminalMatrix(showsAll: true, findingsPerControl: .max)
    for line in matrix.render(report, width: width, color: color).split(separator: "\n") {
      let shown = withoutInk(String(line))
      #expect(columns(shown) <= width, "\(shown)")
    }
  }

  @Test func colourAddsNothingButColour() {
    let plain = TerminalMatrix.render(report, width: 80, color: false)
    let colored = TerminalMatrix.render(report, width: 80, color: true)
    #expect(!plain.unicodeScalars.contains("\u{1B}"))
    let lines = colored.split(separator: "\n", omittingEmptySubsequences: false)
    let stripped = lines.map { withoutInk(String($0)).trimmingTrailingBlanks }
    #expect(stripped.joined(separator: "\n") == plain)
  }

  @Test func decisionsComeLast() throws {
    let text = TerminalMatrix.render(report, width: 80, color: false)
    let decisions = try #require(text.range(of: "\nDecisions\n"))
    #expect(text[decisions.upperBound...].contains("DENY     prototype"))
    #expect(!text[decisions.upperBound...].contains("because"))
  }

  private func withoutInk(_ line: String) -> String {
    line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
