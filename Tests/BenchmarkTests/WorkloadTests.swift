import BenchmarkWorkloads
import Foundation
import Testing

/// A workload depends on its description alone.
struct WorkloadTests {
  @Test(arguments: Workload.Family.allCases)
  func sameDescriptionGivesSameBytes(_ family: Workload.Family) throws {
    let first = try Self.bytes(Workload(family, size: 300, seed: 1))
    #expect(try Self.bytes(Workload(family, size: 300, seed: 1)) == first)
    #expect(try Self.bytes(Workload(family, size: 300, seed: 2)) != first)
  }

  /// The parts of a long file are made on several threads and stand in order.
  @Test func partsStandInOrder() throws {
    let text = try Self.bytes(Workload(.calls, size: 11_000))["calls/logs/agent-trace.jsonl"]
    let lines = try #require(text).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 11_000)
    for number in [0, 4999, 5000, 9999, 10_000, 10_999] {
      let digits = String(100_000_000 + number).dropFirst()
      let line = String(decoding: lines[number], as: UTF8.self)
      #expect(line.contains("call-\(digits)"), "line \(number + 1)")
    }
  }

  @Test func everyLineOfALogIsOfTheStatedSortAndSize() throws {
    let text = try Self.bytes(Workload(.calls, size: 2000))["calls/logs/agent-trace.jsonl"]
    let lines = try #require(text).split(separator: UInt8(ascii: "\n"))
    var reordered = 0
    var escaped = 0
    for line in lines {
      let members = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      #expect(members?["tool"] is String)
      if !line.starts(with: Array(#"{"id""#.utf8)) { reordered += 1 }
      if line.contains(UInt8(ascii: "\\")) { escaped += 1 }
    }
    #expect((10...70).contains(reordered), "\(reordered) of 2000 in another order")
    #expect((5...40).contains(escaped), "\(escaped) of 2000 with escapes")
    let size = lines.reduce(0) { $0 + $1.count + 1 } / lines.count
    #expect((490...530).contains(size), "\(size) bytes a line")
  }

  private static func bytes(_ workload: Workload) throws -> [String: Data] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("workload-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try workload.write(to: folder)
    let evidence = folder.appendingPathComponent("evidence")
    var files: [String: Data] = [:]
    let walker = FileManager.default.enumerator(atPath: evidence.path)
    for name in (walker?.allObjects as? [String]) ?? [] {
      let url = evidence.appendingPathComponent(name)
      if !url.hasDirectoryPath { files[name] = try? Data(contentsOf: url) }
    }
    return files
  }
}
