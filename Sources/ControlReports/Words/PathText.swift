/// A path that leads nowhere but down: a part of dots alone, which would lead elsewhere, has
/// underscores instead, and empty parts are left out.
///
/// - Parameter path: The path, with `/` between its parts.
/// - Returns: The path.
func insidePath(_ path: String) -> String {
  path.split(separator: "/").map { part in
    part.allSatisfy { $0 == "." } ? String(repeating: "_", count: part.count) : String(part)
  }.joined(separator: "/")
}

/// A path as a relative URI reference (RFC 3986): what is not plain is written in percent form, so
/// that a path out of evidence cannot become a scheme, a query or a way out of the folder.
///
/// - Parameter path: The path, with `/` between its parts.
/// - Returns: The reference.
func uriPath(_ path: String) -> String {
  var text = ""
  for byte in insidePath(path).utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "/"):
      text.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      text += "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }
  return text
}
