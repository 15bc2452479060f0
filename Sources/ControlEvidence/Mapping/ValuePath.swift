import ControlModel

/// A path from a row to one or several of its values, as a mapping file writes it.
///
/// `actor.user.id` names members, `items[0]` an element, `roles[*].name` every element; a name with
/// other characters stands in quotes. A text that starts with `/` is a JSON pointer (RFC 6901). In a
/// table the whole text is the name of a column.
struct ValuePath: Hashable, Sendable {
  /// One step of a path.
  enum Step: Hashable, Sendable {
    case member(String)
    case element(Int)
    case everyElement
  }

  /// The path as written.
  let text: String
  /// The steps; `nil` where the text names a column and can be nothing else.
  private let steps: [Step]?
  /// Whether the path starts at the document and not at the row: `$root.account`.
  private let isFromRoot: Bool

  /// A value that a path leads to, and where it stands.
  struct Place {
    let value: EvidenceValue
    let pointer: String
  }

  /// Reads a path.
  ///
  /// - Parameter text: The path as written; not empty.
  init(_ text: String) {
    self.text = text
    isFromRoot = text == "$root" || text.hasPrefix("$root.") || text.hasPrefix("$root[")
    let own = isFromRoot ? text.dropFirst("$root".count) : text[...]
    if own.hasPrefix("/") {
      steps = own.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(
        Self.pointerStep
      )
    } else {
      steps = Self.steps(own.first == "." ? own.dropFirst() : own)
    }
  }

  /// Whether the text is a path and no mere name of a column.
  var isPath: Bool { steps != nil }

  /// The values that the path leads to; null and absent ones are none.
  ///
  /// - Parameter row: Where the path starts.
  /// - Returns: The values in order.
  func places(in row: MappedRow) -> [Place] {
    if row.isTable {
      guard let cell = row.value[text], cell.string != "" else { return [] }
      return [Place(value: cell, pointer: "")]
    }
    guard let steps else { return [] }
    let start = isFromRoot ? row.root : row.value
    var places = [Place(value: start, pointer: isFromRoot ? "" : row.pointer)]
    for step in steps { places = places.flatMap { Self.next(step, from: $0) } }
    return places.filter { !$0.value.isNull }
  }

  private static func next(_ step: Step, from place: Place) -> [Place] {
    switch step {
    case .member(let name):
      guard let value = place.value[name] else { return [] }
      return [Place(value: value, pointer: "\(place.pointer)/\(escaped(name))")]
    case .element(let index):
      if let elements = place.value.elements {
        guard elements.indices.contains(index) else { return [] }
        return [Place(value: elements[index], pointer: "\(place.pointer)/\(index)")]
      }
      return next(.member(String(index)), from: place)
    case .everyElement:
      // Some exporters write a list of one as its element.
      guard let elements = place.value.elements else { return [place] }
      return elements.enumerated().map { offset, element in
        Place(value: element, pointer: "\(place.pointer)/\(offset)")
      }
    }
  }

  private static func pointerStep(_ part: Substring) -> Step {
    let name = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
    return Int(name).map { .element($0) } ?? .member(name)
  }

  private static func steps(_ text: Substring) -> [Step]? {
    var steps: [Step] = []
    var rest = text
    while let first = rest.first {
      if first == "[" {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let inner = rest[rest.index(after: rest.startIndex)..<end]
        if inner == "*" {
          steps.append(.everyElement)
        } else if let index = Int(inner), index >= 0 {
          steps.append(.element(index))
        } else {
          return nil
        }
        rest = rest[rest.index(after: end)...]
      } else if first == "\"" {
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: "\"") else { return nil }
        steps.append(.member(String(inner[..<end])))
        rest = inner[inner.index(after: end)...]
      } else {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        if name.isEmpty { return nil }
        steps.append(.member(String(name)))
        rest = rest[name.endIndex...]
      }
      guard let next = rest.first else { break }
      if next == "." {
        rest = rest.dropFirst()
        if rest.isEmpty { return nil }
      } else if next != "[" {
        return nil
      }
    }
    return steps
  }
}

/// A row of a mapped document: an element of its list, a line, a row of a table.
struct MappedRow {
  /// The row's value; the columns are members where it is a row of a table.
  let value: EvidenceValue
  /// The document the row stands in.
  let root: EvidenceValue
  /// The JSON pointer of the row; empty in a table.
  let pointer: String
  /// Where the row stands.
  let locator: Locator
  /// Whether it is a row of a table.
  let isTable: Bool
}
