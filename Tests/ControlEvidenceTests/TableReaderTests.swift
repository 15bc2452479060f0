import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading tables")
struct TableReaderTests {
  /// The header, and each row as its line and cells.
  private func rows(_ text: String, separator: UInt8 = UInt8(ascii: ",")) throws -> [String] {
    let table = try TableReader.read(Array(text.utf8), separator: separator, path: "f")
    return [table.columns.joined(separator: "¦")]
      + table.rows.map { "\($0.line) \($0.cells.joined(separator: "¦"))" }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ["a¦b", "2 1¦2"]), ("a,b\n1,2", ["a¦b", "2 1¦2"]),
    ("a,b\r\n1,2\r\n3,4\r\n", ["a¦b", "2 1¦2", "3 3¦4"]), ("a,b\n", ["a¦b"]),
    ("a,b\n\n1,2\n\n", ["a¦b", "3 1¦2"]), ("a,b\n,\n", ["a¦b", "2 ¦"]),
    ("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", ["a¦b", "2 x,y¦say \"hi\""]),
    ("a,b\n\"1\n2\",3\n4,5\n", ["a¦b", "2 1\n2¦3", "4 4¦5"]),
    ("a,b\n\"1\r\n2\",3\r\n4,5\r\n", ["a¦b", "2 1\r\n2¦3", "4 4¦5"]),
    ("a,b\nit's 5\" wide,2\n", ["a¦b", "2 it's 5\" wide¦2"]), ("a,b\n\"\",\"\"\n", ["a¦b", "2 ¦"]),
    ("a,b\n1 , 2\n", ["a¦b", "2 1 ¦ 2"]), ("a,b\n=1+1,é😀\n", ["a¦b", "2 =1+1¦é😀"]),
    ("a,b\r1,2\r", ["a¦b", "2 1¦2"]),
  ])
  func reads(text: String, expected: [String]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func readsTabs() throws {
    #expect(try rows("a\tb\n1,2\t3\n", separator: UInt8(ascii: "\t")) == ["a¦b", "2 1,2¦3"])
  }

  @Test(
    arguments: [
      ("", 1, nil, "an empty file"), ("a,b,a\n1,2,3\n", 1, nil, "the column \"a\" twice"),
      ("a,b\n1,2\n3\n", 3, "row 2", "1 cells"), ("a,b\n1,2,3\n", 2, "row 1", "3 cells"),
      ("a,b\n\"1\n2\",3\n4\n", 4, "row 2", "1 cells"),
      ("a,b\n1,\"2\n3\n4", 2, nil, "a quote that is never closed"),
      ("a,b\n\"1\"x,2\n", 2, nil, "text after a closing quote"),
    ] as [(String, Int, String?, String)]
  )
  func refuses(text: String, line: Int, pointer: String?, found: String) {
    let diagnostic = problem { () throws(Diagnostic) in
      _ = try TableReader.read(Array(text.utf8), path: "f")
    }
    #expect(diagnostic?.code == .evidenceMalformed)
    #expect(diagnostic?.locator?.line == line)
    #expect(diagnostic?.locator?.pointer == pointer)
    #expect(diagnostic?.found == found)
  }
}
