import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Lists in their wrappers")
struct ListShapeTests {
  private static let secret = """
    {"ARN": "arn:aws:secretsmanager:eu-west-1:444455556666:secret:s-EXMPL1", "Name": "s"}
    """

  @Test(arguments: [
    (#"{"SecretList": [SECRET]}"#, "/SecretList/0"),
    (#"{"SecretList": SECRET}"#, "/SecretList"),
    (#"[SECRET]"#, "/0"),
    ("SECRET", nil),
    (
      #"{"status_code": 200, "data": {"SecretList": [SECRET], "ResponseMetadata": {}}}"#,
      "/data/SecretList/0"
    ),
    (#"{"headers": {}, "body": {"SecretList": [SECRET]}}"#, "/body/SecretList/0"),
  ])
  func oneListIsReadInEachOfItsWrappers(text: String, pointer: String?) throws {
    let sink = try read(text.replacing("SECRET", with: Self.secret), path: "secrets.json")
    #expect(sink.problems == [])
    #expect(sink.all(SecretItem.self).map(\.locator.pointer) == [pointer])
  }

  @Test func readsOneElementOnEachLine() throws {
    let sink = try read("\(Self.secret)\n\(Self.secret)\n", path: "secrets.jsonl")
    #expect(sink.all(SecretItem.self).map(\.locator.line) == [1, 2])
  }

  @Test(arguments: [#"{"SecretList": []}"#, #"{"SecretList": [], "NextToken": ""}"#])
  func anEmptyListIsNoPage(text: String) throws {
    let sink = try read(text, path: "secrets.json")
    #expect(sink.count == 0)
    #expect(!sink.isPartial)
  }

  @Test func whatIsNoListIsRefused() {
    for text in [#"{"SecretList": 3}"#, "3"] {
      let found = problem { () throws(Diagnostic) in
        _ = try read(text, path: "secrets.json", format: "aws-secrets")
      }
      #expect(found?.code == .recordMalformed, "\(text)")
    }
  }

  @Test func elementsThatAreNoObjectsAreRejected() throws {
    let sink = try read("[1, null, []]", path: "secrets.json", format: "aws-secrets")
    #expect(sink.count == 0)
    #expect(sink.rejectedCount == 3)
  }

  /// Recordings of Python's calls write times as objects.
  @Test func readsTimesOfRecordings() throws {
    let time =
      #"{"__class__": "datetime", "year": 2026, "month": 3, "day": 4, "hour": 5, "#
      + #""minute": 6, "second": 7, "microsecond": 89}"#
    let text = """
      {"status_code": 200, "data": {"SecretList": [
        {"ARN": "arn:aws:secretsmanager:eu-west-1:444455556666:secret:s-EXMPL1", "Name": "s",
         "CreatedDate": \(time)}]}}
      """
    let sink = try read(text, path: "secrets.json")
    #expect(
      sink.all(SecretItem.self).map(\.createdAt) == [try instant("2026-03-04T05:06:07.000089Z")]
    )
  }

  @Test(arguments: [
    ("2026-11-17T00:00:00Z", "at 2026-11-17T00:00:00Z"), ("9999-12-31T23:59:59Z", "never"),
    ("2262-01-01T00:00:00Z", "never"), ("2261-12-31T00:00:00Z", "at 2261-12-31T00:00:00Z"),
  ])
  func aYearThatNoInstantHoldsIsNever(text: String, expected: String) throws {
    let bytes = Array(#"{"end": "\#(text)"}"#.utf8)
    let document = try EvidenceDocument(bytes: bytes, path: "a.json")
    let end = try #require(document.root).end("end", absent: .notRecorded)
    #expect(end.instant.map { "at \($0)" } ?? "\(end)" == expected)
  }

  @Test(arguments: ["9999-13-31T23:59:59Z", "9999", "9999-12-31", "soon"])
  func aFarDateThatIsNoneIsRefused(text: String) throws {
    let bytes = Array(#"{"end": "\#(text)"}"#.utf8)
    let root = try #require(try EvidenceDocument(bytes: bytes, path: "a.json").root)
    let found = problem { () throws(Diagnostic) in _ = try root.end("end", absent: .never) }
    #expect(found?.code == .recordMalformed)
  }
}
