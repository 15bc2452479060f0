import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

/// What the parser accepts, the slow way accepts too, with the same values.
struct RowParserTests {
  static let types: [any EvidenceRecord.Type] = [
    ToolCall.self, Identity.self, Tool.self, PolicyDecision.self, Drill.self, AuditEvent.self,
    PlannedChange.self, Credential.self, Evaluation.self,
  ]

  @Test(arguments: types.map { $0.recordName })
  func readsWhatTheSlowWayReads(_ name: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let type = try #require(Self.types.first { $0.recordName == name })
    var generator = RandomRow(seed: seed)
    let fast = try FastReading(type)
    for _ in 0..<500 {
      let bytes = generator.row(of: type.fields)
      guard let read = fast.read(bytes) else { continue }
      let slow = RowText.slow(bytes, type)
      #expect(read == slow, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      #expect(
        (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil,
        "seed \(seed): Foundation refuses \(String(decoding: bytes, as: UTF8.self))"
      )
    }
  }

  @Test(arguments: types.map { $0.recordName })
  func acceptsEveryOrdinaryRow(_ name: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let type = try #require(Self.types.first { $0.recordName == name })
    var generator = RandomRow(seed: seed, trouble: 0)
    let fast = try FastReading(type)
    for _ in 0..<300 {
      let bytes = generator.row(of: type.fields)
      // A mandatory field may be null, and a decimal beyond what a double holds.
      guard let slow = RowText.slow(bytes, type) else { continue }
      #expect(fast.read(bytes) == slow, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func agreesWithFoundationOnTexts() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = RandomRow(seed: seed, trouble: 0)
    let fast = try FastReading(ToolCall.self)
    var compared = 0
    for _ in 0..<500 {
      let bytes = generator.row(of: ToolCall.fields)
      guard let read = fast.read(bytes) else { continue }
      let document = try JSONSerialization.jsonObject(with: Data(bytes))
      let object = try #require(document as? [String: Any])
      for (field, text) in read where field != "startedAt" && field != "endedAt" {
        guard let other = object[field] as? String else { continue }
        #expect(other == text, "seed \(seed)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test func declinesWhatIsNotStrict() throws {
    let fast = try FastReading(ToolCall.self)
    let good =
      #""id":"c","traceID":"t","spanID":"s","run":"r","agent":"a","tool":"x","action":"y","#
      + #""result":"ok","startedAt":"2026-01-31T00:00:00Z""#
    #expect(fast.read("{\(good)}")?["id"] == "c")
    let bad = [
      "{\(good),}", "{\(good)", "{,\(good)}", "{\(good)}}", "[\(good)]", "{\(good) \"x\":1}",
      "{\(good),\"x\":01}", "{\(good),\"x\":1.}", "{\(good),\"x\":.5}", "{\(good),\"x\":+1}",
      "{\(good),\"x\":1e}", "{\(good),\"x\":\"\t\"}", "{\(good),\"x\":\"\\q\"}", "{\(good),x:1}",
      "{\(good),\"x\":\"\\ud800\"}", "{\(good),\"x\":1,\"x\":2}",
      "{\(good),\"task\":null,\"task\":\"t\"}",
      "{\(good),\"x\":{\"y\":1,\"y\":2}}", "{\(good),\"x\":[1,]}", "{\(good),\"x\":nul}",
      "{\(good),\"x\":\(String(repeating: "[", count: 64))\(String(repeating: "]", count: 64))}",
      "{\(good),\"result\":\"fine\"}", "{\(good),\"records\":[]}",
      "{\(good),\"record\":\"AgentRun\"}",
    ]
    for text in bad { #expect(fast.read(text) == nil, "\(text)") }
    let unusual = [
      "{\(good),\"x\":\(String(repeating: "[", count: 63))\(String(repeating: "]", count: 63))}",
      "{\(good),\"record\":\"ToolCall\"}", "{\(good),\"x\":{}}",
      "{\(good),\"x\":{\"y\":1},\"z\":{\"y\":1}}",
      "{\(good),\"cost\":1e22}", "{\(good),\"cost\":-0.0}", "{\(good),\"retrievedEntries\":[]}",
      " {\(good)}".trimmingCharacters(in: .whitespaces), "{ \(good)\t}",
    ]
    for text in unusual { #expect(fast.read(text) != nil, "\(text)") }
  }

  @Test func namesBeyondTheTableAreStillChecked() throws {
    let fast = try FastReading(ToolCall.self)
    let good =
      #""id":"c","traceID":"t","spanID":"s","run":"r","agent":"a","tool":"x","action":"y","#
      + #""result":"ok","startedAt":"2026-01-31T00:00:00Z""#
    for round in 0..<4 {
      let extra = (0..<300).map { ",\"name\(round)-\($0)\":\($0)" }.joined()
      #expect(fast.read("{\(good)\(extra)}") != nil)
      #expect(fast.read("{\(good)\(extra),\"name\(round)-7\":0}") == nil)
    }
  }

  @Test func readsMembersByPath() throws {
    let fields = ToolCall.fields.filter { ["id", "actor", "delegationDepth"].contains($0.name) }
    let plan = try #require(
      RowPlan(
        fields: fields,
        bindings: [
          .init(path: ["event", "id"], field: 0), .init(path: ["event", "user", "arn"], field: 1),
          .init(path: ["count"], field: 2),
        ]
      )
    )
    let fast = FastReading(plan, fields, "Event")
    let row = #"{"x":[{"id":1}],"count":3,"event":{"user":{"arn":"arn:a","id":"no"},"id":"e1"}}"#
    for _ in 0..<3 {
      #expect(fast.read(row) == ["id": "e1", "actor": "arn:a", "delegationDepth": "3"])
    }
    #expect(fast.read(#"{"event":{"id":"e2","user":"root"}}"#) == ["id": "e2"])
    #expect(fast.read(#"{"event":{"id":"e2","id":"e3"}}"#) == nil)
    #expect(fast.read(#"{"event":{"id":"e2"},"event":{}}"#) == nil)
    #expect(fast.read(#"{"id":"e2"}"#) == nil)
    // A name cannot be a value and hold values.
    #expect(
      RowPlan(
        fields: fields,
        bindings: [.init(path: ["a"], field: 0), .init(path: ["a", "b"], field: 1)]
      )
        == nil
    )
  }
}

/// A parser with its memory, for texts of one row.
private final class FastReading {
  private var parser: RowParser
  private let fields: [FieldDescription]

  convenience init(_ type: any EvidenceRecord.Type) throws {
    let plan = try #require(RowPlan(canonical: type.fields, isRoot: true))
    self.init(plan, type.fields, type.recordName)
  }

  init(_ plan: RowPlan, _ fields: [FieldDescription], _ name: String) {
    parser = RowParser(plan, recordName: name, keyFields: [], allowsLineFeed: false)
    self.fields = fields
  }

  func read(_ text: String) -> [String: String]? { read(Array(text.utf8)) }

  func read(_ bytes: [UInt8]) -> [String: String]? {
    let padded = bytes + [0x0A] + [UInt8](repeating: 0, count: ByteWord.padding)
    return padded.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      parser.startWindow()
      guard let end = parser.read(base, base: base), end - base == bytes.count else { return nil }
      return RowText.fast(parser.row, base, fields)
    }
  }
}
