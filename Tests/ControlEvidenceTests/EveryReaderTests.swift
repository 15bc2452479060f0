import ControlModel
import ControlTestingSupport
import Foundation
import Testing

@testable import ControlEvidence

/// What holds for every reader, tried on every fixture.
@Suite("Every reader")
struct EveryReaderTests {
  /// A fixture, its format and its bytes.
  struct Sample: CustomTestStringConvertible {
    let file: String
    let format: String
    let bytes: [UInt8]
    var testDescription: String { file }
  }

  static let samples: [Sample] = {
    guard let table = try? TableReader.read(fixture("formats.csv"), path: "formats.csv") else {
      return []
    }
    return table.rows.compactMap { row in
      guard let bytes = try? fixture(row.cells[0]) else { return nil }
      return Sample(file: row.cells[0], format: row.cells[1], bytes: bytes)
    }
  }()

  /// How many records a fixture is meant to hold that cannot be taken; none where it is not named.
  private static let rejected = [
    "bills/ml-bom.json": 1, "mcp/registry-list.json": 1, "policy/opa-console.jsonl": 1,
    "posture/hdf.json": 1, "posture/ocsf.jsonl": 1, "posture/prowler.csv": 1,
    "statements/signed.intoto.jsonl": 1,
  ]

  /// A context that answers whatever an export leaves out.
  private static let context = EvidenceContext(
    account: "444455556666",
    about: "auth/approle/role/claims-sync",
    collectedAt: Instant(secondsSinceEpoch: 1_794_979_800)
  )

  @Test(arguments: samples)
  func readsItsFixtureWhole(sample: Sample) throws {
    var context = Self.context
    // SARIF may be of several kinds: the manifest says which.
    if sample.format == "sarif" { context.kinds = [.secretScanReport] }
    let sink = try read(sample.bytes, path: sample.file, context: context)
    #expect(sink.rejectedCount == Self.rejected[sample.file] ?? 0)
    let reader = try #require(
      EvidenceReaders.native.first { $0.format.id == sample.format }
    )
    let promised = Set(reader.format.kinds)
    #expect(sink.kinds.subtracting(promised) == [], "kinds that the format does not name")
    var seen: Set<EvidenceKind> = []
    var count = 0
    var names: Set<String> = []
    for type in EvidenceKind.all.flatMap(\.recordTypes) where names.insert(type.recordName).inserted
    {
      let records = number(of: type, in: sink)
      count += records
      if records > 0 { seen.formUnion(type.kinds) }
      // The run that made findings goes with them, of whatever kind they are.
      if records > 0, type.recordName != ScanRun.recordName {
        #expect(!promised.isDisjoint(with: type.kinds), "\(type.recordName) is of no kind named")
        #expect(
          sink.kinds.isEmpty || !sink.kinds.isDisjoint(with: type.kinds),
          "\(type.recordName) was read, and its kind is not said to be there"
        )
      }
    }
    #expect(count == sink.count)
    // A kind that is said to be there has records; otherwise nothing was a proven nothing.
    if count > 0 { #expect(sink.kinds.subtracting(seen) == []) }
  }

  private func number<R: EvidenceRecord>(of type: R.Type, in sink: RecordSink) -> Int {
    sink.all(type).count
  }

  /// Whatever stands in a file, it is read or refused: no crash, and never more than is there.
  @Test(arguments: samples)
  func survivesDamage(sample: Sample) throws {
    var generator = SeededGenerator(seed: 20_261_128)
    for _ in 0..<40 {
      let damaged = Self.damage(sample.bytes, &generator)
      for format in [nil, sample.format] {
        let found = problem { () throws(Diagnostic) in
          let sink = try read(damaged, path: sample.file, format: format, context: Self.context)
          for problem in sink.diagnostics where problem.locator == nil {
            throw problem
          }
        }
        if let found { #expect(found.locator != nil, "\(found)") }
      }
    }
  }

  /// The bytes with one thing wrong: cut off, a byte changed, a piece doubled, or a value replaced.
  private static func damage(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes.removeSubrange(place...)
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2:
      let end = min(bytes.count, place + Int.random(in: 1...64, using: &generator))
      bytes.insert(contentsOf: bytes[place..<end], at: place)
    default:
      let wrong = ["null", "{}", "[]", "-1", "9223372036854775807", "true", "\"\"", "1e999"]
      // Behind the next colon stands a value.
      guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) else { return bytes }
      let end = bytes[colon...].firstIndex { [UInt8(ascii: ","), UInt8(ascii: "\n")].contains($0) }
      let value = wrong[Int.random(in: 0..<wrong.count, using: &generator)]
      bytes.replaceSubrange((colon + 1)..<(end ?? bytes.count), with: Array(value.utf8))
    }
    return bytes
  }
}
