import ControlModel

/// The text of a gzip file as a source, unpacked piece by piece.
///
/// The digest is that of the packed bytes: it is taken on the way.
final class PackedSource: ByteSource {
  private let packed: any ByteSource
  private let path: String
  private let inflater: GzipInflater
  private let digest = StreamDigest()
  private let input: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private(set) var packedDigest: String?

  /// Wraps a source of packed bytes.
  ///
  /// - Parameters:
  ///   - packed: The packed bytes.
  ///   - path: The file's path, for messages.
  /// - Throws: ``Diagnostic`` where there is no memory to unpack.
  init(_ packed: any ByteSource, path: String) throws(Diagnostic) {
    self.packed = packed
    self.path = path
    do throws(GzipProblem) {
      inflater = try GzipInflater()
    } catch {
      throw Gzip.diagnostic(error, path: path)
    }
    input = .allocate(byteCount: 256 * 1024, alignment: 16)
  }

  deinit { input.deallocate() }

  var consumedCount: Int { packed.consumedCount }

  func read(into room: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    let output = room.assumingMemoryBound(to: UInt8.self)
    while true {
      if start == end, !isAtEnd {
        start = 0
        end = try packed.read(into: input)
        isAtEnd = end == 0
        digest.update(UnsafeRawBufferPointer(rebasing: input[..<end]))
      }
      let pending = UnsafeRawBufferPointer(rebasing: input[start..<end])
      let step: GzipInflater.Step
      do throws(GzipProblem) {
        step = try inflater.step(pending.assumingMemoryBound(to: UInt8.self), into: output)
        if step.consumed == 0, step.produced == 0, isAtEnd { try inflater.finish() }
      } catch {
        throw Gzip.diagnostic(error, path: path)
      }
      start += step.consumed
      if step.produced > 0 { return step.produced }
      if step.consumed == 0, isAtEnd { return 0 }
    }
  }

  func finish() throws(Diagnostic) {
    packedDigest = digest.finish()
    try packed.finish()
  }
}
