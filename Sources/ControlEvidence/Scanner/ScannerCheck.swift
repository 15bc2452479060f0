import ControlModel

/// Asks both ways of reading a row for their answer: what a fuzzer calls with any bytes.
package enum ScannerCheck {
  /// Whether the fast way agrees with the slow one on bytes, taken as a line of a log and as a
  /// document.
  ///
  /// - Parameter bytes: Any bytes.
  /// - Returns: `false` where the fast way accepts a row that the slow way does not, or reads other
  ///   values.
  package static func agrees(on bytes: [UInt8]) -> Bool {
    agrees(ToolCall.self, on: bytes) && agrees(Identity.self, on: bytes)
      && documentIsRead(bytes)
  }

  private static func agrees<R: EvidenceRecord>(_ type: R.Type, on bytes: [UInt8]) -> Bool {
    guard !bytes.contains(0x0A), let kind = EvidenceKind.all.first(where: { $0.kind == R.kinds[0] })
    else { return true }
    let window = Window(capacity: bytes.count + 1)
    fill(window, bytes, end: 0x0A)
    let reader = TypeReader(R.self, .lines)
    reader.setFile(path: "f", pointerPrefix: nil)
    reader.lend(window)
    var place = TextPointer(window.memory)
    var line = 1
    _ = reader.readLines(window, &place, &line)
    let block = reader.finish(isKept: false)
    if block.rowCount == 0 { return true }
    let slow = bytes.withUnsafeBufferPointer { SlowRows(kind, path: "f").readLine($0, line: 1) }
    guard let records = slow?.records.records(R.self), records.count == 1 else { return false }
    let fast = R(row: RecordRow(block: block, index: 0))
    return text(fast) == text(records[0])
  }

  /// Reads bytes as a document: it must end, whatever they are.
  private static func documentIsRead(_ bytes: [UInt8]) -> Bool {
    guard let kind = EvidenceKind.all.first(where: { $0.kind == Identity.kinds[0] }) else {
      return true
    }
    let window = Window(capacity: bytes.count + 1)
    fill(window, bytes, end: 0)
    window.textEnd = bytes.count
    let reader = DocumentReader(kind, path: "f")
    let rest = reader.read(window, isLast: true)
    _ = reader.finish()
    return rest <= bytes.count
  }

  private static func fill(_ window: Window, _ bytes: [UInt8], end: UInt8) {
    bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { window.memory.update(from: base, count: bytes.count) }
    }
    window.terminate(with: end, at: bytes.count)
    window.textEnd = bytes.count + 1
  }

  private static func text(_ record: some EvidenceRecord) -> [String] {
    Mirror(reflecting: record).children.map { "\($0.label ?? "")=\($0.value)" }
  }
}
