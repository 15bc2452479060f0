import CLibCrypto
import ControlModel

/// What stands in certificates, in our words.
enum X509Text {
  /// A name in the form of RFC 2253.
  static func name(_ name: OpaquePointer?) -> String {
    guard let name, let bio = BIO_new(BIO_s_mem()) else { return "" }
    defer { BIO_free(bio) }
    guard X509_NAME_print_ex(bio, name, 0, controls_name_flags()) >= 0 else {
      ERR_clear_error()
      return ""
    }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 512)
    while true {
      let count = BIO_read(bio, &buffer, Int32(buffer.count))
      if count <= 0 { break }
      text += buffer.prefix(Int(count))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A time; never for a year that no ``Instant`` holds, `nil` where it is no time.
  static func moment(_ time: UnsafePointer<ASN1_TIME>?) -> Moment? {
    var parts = tm()
    guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else {
      ERR_clear_error()
      return nil
    }
    let year = Int(parts.tm_year) + 1900
    if year > 2261 { return .never }
    func digits(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let date = "\(year)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
    let clock = "\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))"
    return Instant(rfc3339: "\(date)T\(clock)Z").map { .at($0) }
  }

  /// An alternative name with its sort, or `nil` for a sort that names nothing here.
  static func alternativeName(_ memory: UnsafeMutableRawPointer) -> String? {
    let name = memory.assumingMemoryBound(to: GENERAL_NAME.self)
    var type: Int32 = 0
    guard let value = GENERAL_NAME_get0_value(name, &type) else { return nil }
    let text = OpaquePointer(value)
    switch type {
    case GEN_URI: return "URI:\(string(text))"
    case GEN_DNS: return "DNS:\(string(text))"
    case GEN_EMAIL: return "email:\(string(text))"
    case GEN_IPADD: return address(text).map { "IP:\($0)" }
    default: return nil
    }
  }

  private static func bytes(_ text: OpaquePointer) -> [UInt8] {
    let string = UnsafePointer<ASN1_STRING>(text)
    let count = Int(ASN1_STRING_length(string))
    guard count > 0, let data = ASN1_STRING_get0_data(string) else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: count))
  }

  private static func string(_ text: OpaquePointer) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// An IPv4 or IPv6 address; `nil` for any other number of bytes.
  private static func address(_ text: OpaquePointer) -> String? {
    let bytes = bytes(text)
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    guard bytes.count == 16 else { return nil }
    return stride(from: 0, to: 16, by: 2)
      .map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
      .joined(separator: ":")
  }
}
