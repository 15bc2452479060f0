import Testing

@testable import ControlReports

@Suite("Visible text")
struct VisibleTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("שלום", "שלום"), ("資格", "資格"), ("a\nb", "a\\u{A}b"),
    ("txt.\u{202E}exe", "txt.\\u{202E}exe"), ("\u{1B}[2J", "\\u{1B}[2J"),
  ])
  func actingCharactersAreShown(text: String, shown: String) {
    #expect(visible(text) == shown)
  }

  @Test func scriptShowsTheSameCharacters() throws {
    let pattern = try #require(Script.text.firstMatch(of: /acting = \/\[([^\]]+)\]\/gu/)).output.1
    let code = /\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/
    var inScript: Set<UInt32> = []
    for range in pattern.matches(of: /\\u[0-9a-f{}]+(?:-\\u[0-9a-f{}]+)?/) {
      let ends = range.output.matches(of: code).compactMap {
        UInt32($0.output.1 ?? $0.output.2 ?? "", radix: 16)
      }
      let first = try #require(ends.first)
      inScript.formUnion(first...(ends.last ?? first))
    }
    let inSwift = (UInt32(0)...0x10FFFF).filter { Unicode.Scalar($0).map(isActing) ?? false }
    #expect(inScript == Set(inSwift))
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1204, "1,204"), (1_048_576, "1,048,576"), (-1204, "-1,204"),
  ])
  func countsAreGrouped(count: Int, text: String) {
    #expect(grouped(count) == text)
  }

  @Test(arguments: [
    ("short", 8, "short"), ("longer text", 8, "longer …"), ("資格情報資格", 8, "資格情…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func textIsCutByCharacters(text: String, width: Int, cutText: String) {
    #expect(cut(text, to: width) == cutText)
    #expect(columns(cut(text, to: width)) <= width)
  }
}
