import ControlModel

/// Which records deviate: several deviations may be about one.
///
/// Holds 64 bits for each record rather than its names. Among ten million failing records two share
/// their 64 bits, and are counted as one, with a chance of about one in 400,000.
package struct FailingRecords: Sendable, Hashable, Codable {
  private var marks: Set<UInt64> = []

  /// Creates an empty set.
  package init() {}

  /// How many records there are.
  package var count: Int { marks.count }

  /// Adds a record.
  ///
  /// - Parameter record: The record; `nil`: the subject.
  package mutating func insert(_ record: RecordReference?) { marks.insert(Self.mark(record)) }

  /// Adds the records of another set.
  ///
  /// - Parameter other: The other set.
  package mutating func formUnion(_ other: FailingRecords) {
    if marks.isEmpty { marks = other.marks } else { marks.formUnion(other.marks) }
  }

  /// The 64 bits of a record: the same in every process, unlike those of `Hasher`.
  private static func mark(_ record: RecordReference?) -> UInt64 {
    var mark = StableMark()
    guard let record else { return mark.value }
    mark.add(record.recordType)
    mark.add(record.key)
    // Not the digest: of a file that is judged while it is read, it is not known yet.
    mark.add(record.locator.path)
    mark.add(UInt64(bitPattern: Int64(record.locator.line ?? -1)))
    if let pointer = record.locator.pointer { mark.add(pointer) }
    return mark.value
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  package init(from decoder: any Decoder) throws {
    marks = Set(try decoder.singleValueContainer().decode([UInt64].self))
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(marks.sorted())
  }
}

/// A 64-bit FNV-1a mark of texts and numbers, mixed once more at the end.
///
/// It tells records apart. It protects nothing.
struct StableMark {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // What ends here: "ab" with "c" is not "a" with "bc".
    add(UInt8(0xff))
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  var value: UInt64 {
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
