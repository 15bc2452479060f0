import ControlModel

/// Writes a ZIP container to a sink, a member at a time (PKWARE's APPNOTE 6.3, without ZIP64).
///
/// Each member is compressed as it is written, and its size and checksum stand behind it, so that
/// no member is ever held whole. All members carry the first time that the format knows.
struct ZipWriter {
  /// Sizes and places are 32-bit numbers.
  private static let limit = UInt64(UInt32.max)
  /// The first of January 1980, midnight.
  private static let date: UInt16 = 0x0021
  /// Version 2.0: deflate.
  private static let version: UInt16 = 20
  /// Size and checksum stand behind the member.
  private static let flags: UInt16 = 0x0008
  private static let deflated: UInt16 = 8

  private struct Member {
    let name: [UInt8]
    let start: UInt64
    let checksum: UInt32
    let sizeBefore: UInt64
    let sizeAfter: UInt64
  }

  private let sink: ReportSink
  private var members: [Member] = []
  private var position: UInt64 = 0

  init(to sink: ReportSink) { self.sink = sink }

  /// Writes a member.
  ///
  /// - Parameters:
  ///   - name: Its path in the container, in ASCII.
  ///   - body: Writes its bytes.
  mutating func member(_ name: String, _ body: (ReportSink) -> Void) {
    let name = Array(name.utf8)
    let start = position
    var heading = Fields()
    heading.add(UInt32(0x0403_4B50))
    heading.add(Self.version, Self.flags, Self.deflated, 0, Self.date)
    heading.add(UInt32(0), 0, 0)
    heading.add(UInt16(name.count), 0)
    put(heading.bytes + name)
    do {
      let deflater = try Deflater()
      let outside = sink
      let inside = ReportSink { try deflater.compress($0, isLast: false, to: outside) }
      body(inside)
      try inside.finish()
      try deflater.compress([], isLast: true, to: sink)
      position += deflater.sizeAfter
      let member = Member(
        name: name,
        start: start,
        checksum: deflater.checksum,
        sizeBefore: deflater.sizeBefore,
        sizeAfter: deflater.sizeAfter
      )
      members.append(member)
      guard member.sizeBefore <= Self.limit, position <= Self.limit else { throw tooLarge }
      var descriptor = Fields()
      descriptor.add(UInt32(0x0807_4B50))
      descriptor.add(member.checksum, UInt32(member.sizeAfter), UInt32(member.sizeBefore))
      put(descriptor.bytes)
    } catch {
      sink.fail(error)
    }
  }

  /// Ends the container with the list of its members.
  mutating func finish() {
    let start = position
    for member in members {
      guard member.start <= Self.limit else { return sink.fail(tooLarge) }
      var entry = Fields()
      entry.add(UInt32(0x0201_4B50))
      entry.add(Self.version, Self.version, Self.flags, Self.deflated, 0, Self.date)
      entry.add(
        member.checksum,
        UInt32(truncatingIfNeeded: member.sizeAfter),
        UInt32(truncatingIfNeeded: member.sizeBefore)
      )
      entry.add(UInt16(member.name.count), 0, 0, 0, 0)
      entry.add(UInt32(0), UInt32(member.start))
      put(entry.bytes + member.name)
    }
    guard position <= Self.limit else { return sink.fail(tooLarge) }
    var end = Fields()
    end.add(UInt32(0x0605_4B50))
    end.add(0, 0, UInt16(members.count), UInt16(members.count))
    end.add(UInt32(position - start), UInt32(start))
    end.add(UInt16(0))
    put(end.bytes)
  }

  private mutating func put(_ bytes: [UInt8]) {
    sink.write(bytes)
    position += UInt64(bytes.count)
  }

  private var tooLarge: Diagnostic {
    Diagnostic(
      .reportTooLarge,
      found: "a workbook of more than 4 GiB",
      needed: "at most 4 GiB, which is what its container can hold",
      remedy: "write csv, or one subject at a time with --subject"
    )
  }
}

/// Numbers of fixed width, the lowest byte first.
private struct Fields {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ values: UInt16...) {
    for value in values { bytes += [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }
  }

  mutating func add(_ values: UInt32...) {
    for value in values {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
  }
}
