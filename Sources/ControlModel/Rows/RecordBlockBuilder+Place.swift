extension RecordBlockBuilder {
  /// Says which file the rows that follow stand in.
  ///
  /// - Parameters:
  ///   - path: The path relative to the subject's folder.
  ///   - digest: SHA-256 in hexadecimal; may be set later with ``setDigest(_:)``.
  ///   - pointerPrefix: What stands before the number in the rows' pointers, such as `/` or `row `;
  ///     `nil`: rows have no pointer.
  package mutating func setFile(path: String, digest: String, pointerPrefix: String?) {
    let file = RowFile(path: path, digest: digest)
    if files.last != file { files.append(file) }
    place = number(of: RowPlace(file: files.count - 1, pointer: pointerPrefix))
  }

  /// Fills in the digest of the last file, where it is known only after its rows.
  ///
  /// - Parameter digest: SHA-256 in hexadecimal.
  package mutating func setDigest(_ digest: String) {
    if !files.isEmpty { files[files.count - 1].digest = digest }
  }

  /// Begins a row of the file that was set.
  ///
  /// - Parameters:
  ///   - line: The line on which it starts, from 1; 0: none.
  ///   - element: The number at the end of its pointer; `nil`: the pointer is the prefix alone.
  package mutating func beginRow(line: Int, element: Int?) {
    mark()
    self.line = UInt32(clamping: line <= 0 ? 0 : line &+ 1)
    self.element = element.map { Int32(clamping: $0) } ?? -1
  }

  /// Begins a row at a place.
  mutating func beginRow(at locator: Locator) {
    mark()
    line = locator.line.map { UInt32(clamping: $0 &+ 1) } ?? 0
    let file = RowFile(path: locator.path, digest: locator.digest)
    if files.last != file { files.append(file) }
    let (prefix, element) = Self.parts(of: locator.pointer)
    self.element = element
    place = number(of: RowPlace(file: files.count - 1, pointer: prefix))
  }

  private mutating func number(of place: RowPlace) -> UInt32 {
    if Int(self.place) < places.count, places[Int(self.place)] == place { return self.place }
    if let known = placeNumbers[place] { return UInt32(known) }
    placeNumbers[place] = places.count
    places.append(place)
    return UInt32(places.count - 1)
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
