/// Whether an actor may do something, as its policies say.
public enum Verdict: Sendable, Hashable {
  /// It may, whatever the circumstances, by the statement with this id.
  case allowed(by: String)
  /// It may where something holds that files cannot decide, or it may a part of what was asked.
  case conditional(by: String, because: [String])
  /// A statement with this id forbids it, or a boundary leaves it out.
  case denied(by: String)
  /// No statement gives it.
  case notGranted
  /// No statement gives it, and policies that might are not in the evidence.
  case unknown(because: [String])

  /// Whether the actor is to be treated as able to do it, what cannot be decided being open.
  public var isOpen: Bool {
    switch self {
    case .allowed, .conditional, .unknown: true
    case .denied, .notGranted: false
    }
  }

  /// What must hold; empty where it is allowed outright or not at all.
  public var conditions: [String] {
    switch self {
    case .conditional(_, let reasons), .unknown(let reasons): reasons
    case .allowed, .denied, .notGranted: []
    }
  }
}
