import Foundation

/// Keys that everybody knows, put together from their DER forms: RFC 8032's first test keys, and the
/// P-256 key whose public half is the curve's generator.
enum TestKeys {
  static let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
  static let point = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
  private static let one = String(repeating: "0", count: 63) + "1"

  static let ed25519 = pem("PRIVATE KEY", "302e020100300506032b657004220420" + seed)
  static let ed25519Public = pem("PUBLIC KEY", "302a300506032b6570032100" + point)
  static let otherPublic = pem(
    "PUBLIC KEY",
    "302a300506032b65700321003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
  )
  static let p256 = pem(
    "PRIVATE KEY",
    "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420" + one
  )
  static let p256Public = pem(
    "PUBLIC KEY",
    "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
      + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
      + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
  )
  static let p384 = pem(
    "PRIVATE KEY",
    "304e020100301006072a8648ce3d020106052b81040022043730350201010430"
      + String(repeating: "0", count: 32) + one
  )
  /// The textbook's key over 61 times 53.
  static let rsa = pem(
    "PRIVATE KEY",
    "3033020100300d06092a864886f70d0101010500041f301d02010002020ca102011102020ac1"
      + "02013d020135020135020131020126"
  )
  static let ed448 = pem(
    "PRIVATE KEY",
    "3047020100300506032b6571043b0439" + String(repeating: "07", count: 57)
  )
  static let x25519 = pem("PRIVATE KEY", "302e020100300506032b656e04220420" + seed)

  /// Bytes in PEM form.
  static func pem(_ label: String, _ hex: String) -> String {
    "-----BEGIN \(label)-----\n\(Data(bytes(hex)).base64EncodedString())\n-----END \(label)-----\n"
  }

  /// The bytes that hexadecimal digits stand for.
  static func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap { $0.hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
  }

  /// Writes a key to a file of its own.
  static func file(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "key-\(UUID().uuidString).pem"
    )
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
