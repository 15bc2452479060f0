import CZlib

/// Why packed bytes cannot be unpacked.
enum GzipProblem: Error, Hashable {
  /// The bytes are no gzip, or damaged; holds zlib's own words.
  case damaged(String)
  /// The bytes end within a member.
  case truncated
  /// Something that is no further member follows the last one.
  case trailing
  /// More members than ``Limits/maximumMembersOfAnArchive``.
  case tooManyMembers
  /// The text is out of proportion to the packed bytes: ``Limits/maximumUnpackedRatio``.
  case tooDense
  /// zlib could not get the memory it needs.
  case noMemory
}

/// Unpacks gzip (RFC 1952) piece by piece, member after member.
///
/// zlib checks the trailer of each member: a checksum or a length that does not agree with the text
/// is damage. The proportion of text to packed bytes is bounded while unpacking, so that a bomb stops
/// after about a megabyte. One value reads one file; it is not shared between threads.
final class GzipInflater {
  /// How far one step came.
  struct Step {
    /// How many packed bytes were taken.
    let consumed: Int
    /// How many bytes of text were written.
    let produced: Int
  }

  /// Whether bytes start as gzip does.
  static func recognizes(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  // zlib keeps a pointer back to the stream, which must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isWithinMember = false
  private var members = 0
  private var consumed = 0
  private var produced = 0

  /// Prepares to unpack.
  ///
  /// - Throws: ``GzipProblem/noMemory``.
  init() throws(GzipProblem) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for gzip and nothing else.
    let version = ZLIB_VERSION
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, 15 + 16, version, size) == Z_OK else {
      stream.deallocate()
      throw .noMemory
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks as much of some input as fits into some room.
  ///
  /// Call it until it took all of the input; a step may produce nothing, or take nothing when the
  /// room was filled by what zlib held back. A step that neither took nor produced anything has
  /// nothing left to do with this input.
  ///
  /// - Parameters:
  ///   - input: The next packed bytes.
  ///   - output: Where the text goes; not empty.
  /// - Returns: How many bytes were taken and written.
  /// - Throws: ``GzipProblem``.
  func step(
    _ input: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(GzipProblem) -> Step {
    var taken = 0
    var written = 0
    while taken < input.count || isWithinMember, written < output.count {
      if !isWithinMember { try beginMember(input[taken]) }
      let room = UInt32(clamping: output.count - written)
      let offered = UInt32(clamping: input.count - taken)
      stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + taken) }
      stream.pointee.avail_in = offered
      stream.pointee.next_out = output.baseAddress.map { $0 + written }
      stream.pointee.avail_out = room
      let status = inflate(stream, Z_NO_FLUSH)
      let took = Int(offered - stream.pointee.avail_in)
      let wrote = Int(room - stream.pointee.avail_out)
      taken += took
      written += wrote
      consumed += took
      produced += wrote
      switch status {
      case Z_STREAM_END: isWithinMember = false
      case Z_OK: break
      case Z_BUF_ERROR where took == 0 && wrote == 0:
        return Step(consumed: taken, produced: written)
      case Z_MEM_ERROR: throw .noMemory
      default:
        throw .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "not gzip")
      }
      if produced > Limits.ratioFreeSizeInBytes,
        produced / Limits.maximumUnpackedRatio > consumed
      {
        throw .tooDense
      }
    }
    return Step(consumed: taken, produced: written)
  }

  /// Checks that the input did not end within a member.
  ///
  /// - Throws: ``GzipProblem/truncated``.
  func finish() throws(GzipProblem) {
    if isWithinMember || members == 0 { throw .truncated }
  }

  private func beginMember(_ first: UInt8) throws(GzipProblem) {
    if members > 0 {
      guard first == 0x1F else { throw .trailing }
      guard members < Limits.maximumMembersOfAnArchive else { throw .tooManyMembers }
      guard inflateReset(stream) == Z_OK else { throw .noMemory }
    }
    members += 1
    isWithinMember = true
  }
}
