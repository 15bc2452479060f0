import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading YAML")
struct YAMLReaderTests {
  @Test(
    arguments: [
      ("true", .bool(true)), ("False", .bool(false)), ("TRUE", .bool(true)),
      ("yes", .string("yes")),
      ("on", .string("on")), ("null", .null), ("~", .null), ("NULL", .null),
      ("\"null\"", .string("null")),
      ("12", .number("12")), ("-3.50", .number("-3.50")), ("0", .number("0")),
      ("0123", .string("0123")), ("0x1F", .string("0x1F")), ("0o17", .string("0o17")),
      ("1_000", .string("1_000")), ("1e5", .string("1e5")), (".5", .string(".5")),
      ("5.", .string("5.")), ("1.2.3", .string("1.2.3")), (".inf", .string(".inf")),
      ("2026-01-31", .string("2026-01-31")), ("'12'", .string("12")),
      ("|\n  a\n  b\n", .string("a\nb\n")),
      (
        "[1, a]",
        .array([EvidenceValue(.number("1"), line: 1), EvidenceValue(.string("a"), line: 1)])
      ),
      ("{}", .object([])),
    ] as [(String, EvidenceValue.Content)]
  )
  func readsScalars(text: String, content: EvidenceValue.Content) throws {
    let documents = try YAMLReader.read(Array(text.utf8), path: "f")
    #expect(documents.map(\.content) == [content])
  }

  @Test func keepsLinesOrderAndDocuments() throws {
    let text = "b: 1\na:\n  - x\n  - y: 2\n---\n- z\n"
    let documents = try YAMLReader.read(Array(text.utf8), path: "f")
    #expect(documents.count == 2)
    #expect(documents[0].members?.map(\.name) == ["b", "a"])
    #expect(documents[0]["a"]?.elements?.map(\.line) == [3, 4])
    #expect(documents[1].line == 6)
    #expect(try YAMLReader.read(Array("# nothing\n".utf8), path: "f").isEmpty)
  }

  @Test(arguments: [
    ("a: &x 1\nb: 2\n", 1, "an anchor or alias"), ("a: 1\nb: *a\n", 2, "an anchor or alias"),
    ("a: 1\nb: &x [1]\n", 2, "an anchor or alias"), ("a: !!str 1\n", 1, "a tag"),
    ("a: 1\nb: !custom {c: 1}\n", 2, "a tag"), ("a: 1\nb: 2\na: 3\n", 3, "the key \"a\" twice"),
    ("a: 1\n\"a\": 3\n", 2, "the key \"a\" twice"), ("a: 1\n<<: {b: 2}\n", 2, "a merge key"),
    ("[a]: 1\n", 1, "a key that is not plain text"),
    ("? {a: 1}\n: 2\n", 1, "a key that is not plain text"),
    ("&k a: 1\n", 1, "a key that is not plain text"),
    ("a: [1,\nb: 2\n", 3, "did not find expected ',' or ']'"),
    ("a: \"x\n", 2, "found unexpected end of stream"),
    ("a: 1\n\tb: 2\n", 2, "found a tab character that violates indentation"),
    ("a: b: c\n", 1, "mapping values are not allowed in this context"),
  ])
  func refuses(text: String, line: Int, found: String) {
    let diagnostic = problem { () throws(Diagnostic) in
      _ = try YAMLReader.read(Array(text.utf8), path: "f")
    }
    #expect(diagnostic?.code == .evidenceMalformed)
    #expect(diagnostic?.locator?.line == line)
    #expect(diagnostic?.found == found)
  }

  @Test func aQuotedMergeKeyIsAKey() throws {
    let documents = try YAMLReader.read(Array("'<<': 1\n".utf8), path: "f")
    #expect(documents.first?["<<"]?.integer == 1)
  }

  @Test func nestsAsDeepAsJSONAndNoDeeper() throws {
    let deep = String(repeating: "[", count: 64) + "1" + String(repeating: "]", count: 64)
    #expect(try YAMLReader.read(Array(deep.utf8), path: "f").count == 1)
    let deeper = problem { () throws(Diagnostic) in
      _ = try YAMLReader.read(Array("[\(deep)]".utf8), path: "f")
    }
    #expect(deeper?.code == .evidenceLimit)
    #expect(deeper?.found == "more than 64 levels of nesting")
  }
}
