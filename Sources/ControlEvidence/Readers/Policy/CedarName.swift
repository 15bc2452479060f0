import ControlModel

/// The name of a Cedar entity, in any of its spellings.
///
/// `{"type": "Agent", "id": "a"}`, the same within `__entity`, the text `Agent::"a"`, and the members
/// of Amazon Verified Permissions, `entityType` and `entityId`, or `actionType` and `actionId`.
struct CedarName {
  /// The type with its namespaces.
  let type: String
  /// The id within the type.
  let id: String

  /// The name as Cedar writes it.
  var text: String { "\(type)::\"\(id)\"" }

  /// The type without its namespaces.
  var plainType: Substring {
    guard let range = type.ranges(of: "::").last else { return type[...] }
    return type[range.upperBound...]
  }

  /// Reads a name, or `nil` where the value is none.
  init?(_ cursor: Cursor?) {
    guard let cursor else { return nil }
    if let text = cursor.value.string {
      guard let quote = text.firstRange(of: "::\""), text.hasSuffix("\""),
        text.index(before: text.endIndex) >= quote.upperBound
      else { return nil }
      type = String(text[..<quote.lowerBound])
      id = String(text[quote.upperBound...].dropLast())
      return
    }
    let entity = cursor["__entity"] ?? cursor
    for (typeName, idName) in [
      ("type", "id"), ("entityType", "entityId"), ("actionType", "actionId"),
    ] {
      guard let type = entity[typeName]?.text, let id = entity[idName]?.text else { continue }
      self.type = type
      self.id = id
      return
    }
    return nil
  }
}
