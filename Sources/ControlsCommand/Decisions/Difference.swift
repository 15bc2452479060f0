import ControlModel
import ControlReports

/// Something that a signed decision says and the recomputed one says otherwise.
struct Difference: Hashable {
  /// Where it stands: the names and ids from the outside in.
  let place: [String]
  /// What was signed; `nil`: it was not there.
  let signed: String?
  /// What is there now; `nil`: it is not there any more.
  let now: String?

  /// Every difference between two values, in the order of the signed one.
  ///
  /// Elements of a list that carry an id or a path are compared with the one that carries the same.
  static func all(
    signed: EvidenceValue?,
    now: EvidenceValue?,
    at place: [String] = []
  ) -> [Difference] {
    if let left = signed?.members, let right = now?.members {
      let names =
        left.map(\.name)
        + right.map(\.name).filter { name in
          !left.contains { $0.name == name }
        }
      return names.flatMap { all(signed: signed?[$0], now: now?[$0], at: place + [$0]) }
    }
    if let left = signed?.elements, let right = now?.elements, let pairs = keyed(left, right) {
      return pairs.flatMap { all(signed: $0.signed, now: $0.now, at: place + [$0.key]) }
    }
    let before = signed.map(text)
    let after = now.map(text)
    return before == after ? [] : [Difference(place: place, signed: before, now: after)]
  }

  private static func keyed(
    _ left: [EvidenceValue],
    _ right: [EvidenceValue]
  ) -> [(key: String, signed: EvidenceValue?, now: EvidenceValue?)]? {
    let before = left.map(key)
    let after = right.map(key)
    guard !(before + after).contains(nil) else { return nil }
    var rest = Dictionary(zip(after, right), uniquingKeysWith: { first, _ in first })
    let kept = zip(before, left).map { ($0 ?? "", Optional($1), rest.removeValue(forKey: $0)) }
    return kept
      + zip(after, right).filter { rest[$0.0] != nil }.map { ($0 ?? "", nil, Optional($1)) }
  }

  private static func key(_ value: EvidenceValue) -> String? {
    (value["id"] ?? value["path"])?.string
  }

  private static func text(_ value: EvidenceValue) -> String {
    switch value.content {
    case .null: return "none"
    case .bool(let flag): return String(flag)
    case .number(let text), .string(let text): return text
    case .array(let elements): return elements.map(text).joined(separator: "; ")
    case .object(let members):
      return members.filter { !["id", "path"].contains($0.name) }
        .map { "\($0.name) \(text($0.value))" }.joined(separator: ", ")
    }
  }

  /// What differs, what was signed and what is there now, safe to show on a terminal.
  var words: String {
    let what = place.filter { !["subjects", "items", "sha256", "files"].contains($0) }
    return """
      differs  \(visible(what.joined(separator: " ")))\(place.last == "sha256" ? ", sha256" : "")
        signed  \(visible(signed ?? "not there"))
        now     \(visible(now ?? "not there"))
      """
  }
}
