import Testing

@testable import ControlFrameworks

struct TableTests {
  private func rows(_ text: String) throws -> [[String]] {
    try Table(text, columns: ["id", "title"], defaults: ["title": "none"]).rows
  }

  @Test func readsQuotesCommasAndDoubledQuotes() throws {
    #expect(try rows("id,title\nA,\"B, \"\"C\"\"\"\n") == [["A", "B, \"C\""]])
  }

  @Test func readsTheLastRowWithOrWithoutALineFeed() throws {
    #expect(try rows("id,title\nA,B") == rows("id,title\nA,B\n"))
    #expect(try rows("id,title\nA,\"B\"") == [["A", "B"]])
  }

  @Test func fillsBlankAndMissingColumnsFromTheirDefault() throws {
    #expect(try rows("id,title\nA,") == [["A", "none"]])
    #expect(try rows("id\nA") == [["A", "none"]])
  }

  @Test func givesColumnsInTheOrderAskedFor() throws {
    #expect(try rows("title,id\nB,A") == [["A", "B"]])
  }

  static let malformed = [
    "", "id,name\nA,B", "title\nA", "id,title\nA", "id,title\nA,B,C", "id,title\nA,\"B",
    "id,title\nA,\"B\"C", "id,title\nA,B\"", "id,title\r\nA,B", "id,title\nA,\"B\nC\"",
    "id,title\n\nA,B",
  ]

  @Test(arguments: malformed)
  func refusesWhatIsNotATable(_ text: String) {
    #expect(throws: Table.Malformed.self) { try rows(text) }
  }

  @Test func saysInWhichLineTheProblemIs() {
    #expect(throws: Table.Malformed(line: 3, problem: "1 fields where 2 are due")) {
      try rows("id,title\nA,B\nC\nD,E")
    }
  }
}
