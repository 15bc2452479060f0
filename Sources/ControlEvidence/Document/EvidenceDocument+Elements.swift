import ControlModel

extension EvidenceDocument {
  /// The values of a log or list, however it is wrapped: lines, an array, or one object alone.
  var elements: [Cursor] { roots.flatMap(\.elements) }

  /// The first element, without making the others.
  var firstElement: Cursor? {
    roots.lazy.compactMap(\.firstElement).first
  }

  /// The path's last part up to its first dot: what a file without a better name is called by.
  var stem: String {
    let file = path.split(separator: "/").last ?? ""
    return file.split(separator: ".").first.map(String.init) ?? path
  }
}

extension Cursor {
  /// The first of ``elements``, without making the others.
  fileprivate var firstElement: Cursor? {
    guard let first = value.elements?.first else { return value.members == nil ? nil : self }
    return Cursor(value: first, pointer: "\(pointer)/0", path: path, digest: digest)
  }
}
