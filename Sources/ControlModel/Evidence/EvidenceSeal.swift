/// What a signature says of a subject's manifest, and through it of every listed file.
public enum EvidenceSeal: Sendable, Hashable {
  /// There is no seal.
  case absent
  /// The seal is of the manifest as it stands, and a key that counts signed it.
  case good(key: String)
  /// There is a seal that proves nothing; says why.
  case bad(String)

  /// Whether the seal is good.
  public var isGood: Bool {
    if case .good = self { return true }
    return false
  }

  /// The seal in words, as messages and decisions show it.
  public var words: String {
    switch self {
    case .absent: "no seal"
    case .good(let key): "sealed by key \(key)"
    case .bad(let reason): "a seal that proves nothing: \(reason)"
    }
  }
}
