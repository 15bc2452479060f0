/// Where in the evidence something stands: a file by path and digest, and a place within it.
public struct Locator: Sendable, Hashable, Codable {
  /// The file's path relative to the subject's folder, with `/` between parts.
  public var path: String
  /// SHA-256 of the file's bytes as 64 hexadecimal digits; empty where the file could not be read.
  public var digest: String
  /// The line, from 1, or `nil` where the whole file is meant.
  public var line: Int?
  /// The JSON pointer (RFC 6901), or `row N` in a table (the first data row is 1), or `nil`.
  public var pointer: String?

  /// Creates a locator.
  ///
  /// - Parameters:
  ///   - path: The file, relative to the subject's folder.
  ///   - digest: SHA-256 in hexadecimal, or empty.
  ///   - line: The line, from 1.
  ///   - pointer: The JSON pointer or table row.
  public init(path: String, digest: String = "", line: Int? = nil, pointer: String? = nil) {
    self.path = path
    self.digest = digest
    self.line = line
    self.pointer = pointer
  }
}

extension Locator {
  /// The place without secrets: the names of members stand in the pointer, and may be some.
  var withoutSecrets: Locator {
    guard let pointer, pointer.utf8.count > 8 else { return self }
    let parts = pointer.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let name = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
      return SecretShape.isIn(name) ? SecretShape.placeholder[...] : part
    }
    var place = self
    place.pointer = parts.joined(separator: "/")
    return place
  }
}

extension Locator: CustomStringConvertible {
  /// `path:line #pointer`, the form that editors and CI can jump to.
  public var description: String {
    var text = path
    if let line { text += ":\(line)" }
    if let pointer, !pointer.isEmpty {
      text += pointer.hasPrefix("/") ? " #\(pointer)" : " (\(pointer))"
    }
    return text
  }
}

extension Locator: Comparable {
  /// Orders by path, then line, then pointer, so that lists of findings are stable.
  public static func < (left: Locator, right: Locator) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.line != right.line { return (left.line ?? 0) < (right.line ?? 0) }
    return (left.pointer ?? "") < (right.pointer ?? "")
  }
}
