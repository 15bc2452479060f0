import CZlib
import ControlModel

/// The members of a zip archive (PKWARE APPNOTE 6.3), unpacked one at a time.
///
/// What spreadsheets use is read: members stored or deflated, on one disk, below 4 GB. Encrypted and
/// split archives and zip64 are refused. Sizes are checked before anything is unpacked: together the
/// members must fit into the file, each must be in proportion to its packed bytes, and the checksum
/// must agree.
struct ZipArchive {
  /// A member as the central directory lists it.
  private struct Member {
    /// The compression method of APPNOTE 4.4.5: 0 stored, 8 deflated, others are not read.
    let method: Int
    let checksum: UInt32
    let packed: Range<Int>
    let unpackedSize: Int
  }

  /// The members' names in the order of the directory.
  let names: [String]
  private let bytes: [UInt8]
  private let path: String
  private let members: [String: Member]

  /// Whether bytes start as an archive with a member does.
  static func recognizes(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// Reads the directory of an archive.
  ///
  /// - Parameters:
  ///   - bytes: The archive's bytes.
  ///   - path: The file's path, for messages.
  /// - Throws: ``Diagnostic`` with code `evidence-packed` or `evidence-limit`.
  init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
    self.bytes = bytes
    self.path = path
    let fields = LittleEndian(bytes)
    guard let end = Self.endOfDirectory(fields), let count = fields.short(end + 10),
      let start = fields.long(end + 16), fields.short(end + 8) == count, count != 0xFFFF
    else { throw Self.damaged(path, "no directory at its end: the file is cut off, or is zip64") }
    if count > Limits.maximumMembersOfAnArchive {
      throw Self.limit(path, "\(count) members in one archive")
    }
    var names: [String] = []
    var members: [String: Member] = [:]
    var offset = start
    var packedSize = 0
    var unpackedSize = 0
    for _ in 0..<count {
      let (name, member, next) = try Self.member(at: offset, fields, path)
      offset = next
      packedSize += member.packed.count
      unpackedSize += member.unpackedSize
      if packedSize > bytes.count {
        throw Self.limit(path, "members that overlap in the archive")
      }
      if unpackedSize > Limits.maximumUnpackedSizeInBytes {
        throw Self.limit(path, "members of \(unpackedSize) bytes and more")
      }
      guard members.updateValue(member, forKey: name) == nil else {
        throw Self.damaged(path, "the member \"\(clipped(name))\" twice")
      }
      names.append(name)
    }
    self.names = names
    self.members = members
  }

  /// Whether a member is packed in a way that is read here: stored or deflated.
  ///
  /// - Parameter name: The member's name.
  /// - Returns: `false` also where there is no such member.
  func canUnpack(_ name: String) -> Bool {
    members[name].map { [0, 8].contains($0.method) } ?? false
  }

  /// The unpacked bytes of a member.
  ///
  /// - Parameter name: The member's name.
  /// - Returns: The bytes, or `nil` where there is no such member.
  /// - Throws: ``Diagnostic`` with code `evidence-packed` where they are damaged.
  func contents(of name: String) throws(Diagnostic) -> [UInt8]? {
    guard let member = members[name] else { return nil }
    let packed = bytes[member.packed]
    let text: [UInt8]?
    switch member.method {
    case 0: text = Array(packed)
    case 8: text = RawInflate.unpack(packed, size: member.unpackedSize)
    default:
      throw Self.damaged(
        path,
        "the member \"\(clipped(name))\" packed by method \(member.method)"
      )
    }
    guard let text, text.count == member.unpackedSize,
      UInt32(truncatingIfNeeded: crc32(0, text, UInt32(text.count))) == member.checksum
    else { throw Self.damaged(path, "the member \"\(clipped(name))\" is damaged") }
    return text
  }

  /// Where the end record stands: in the last 64 KB, since a comment may follow it.
  private static func endOfDirectory(_ fields: LittleEndian) -> Int? {
    let last = fields.count - 22
    guard last >= 0 else { return nil }
    for offset in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where fields.long(offset) == 0x0605_4B50 {
      if let comment = fields.short(offset + 20), offset + 22 + comment == fields.count {
        return offset
      }
    }
    return nil
  }

  private static func member(
    at offset: Int,
    _ fields: LittleEndian,
    _ path: String
  ) throws(Diagnostic) -> (name: String, member: Member, next: Int) {
    guard fields.long(offset) == 0x0201_4B50, let flags = fields.short(offset + 8),
      let method = fields.short(offset + 10), let checksum = fields.long(offset + 16),
      let packedSize = fields.long(offset + 20), let size = fields.long(offset + 24),
      let nameLength = fields.short(offset + 28), let extraLength = fields.short(offset + 30),
      let commentLength = fields.short(offset + 32), let local = fields.long(offset + 42),
      let name = fields.text(offset + 46, nameLength), fields.long(local) == 0x0403_4B50,
      let localNameLength = fields.short(local + 26), let localExtra = fields.short(local + 28),
      // A member that is called one thing in the directory and another on the spot is a trick.
      fields.text(local + 30, localNameLength) == name
    else { throw damaged(path, "a directory that does not agree with its members") }
    if flags & 1 != 0 { throw damaged(path, "the member \"\(clipped(name))\" is encrypted") }
    let start = local + 30 + localNameLength + localExtra
    guard start + packedSize <= fields.count, method != 0 || packedSize == size else {
      throw damaged(path, "the member \"\(clipped(name))\" is cut off")
    }
    if size > Limits.ratioFreeSizeInBytes, size / Limits.maximumUnpackedRatio > packedSize {
      throw limit(path, "the member \"\(clipped(name))\" out of proportion to its packed bytes")
    }
    let member = Member(
      method: method,
      checksum: UInt32(truncatingIfNeeded: checksum),
      packed: start..<start + packedSize,
      unpackedSize: size
    )
    return (name, member, offset + 46 + nameLength + extraLength + commentLength)
  }

  private static func damaged(_ path: String, _ found: String) -> Diagnostic {
    Diagnostic(
      .evidencePacked,
      at: Locator(path: path),
      found: "a zip archive with \(found)",
      needed: "an archive whose directory, sizes and checksums agree, not encrypted",
      remedy: "save the file again"
    )
  }

  private static func limit(_ path: String, _ found: String) -> Diagnostic {
    Diagnostic(
      .evidenceLimit,
      at: Locator(path: path),
      found: found,
      needed: "at most \(Limits.maximumMembersOfAnArchive) members, "
        + "\(Limits.maximumUnpackedRatio) times the packed size, "
        + "and \(Limits.maximumUnpackedSizeInBytes) bytes",
      remedy: "save the file again without what is not evidence"
    )
  }
}
