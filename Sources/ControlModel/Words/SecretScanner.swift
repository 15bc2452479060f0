/// Walks once through a text and finds what ``SecretShape`` withholds.
struct SecretScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var found: [Range<Int>] = []

  /// Words that a name ends with whose value is secret, in small letters without `_`, `-` and `.`.
  private static let names: [StaticString] = [
    "password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "secretkey",
    "privatekey", "accountkey", "sharedaccesskey", "clientsecret", "sig",
  ]
  private static let schemes: [StaticString] = ["bearer ", "basic ", "ssws ", "apikey "]
  /// The first bytes of the prefixes, so that most of a text is passed by at one look.
  private static let starts: Set<UInt8> = Set(
    SecretShape.prefixes.map { $0.text.utf8Start.pointee }
  )

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The ranges of secrets in order, none overlapping.
  mutating func ranges() -> [Range<Int>] {
    var index = 0
    while index < bytes.count {
      if let range = secret(at: index) {
        found.append(range)
        index = max(range.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  private func secret(at index: Int) -> Range<Int>? {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "-"):
      if let range = privateKey(at: index) { return range }
      return flag(at: index)
    case UInt8(ascii: ":"): return passwordOfAddress(at: index) ?? assigned(after: index)
    case UInt8(ascii: "="): return assigned(after: index)
    case UInt8(ascii: "Q"): return clientSecret(at: index)
    default: break
    }
    guard index == 0 || !isWord(bytes[index - 1]) else { return nil }
    if byte == UInt8(ascii: "e"), let range = signedToken(at: index) { return range }
    if Self.starts.contains(byte), let range = prefixed(at: index) { return range }
    if byte | 0x20 == UInt8(ascii: "b") || byte | 0x20 == UInt8(ascii: "s")
      || byte | 0x20 == UInt8(ascii: "a"), let range = authorization(at: index)
    {
      return range
    }
    return bareKey(at: index)
  }

  // MARK: Shapes

  private func prefixed(at index: Int) -> Range<Int>? {
    for (prefix, minimum) in SecretShape.prefixes where holds(prefix, at: index) {
      let start = index + prefix.utf8CodeUnitCount
      let end = self.end(from: start) { isToken($0) || $0 == UInt8(ascii: ".") }
      if end - start >= minimum { return index..<end }
    }
    return nil
  }

  /// Three parts of base64url, the first a JSON object: a JWT, or another token of its kind.
  private func signedToken(at index: Int) -> Range<Int>? {
    guard holds("eyJ", at: index) else { return nil }
    let first = end(from: index, while: isToken)
    guard first - index >= 10, first < bytes.count, bytes[first] == UInt8(ascii: ".") else {
      return nil
    }
    let second = end(from: first + 1, while: isToken)
    guard second - first > 8, second < bytes.count, bytes[second] == UInt8(ascii: ".") else {
      return nil
    }
    return index..<end(from: second + 1) { isToken($0) || $0 == UInt8(ascii: ".") }
  }

  /// A private key in PEM, to its end line or the end of the text.
  private func privateKey(at index: Int) -> Range<Int>? {
    guard holds("-----BEGIN ", at: index) else { return nil }
    let label = end(from: index + 11) { $0 != UInt8(ascii: "-") }
    guard contains("PRIVATE KEY", in: index + 11..<label) else { return nil }
    var end = label
    while end < bytes.count {
      if holds("-----END ", at: end) {
        let tail = self.end(from: end + 9) { $0 != UInt8(ascii: "-") }
        return index..<min(bytes.count, tail + 5)
      }
      end += 1
    }
    return index..<bytes.count
  }

  /// The password in `scheme://user:password@host`.
  private func passwordOfAddress(at index: Int) -> Range<Int>? {
    // At the colon before the password: a user before it, back to the two slashes.
    var start = index
    while start > 0, isUser(bytes[start - 1]) { start -= 1 }
    guard start >= 3, bytes[start - 1] == UInt8(ascii: "/"), bytes[start - 2] == UInt8(ascii: "/"),
      bytes[start - 3] == UInt8(ascii: ":")
    else { return nil }
    let end = self.end(from: index + 1) {
      $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "@") && $0 != UInt8(ascii: "\"")
    }
    guard end > index + 1, end < bytes.count, bytes[end] == UInt8(ascii: "@"),
      bytes[index + 1] != UInt8(ascii: "$")
    else { return nil }
    return index + 1..<end
  }

  /// What stands after `password=`, `"token":` and their like.
  private func assigned(after index: Int) -> Range<Int>? {
    var nameEnd = index
    let isColon = bytes[index] == UInt8(ascii: ":")
    while nameEnd > 0, bytes[nameEnd - 1] == 0x20 { nameEnd -= 1 }
    if nameEnd > 0, isQuote(bytes[nameEnd - 1]) {
      nameEnd -= 1
      if nameEnd > 0, bytes[nameEnd - 1] == UInt8(ascii: "\\") { nameEnd -= 1 }
    } else if isColon {
      // Prose and our own messages have colons too: only a quoted name is taken for one.
      return nil
    }
    guard endsWithName(nameEnd) else { return nil }
    return value(from: index + 1)
  }

  /// What stands after `--password` on a command line.
  private func flag(at index: Int) -> Range<Int>? {
    guard holds("--", at: index), index == 0 || bytes[index - 1] <= 0x20 else { return nil }
    let end = self.end(from: index + 2) { isToken($0) }
    guard end < bytes.count, bytes[end] == 0x20, endsWithName(end) else { return nil }
    return value(from: end + 1)
  }

  private func value(from start: Int) -> Range<Int>? {
    var start = start
    while start < bytes.count,
      bytes[start] == 0x20 || isQuote(bytes[start])
        || bytes[start] == UInt8(ascii: "\\")
    {
      start += 1
    }
    let end = self.end(from: start) { byte in
      byte > 0x20 && !isQuote(byte) && !",;&)}]\\".utf8.contains(byte)
    }
    // A reference to a secret is none: ${VAR}, <name>, *****, [withheld].
    guard end - start >= 6, !"$<{[*%".utf8.contains(bytes[start]) else { return nil }
    return start..<end
  }

  /// What stands after the scheme of an Authorization header.
  private func authorization(at index: Int) -> Range<Int>? {
    for scheme in Self.schemes where holdsIgnoringCase(scheme, at: index) {
      let start = index + scheme.utf8CodeUnitCount
      let end = self.end(from: start) { isToken($0) || "./+=~".utf8.contains($0) }
      let hasDigit = bytes[start..<end].contains { (48...57).contains($0) }
      if end - start >= 12, hasDigit || bytes[end - 1] == UInt8(ascii: "=") { return start..<end }
    }
    return nil
  }

  /// A client secret of Entra: a digit, `Q~` and 31 to 34 further characters, three before them.
  private func clientSecret(at index: Int) -> Range<Int>? {
    guard holds("Q~", at: index), index >= 4, (48...57).contains(bytes[index - 1]) else {
      return nil
    }
    let end = self.end(from: index + 2) { isToken($0) || $0 == UInt8(ascii: "~") || $0 == 46 }
    guard end - index >= 33 else { return nil }
    return max(index - 4, found.last?.upperBound ?? 0)..<end
  }

  /// Forty characters of base64 that are no digest and no path: a secret access key of AWS.
  private func bareKey(at index: Int) -> Range<Int>? {
    let end = self.end(from: index) { isWord($0) || $0 == 43 || $0 == 47 }
    guard end - index == 40, end == bytes.count || !isToken(bytes[end]) && bytes[end] != 46 else {
      return nil
    }
    let run = bytes[index..<end]
    let slashes = run.count { $0 == 47 }
    guard slashes <= 2, run[index] != 47, run.contains(where: { (65...90).contains($0) }),
      run.contains(where: { (97...122).contains($0) }),
      run.contains(where: { (48...57).contains($0) }),
      run.contains(where: { (71...90).contains($0) || (103...122).contains($0) })
    else { return nil }
    return index..<end
  }

  // MARK: Bytes

  private func endsWithName(_ end: Int) -> Bool {
    Self.names.contains { name in
      // Backwards, so that `client_secret` and `client-secret` end as `secret` does.
      var place = end
      var left = name.utf8CodeUnitCount
      while left > 0 {
        guard place > 0 else { return false }
        let byte = bytes[place - 1]
        place -= 1
        if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == 46 { continue }
        guard byte | 0x20 == name.utf8Start[left - 1] else { return false }
        left -= 1
      }
      // `sig` is short: it must be the whole name.
      return name.utf8CodeUnitCount > 3 || place == 0 || !isWord(bytes[place - 1])
    }
  }

  private func end(from start: Int, while holds: (UInt8) -> Bool) -> Int {
    var end = min(start, bytes.count)
    while end < bytes.count, holds(bytes[end]) { end += 1 }
    return end
  }

  private func holds(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private func holdsIgnoringCase(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[index + offset] | 0x20 != text.utf8Start[offset] | 0x20 {
      return false
    }
    return true
  }

  private func contains(_ text: StaticString, in range: Range<Int>) -> Bool {
    range.contains { holds(text, at: $0) && $0 + text.utf8CodeUnitCount <= range.upperBound }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  private func isToken(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private func isUser(_ byte: UInt8) -> Bool {
    isToken(byte) || byte == 46 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+")
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
