// The only file of this room that touches memory by address. What it hands out is checked: an index
// outside the memory stops the program, it never reads elsewhere. Arrays would do the same work, but
// two threads that read one array also retain and release it, and fight over that one cache line.

/// Memory that grows at its end and belongs to one value.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>?
  private var capacity = 0
  /// How many elements there are.
  private(set) var count = 0

  deinit { base?.deallocate() }

  /// The bytes held, used or not.
  var sizeInBytes: Int { capacity * MemoryLayout<Element>.stride }

  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
      return base.unsafelyUnwrapped[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
      base.unsafelyUnwrapped[index] = newValue
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    base.unsafelyUnwrapped[count] = element
    count += 1
  }

  /// Adds copies of elements at the end.
  mutating func append(contentsOf elements: Span<Element>) {
    if elements.isEmpty { return }
    reserve(elements.count)
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress {
        base.unsafelyUnwrapped.advanced(by: count).update(from: start, count: source.count)
      }
    }
    count += elements.count
  }

  mutating func append(repeating element: Element, count added: Int) {
    precondition(added >= 0)
    if added == 0 { return }
    reserve(added)
    base.unsafelyUnwrapped.advanced(by: count).update(repeating: element, count: added)
    count += added
  }

  /// Makes room for so many further elements.
  mutating func reserve(_ added: Int) {
    if count + added > capacity { grow(to: count + added) }
  }

  /// Drops elements at the end; keeps the memory.
  mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "nothing to drop")
    count = newCount
  }

  /// Gives back the memory that no element uses, where it is worth a copy.
  mutating func trim() {
    if capacity - count > capacity / 4 { move(to: count) }
  }

  /// The elements as they stand, to be read while this buffer is neither changed nor gone.
  var borrowed: BorrowedBuffer<Element> {
    BorrowedBuffer(base: UnsafePointer(base), count: count)
  }

  private mutating func grow(to needed: Int) {
    move(to: max(needed, capacity * 2, 64 / MemoryLayout<Element>.stride))
  }

  private mutating func move(to newCapacity: Int) {
    let old = base
    base = newCapacity == 0 ? nil : .allocate(capacity: newCapacity)
    if let old, let base { base.update(from: old, count: count) }
    old?.deallocate()
    capacity = newCapacity
  }
}

// A buffer is owned by one value, and shared between threads only when nobody changes it any more.
extension GrowingBuffer: @unchecked Sendable {}

/// Elements that somebody else owns and keeps as they are.
///
/// Whoever stores one also stores the owner. ``RecordBlock`` and ``RecordIndex`` do.
struct BorrowedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafePointer<Element>?
  /// How many elements there are.
  let count: Int

  fileprivate init(base: UnsafePointer<Element>?, count: Int) {
    self.base = base
    self.count = count
  }

  /// No elements.
  init() { self.init(base: nil, count: 0) }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
    return base.unsafelyUnwrapped[index]
  }

  /// Calls a closure with a range of the elements.
  @inline(__always)
  func withSpan<Result>(_ start: Int, _ length: Int, _ body: (Span<Element>) -> Result) -> Result {
    body(Span(_unsafeElements: part(start, length)))
  }

  @inline(__always)
  fileprivate func part(_ start: Int, _ length: Int) -> UnsafeBufferPointer<Element> {
    precondition(start >= 0 && length >= 0 && start <= count && length <= count - start, "no text")
    return UnsafeBufferPointer(start: base.map { $0 + start }, count: length)
  }
}

extension BorrowedBuffer where Element == UInt8 {
  /// Wraps bytes that an owner keeps, such as a window of a file.
  init(unsafe bytes: UnsafeRawBufferPointer) {
    self.init(base: bytes.assumingMemoryBound(to: UInt8.self).baseAddress, count: bytes.count)
  }

  /// A copy of a range as text; what is not UTF-8 is replaced.
  @inline(__always)
  func text(_ start: Int, _ length: Int) -> String {
    let bytes = part(start, length)
    guard length <= Self.shortText else { return String(decoding: bytes, as: UTF8.self) }
    // Made in place, without a look at each byte unless one of them is not ASCII.
    return String(unsafeUninitializedCapacity: length) { text in
      for index in 0..<length { text[index] = bytes[index] }
      return length
    }
  }

  /// A text of so many bytes lies in the `String` itself.
  private static let shortText = 15
}
