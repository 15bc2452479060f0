import ControlModel
import Testing

@testable import ControlReports

/// The ways in which text out of evidence is made inert, format by format.
@Suite("Text of exports")
struct ExportTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("=1+1", "'=1+1"),
    ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), (" =1", "\" '=1\""), ("a;=1", "\"a;'=1\""),
    ("\"=1", "\"\"\"'=1\""), ("\u{FF1D}1", "'\u{FF1D}1"), ("\t=1", "\\u{9}=1"),
    ("a\r\nb", "a\\u{D}\\u{A}b"), ("a=b", "a=b"),
  ])
  func cellsHoldNoFormula(text: String, cell: String) {
    #expect(csv(text) == cell)
  }

  @Test(arguments: [
    ("<a b=\"c\">&", "&lt;a b=&quot;c&quot;&gt;&amp;"),
    ("\u{0}\u{FFFE}\u{FFFF}", "\\u{0}\\u{FFFE}\\u{FFFF}"),
    ("]]>", "]]&gt;"), ("資格", "資格"),
  ])
  func xmlHoldsNoMarkup(text: String, escaped: String) {
    #expect(xml(text) == escaped)
  }

  @Test(arguments: [
    ("aws/report.csv", "aws/report.csv"), ("../../etc/passwd", "__/__/etc/passwd"),
    ("/etc/./passwd", "etc/_/passwd"), ("javascript:x", "javascript%3Ax"),
    ("a b?c#d", "a%20b%3Fc%23d"),
    ("<b>.jsonl", "%3Cb%3E.jsonl"), ("é%", "%C3%A9%25"),
  ])
  func pathsLeadNowhereElse(path: String, reference: String) {
    #expect(uriPath(path) == reference)
  }

  @Test func sarifMessagesHoldNoLinkAndNoPlaceholder() {
    #expect(sarif("[x](javascript:y) {0}") == "\\[x\\](javascript:y) {{0}}")
  }

  @Test(arguments: [(" a ", "a"), ("", "(empty)"), ("\n", "\\u{A}"), ("\u{3000}", "(empty)")])
  func oscalStringsHaveNoBlankEnds(text: String, value: String) {
    #expect(oscal(text) == value)
  }

  @Test(arguments: [("NHI7-1", "NHI7-1"), ("7", "_7"), ("NHI7:2025", "NHI7_2025"), ("", "_")])
  func oscalTokensStartWithALetter(id: String, token: String) {
    #expect(oscalToken(id) == token)
  }

  /// The published test vectors of FNV-1a in 128 bits.
  @Test(arguments: [
    ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
    ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
  ])
  func identifiersAreFNV1a(text: String, digits: String) {
    #expect(StableID(bytes: Array(text.utf8)).digits == digits)
  }

  @Test func identifiersHaveTheFormOfAUUID() {
    let ids = (0..<200).map { Fixture.report.results.id("part", String($0)) }
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(
        id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
          != nil
      )
    }
  }

  @Test func partsOfANameDoNotRunTogether() {
    #expect(StableID(["ab", "c"]) != StableID(["a", "bc"]))
  }

  @Test func equalFindingsHaveDifferentFingerprintsAndTheFirstKeepsItsOwn() {
    let one = Fixture.finding("NHI7-1", "s", "credential", "key", line: 1)
    let two = Fixture.finding("NHI7-1", "s", "credential", "key", line: 2)
    let other = Fixture.finding("NHI7-1", "s", "credential", "another", line: 3)
    var alone = Fingerprints()
    let first = alone.next(one)
    var all = Fingerprints()
    #expect(all.next(other) != first)
    #expect(all.next(one) == first)
    #expect(all.next(two) != first)
  }
}
