import ControlModel
import Testing

@testable import ControlReports

/// Documents leave a chunk at a time, whole and in order, or not at all.
@Suite("Writing in chunks")
struct ReportSinkTests {
  private struct Full: Error, Equatable { let place: Int }

  /// What comes out of a sink, chunk by chunk.
  private final class Receiver {
    var chunks: [[UInt8]] = []
    var failsAt: Int?

    func take(_ chunk: [UInt8]) throws {
      if let failsAt, chunks.count >= failsAt { throw Full(place: chunks.count) }
      chunks.append(chunk)
    }
  }

  @Test func textsComeOutInOrderAndUncut() throws {
    let receiver = Receiver()
    let sink = ReportSink(receiver.take)
    let text = String(repeating: "ключ🔑", count: 999)
    for _ in 0..<100 { sink.write(text) }
    try sink.finish()
    #expect(receiver.chunks.count > 1)
    for chunk in receiver.chunks { #expect(String(validating: chunk, as: UTF8.self) != nil) }
    #expect(receiver.chunks.flatMap(\.self) == Array(String(repeating: text, count: 100).utf8))
  }

  @Test(arguments: [
    ReportSink.chunkSize - 1, ReportSink.chunkSize, ReportSink.chunkSize + 1,
  ])
  func chunkIsHandedOnOnceItIsFull(size: Int) throws {
    let receiver = Receiver()
    let sink = ReportSink(receiver.take)
    sink.write([UInt8](repeating: 1, count: size))
    #expect(receiver.chunks.isEmpty == (size < ReportSink.chunkSize))
    try sink.finish()
    #expect(receiver.chunks.map(\.count) == [size])
  }

  @Test func nothingFollowsAFailureAndTheFirstOneIsTold() {
    let receiver = Receiver()
    receiver.failsAt = 1
    let sink = ReportSink(receiver.take)
    for _ in 0..<5 { sink.write([UInt8](repeating: 1, count: ReportSink.chunkSize)) }
    sink.fail(Full(place: 99))
    #expect(throws: Full(place: 1)) { try sink.finish() }
    #expect(receiver.chunks.count == 1)
  }

  @Test func documentThatIsGivenUpIsNoDocument() {
    #expect(throws: Full(place: 7)) {
      try CollectedDocument.bytes { sink in
        sink.write("half")
        sink.fail(Full(place: 7))
      }
    }
  }

  /// What a renderer may hold at once of a document: a chunk, and one control's findings.
  private static let largest = 4 * ReportSink.chunkSize
  private static let report = LargeReportTests.report(findings: 2_000)

  @Test(arguments: ReportRenderers.all.map(\.format))
  func noFormatHoldsItsDocumentWhole(format: String) throws {
    let renderer = try #require(ReportRenderers.renderer(format: format))
    let receiver = Receiver()
    let sink = ReportSink(receiver.take)
    renderer.write(Self.report, to: sink)
    try sink.finish()
    let sizes = receiver.chunks.map(\.count)
    #expect(sizes.allSatisfy { $0 <= Self.largest }, "\(sizes.max() ?? 0) bytes at once")
  }
}
