import ControlModel
import ControlTestingSupport
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
