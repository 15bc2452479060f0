/// Where a document goes, a chunk at a time, so that no document is ever held whole.
///
/// A text is never cut: a chunk ends where a text that was written ends, so each chunk of a text
/// document is valid UTF-8 by itself. After a failure everything that follows is dropped, and
/// ``finish()`` throws it: a renderer writes on without looking.
public final class ReportSink {
  /// How many bytes are gathered before they are handed on; a longer text makes a longer chunk.
  public static let chunkSize = 65_536

  private var gathered: [UInt8] = []
  private var failure: (any Error)?
  private let receive: ([UInt8]) throws -> Void

  /// Creates a sink.
  ///
  /// - Parameter receive: Takes the chunks in order; none is empty. It is not called again after
  ///   it has thrown.
  public init(_ receive: @escaping ([UInt8]) throws -> Void) {
    self.receive = receive
    gathered.reserveCapacity(Self.chunkSize * 2)
  }

  /// Writes a text as UTF-8.
  ///
  /// - Parameter text: The text, which may be empty.
  public func write(_ text: String) {
    gathered.append(contentsOf: text.utf8)
    if gathered.count >= Self.chunkSize { handOn() }
  }

  /// Writes bytes.
  ///
  /// - Parameter bytes: The bytes, which may be none.
  public func write(_ bytes: [UInt8]) {
    gathered.append(contentsOf: bytes)
    if gathered.count >= Self.chunkSize { handOn() }
  }

  /// Gives the document up.
  ///
  /// - Parameter error: Why; only the first one is kept.
  public func fail(_ error: any Error) { failure = failure ?? error }

  /// Hands the rest on.
  ///
  /// - Throws: What the receiver threw, or what ``fail(_:)`` was given.
  public func finish() throws {
    handOn()
    if let failure { throw failure }
  }

  private func handOn() {
    defer { gathered.removeAll(keepingCapacity: true) }
    guard failure == nil, !gathered.isEmpty else { return }
    do { try receive(gathered) } catch { failure = error }
  }
}

/// A document kept in memory, for what is small or is hashed as a whole.
final class CollectedDocument {
  private(set) var bytes: [UInt8] = []

  /// A document's bytes.
  ///
  /// - Parameter write: Writes the document; a failure ends it where it happened.
  /// - Returns: The bytes, all of them.
  /// - Throws: What the writer gave up for.
  static func bytes(_ write: (ReportSink) -> Void) throws -> [UInt8] {
    let document = CollectedDocument()
    let sink = ReportSink { document.bytes += $0 }
    write(sink)
    try sink.finish()
    return document.bytes
  }

  /// The text of a document that never gives up.
  static func text(_ write: (ReportSink) -> Void) -> String {
    let document = CollectedDocument()
    let sink = ReportSink { document.bytes += $0 }
    write(sink)
    // A receiver that keeps bytes does not fail, and a writer of texts has no reason to.
    try? sink.finish()
    return String(decoding: document.bytes, as: UTF8.self)
  }
}
