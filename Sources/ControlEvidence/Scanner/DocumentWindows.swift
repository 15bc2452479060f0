import ControlModel

/// Windows of a JSON document: each is read as it is filled, and what it does not hold whole starts
/// the next one.
final class DocumentWindows: WindowSource {
  private let source: any ByteSource
  private let path: String
  private let reader: DocumentReader
  private var carried: [UInt8] = []
  private var ordinal = 0
  private var isAtStart = true
  private(set) var isAtEnd = false
  let lineCount = 0

  /// Prepares to read a document.
  ///
  /// - Parameters:
  ///   - source: The file's bytes.
  ///   - path: The file's path, for messages.
  ///   - reader: Reads what a window holds.
  init(_ source: any ByteSource, path: String, reader: DocumentReader) {
    self.source = source
    self.path = path
    self.reader = reader
  }

  func fill(_ window: Window) throws(Diagnostic) -> Bool {
    if isAtEnd { return false }
    let start = window.begin(with: &carried)
    var count = start
    while true {
      isAtEnd = try window.readUp(source, &count)
      if isAtStart {
        window.textStart = try TextMark.length(window.memory, count, path: path)
        isAtStart = false
      }
      window.textEnd = count
      window.terminate(with: 0, at: count)
      let rest = reader.read(window, isLast: isAtEnd)
      if reader.isGivenUp {
        isAtEnd = true
        return false
      }
      if rest > window.textStart || isAtEnd {
        if rest < count { window.carry(rest..<count, into: &carried) }
        break
      }
      guard count < Limits.maximumFileSizeInBytes else { throw Self.tooLong(path) }
      window.grow(to: window.capacity * 2, keeping: count)
    }
    if isAtEnd { try source.finish() }
    window.fresh = start..<count
    window.ordinal = ordinal
    window.blocks = reader.finish()
    ordinal += 1
    return true
  }

  private static func tooLong(_ path: String) -> Diagnostic {
    Diagnostic(
      .evidenceLimit,
      at: Locator(path: path),
      found: "a record of more than \(Limits.maximumFileSizeInBytes) bytes",
      needed: "smaller records",
      remedy: "export less per record"
    )
  }
}
