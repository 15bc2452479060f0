import Foundation

/// Two Ed25519 keys that everybody knows: the first test keys of RFC 8032.
enum Keys {
  static let first = (
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    point: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
  )
  static let second = (
    seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    point: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
  )

  /// A public key over the textbook's modulus, 61 times 53.
  static let rsaPublic = pem(
    "PUBLIC KEY",
    "301b300d06092a864886f70d0101010500030a00300702020ca1020111"
  )

  static func secret(_ key: (seed: String, point: String)) -> String {
    pem("PRIVATE KEY", "302e020100300506032b657004220420" + key.seed)
  }

  static func open(_ key: (seed: String, point: String)) -> String {
    pem("PUBLIC KEY", "302a300506032b6570032100" + key.point)
  }

  private static func pem(_ label: String, _ hex: String) -> String {
    let digits = hex.compactMap { $0.hexDigitValue }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
    return
      "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
  }
}

extension Estate {
  /// Writes a file into the copy, and the folder it stands in.
  func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file of the copy.
  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Puts two keys where the tests look for them.
  func writeKeys() throws {
    try write(Keys.secret(Keys.first), to: "keys/gate.pem")
    try write(Keys.open(Keys.first), to: "keys/gate.pub.pem")
    try write(Keys.open(Keys.second), to: "keys/other.pub.pem")
    try write(Keys.rsaPublic, to: "keys/rsa.pub.pem")
  }
}
