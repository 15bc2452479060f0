import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

/// The bytes of a file under `Fixtures`.
func fixture(_ name: String) throws -> [UInt8] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  return try Array(Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
}

/// Reads a file as the loader does: container, format, records.
func read(
  _ bytes: [UInt8],
  path: String,
  format: String? = nil,
  context: EvidenceContext = EvidenceContext()
) throws(Diagnostic) -> RecordSink {
  let document = try EvidenceDocument(bytes: bytes, path: path)
  let reader = try EvidenceReaders.reader(for: document, format: format)
  var sink = RecordSink(context: context)
  for problem in document.unreadLines { sink.reject(problem) }
  try reader.read(document, into: &sink)
  return sink
}

/// Reads a text as a file.
func read(
  _ text: String,
  path: String,
  format: String? = nil,
  context: EvidenceContext = EvidenceContext()
) throws(Diagnostic) -> RecordSink {
  try read(Array(text.utf8), path: path, format: format, context: context)
}

/// What reading a file throws, or `nil` where it throws nothing.
func problem(_ body: () throws(Diagnostic) -> Void) -> Diagnostic? {
  do throws(Diagnostic) {
    try body()
    return nil
  } catch {
    return error
  }
}

/// An instant as written.
func instant(
  _ text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Instant {
  try #require(Instant(rfc3339: text), sourceLocation: sourceLocation)
}

extension RecordSink {
  /// The records of a type.
  func all<R: EvidenceRecord>(_ type: R.Type) -> [R] { records.records(type) }

  /// Each problem as `line pointer: found`.
  var problems: [String] {
    diagnostics.map { problem in
      let line = problem.locator?.line.map(String.init) ?? "-"
      return "\(line) \(problem.locator?.pointer ?? "-"): \(problem.found)"
    }
  }
}

/// A small generator with a seed (SplitMix64), so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator.
  init(seed: UInt64) { state = seed }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
