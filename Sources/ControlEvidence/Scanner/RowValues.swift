/// Memory of a fixed size that belongs to one value.
struct FixedBuffer<Element: BitwiseCopyable>: ~Copyable {
  let address: UnsafeMutablePointer<Element>

  init(repeating element: Element, count: Int) {
    address = .allocate(capacity: count)
    address.initialize(repeating: element, count: count)
  }

  deinit { address.deallocate() }
}

/// What the parser read of one row: which fields are present, and the 8 bytes of each.
///
/// The bytes of a field are those of a row of a ``RecordBlock``, but for texts that had to be decoded:
/// they lie in ``decoded``.
struct RowValues: ~Copyable {
  /// At most so many elements of lists in one row.
  static let elementLimit = 8192

  /// The fields that are present, as bits.
  var presence: UInt64 = 0
  /// The value of each field by number; what stands for an absent one means nothing.
  let slots = FixedBuffer<UInt64>(repeating: 0, count: 64)
  /// The elements of lists.
  let elements = FixedBuffer<UInt64>(repeating: 0, count: elementLimit)
  /// How many elements there are.
  var elementCount = 0
  /// Texts that had escapes, decoded, one after the other, of all rows of a window.
  private(set) var decoded: UnsafeMutablePointer<UInt8>
  /// How many bytes of ``decoded`` are used.
  var decodedCount = 0
  private var decodedCapacity = 4096

  init() { decoded = .allocate(capacity: decodedCapacity) }

  deinit { decoded.deallocate() }

  @inline(__always)
  mutating func removeAll() {
    presence = 0
    elementCount = 0
  }

  /// The slot of a text in the window.
  ///
  /// - Parameters:
  ///   - offset: The distance from the window's first byte.
  ///   - length: The length in bytes.
  /// - Returns: The slot.
  @inline(__always)
  static func textSlot(_ offset: Int, _ length: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: offset) | UInt64(truncatingIfNeeded: length) &<< 32
  }

  /// Whether a text of the window holds a byte.
  ///
  /// - Parameters:
  ///   - byte: The byte.
  ///   - slot: The slot of the text, which was not decoded.
  ///   - base: The first byte of the window.
  /// - Returns: Whether it does.
  static func holds(_ byte: UInt8, _ slot: UInt64, from base: TextPointer) -> Bool {
    let start = base + Int(slot & 0x7FFF_FFFF)
    return UnsafeBufferPointer(start: start, count: Int(slot >> 32)).contains(byte)
  }

  /// The bit of a slot that says that a text lies in ``decoded``, not in the window.
  static let isDecoded: UInt64 = 1 << 31

  /// Decodes a text with escapes.
  ///
  /// - Returns: The slot of the decoded text, or `nil` where an escape is malformed.
  mutating func decode(_ start: TextPointer, to end: TextPointer) -> UInt64? {
    let room = decodedCount + (end - start)
    if room > decodedCapacity {
      let larger = max(room, decodedCapacity * 2)
      let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
      memory.update(from: decoded, count: decodedCount)
      decoded.deallocate()
      decoded = memory
      decodedCapacity = larger
    }
    guard let count = EscapeDecoder.decode(start, to: end, into: decoded + decodedCount) else {
      return nil
    }
    defer { decodedCount += count }
    return UInt64(decodedCount) | UInt64(count) << 32 | Self.isDecoded
  }

  /// Adds an element of a list; `false` where there are too many.
  @inline(__always)
  mutating func addElement(_ element: UInt64) -> Bool {
    if elementCount == Self.elementLimit { return false }
    elements.address[elementCount] = element
    elementCount &+= 1
    return true
  }
}
