import CZlib
import Foundation
import Testing

@testable import ControlReports

/// A ZIP container as a reader finds it: by the list at its end, each member checked.
struct Workbook {
  struct Member: Equatable {
    let name: String
    let text: String
  }

  struct NotAContainer: Error { let reason: String }

  private(set) var members: [Member] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { throw NotAContainer(reason: "no end") }
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(entry, 4) == 0x0201_4B50 else { throw NotAContainer(reason: "no entry") }
      let nameLength = number(entry + 28, 2)
      let name = String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
      let (size, start) = (number(entry + 20, 4), number(entry + 42, 4))
      guard number(start, 4) == 0x0403_4B50, number(start + 26, 2) == nameLength else {
        throw NotAContainer(reason: "\(name) is not where the list says")
      }
      #expect(number(entry + 12, 4) == 0x0021_0000, "\(name) carries a time")
      let from = start + 30 + nameLength
      let text = try Self.inflate(Array(bytes[from..<(from + size)]), to: number(entry + 24, 4))
      guard UInt32(crc32(0, text, UInt32(text.count))) == UInt32(number(entry + 16, 4)) else {
        throw NotAContainer(reason: "\(name) has another checksum")
      }
      let behind = from + size
      guard number(behind, 4) == 0x0807_4B50, number(behind + 4, 4) == number(entry + 16, 4),
        number(behind + 8, 4) == size, number(behind + 12, 4) == text.count
      else { throw NotAContainer(reason: "\(name) says another thing behind itself") }
      members.append(Member(name: name, text: String(decoding: text, as: UTF8.self)))
      entry += 46 + nameLength
    }
  }

  /// Every member with its name before it: what a golden file holds, whatever zlib made of it.
  var listing: String { members.map { "== \($0.name)\n\($0.text)" }.joined() }

  private func number(_ at: Int, _ width: Int) -> Int {
    guard at >= 0, at + width <= bytes.count else { return 0 }
    return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }

  private static func inflate(_ bytes: [UInt8], to size: Int) throws -> [UInt8] {
    var (input, output) = (bytes, [UInt8](repeating: 0, count: size + 1))
    var stream = z_stream()
    let width = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, width) == Z_OK else {
      throw NotAContainer(reason: "zlib refuses")
    }
    defer { inflateEnd(&stream) }
    let status = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(from.count)
        stream.next_out = to.baseAddress
        stream.avail_out = UInt32(to.count)
        return CZlib.inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw NotAContainer(reason: "cut off") }
    return Array(output.prefix(size + 1 - Int(stream.avail_out)))
  }

  /// The cells of a sheet by place, out of a listing or a part.
  static func cells(_ sheet: String) throws -> [(place: String, text: String)] {
    var place = ""
    return try RendererPromise.elements(sheet).compactMap { element in
      if element.name == "c" { place = element.attributes["r"] ?? "" }
      return element.name == "t" || element.name == "v" ? (place, element.text) : nil
    }
  }

  /// The text of a member out of a listing.
  static func part(_ name: String, of listing: String) -> String {
    let parts = listing.components(separatedBy: "== ")
    return parts.first { $0.hasPrefix(name + "\n") }.map { String($0.dropFirst(name.count + 1)) }
      ?? ""
  }
}

extension ReportRenderer {
  /// The document as text: a workbook as the listing of its members.
  func readable(_ report: Report) throws -> String {
    isText ? render(report) : try Workbook(bytes(report)).listing
  }
}
