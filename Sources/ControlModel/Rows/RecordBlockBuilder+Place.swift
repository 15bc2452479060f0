extension RecordBlockBuilder {
  /// Says which file the rows that follow stand in.
  ///
  /// - Parameters:
  ///   - path: The path relative to the subject's folder.
  ///   - digest: SHA-256 in hexadecimal; empty where it is known only after the rows, see
  ///     ``RecordBlock/withDigest(_:)``.
  ///   - pointerPrefix: What stands before the number in the rows' pointers, such as `/` or `row `;
  ///     `nil`: rows have no pointer.
  package mutating func setFile(path: String, digest: String, pointerPrefix: String?) {
    place = RowPlaces.Place(path: path, digest: digest, pointer: pointerPrefix)
    placeNumber = places.number(of: place)
  }

  /// Begins a row of the file that was set.
  ///
  /// - Parameters:
  ///   - line: The line on which it starts, from 1; 0: none.
  ///   - element: The number at the end of its pointer; `nil`: the pointer is the prefix alone.
  package mutating func beginRow(line: Int, element: Int?) {
    mark()
    self.line = line <= 0 ? 0 : RowHeader.line(line)
    self.element = element.map { Int32(clamping: $0) } ?? -1
  }

  /// Begins a row at a place.
  ///
  /// - Parameter locator: The place.
  package mutating func beginRow(at locator: Locator) {
    mark()
    line = RowHeader.line(locator.line)
    let (prefix, number) = Self.parts(of: locator.pointer)
    element = number
    placeNumber = places.number(
      of: RowPlaces.Place(path: locator.path, digest: locator.digest, pointer: prefix)
    )
  }

  /// A pointer as what stands before its last number, and that number; -1 where it has none that
  /// can be put back as it was.
  static func parts(of pointer: String?) -> (prefix: String?, element: Int32) {
    guard let pointer else { return (nil, -1) }
    let bytes = pointer.utf8
    let digits = bytes.reversed().prefix { (48...57).contains($0) }.count
    guard (1...9).contains(digits), digits < bytes.count else { return (pointer, -1) }
    let start = bytes.index(bytes.endIndex, offsetBy: -digits)
    if digits > 1 && bytes[start] == UInt8(ascii: "0") { return (pointer, -1) }
    guard let number = Int32(pointer[start...]) else { return (pointer, -1) }
    return (String(pointer[..<start]), number)
  }
}
