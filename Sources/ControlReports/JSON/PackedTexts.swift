/// What a packed document says once and refers to afterwards.
///
/// Findings repeat control texts, paths, digests and member names thousands of times. In a packed
/// document a text is a number, its place in `texts`; a number is a string of digits; an object is
/// an array of its values with, last, the negative number of its shape, counted from -1; an array
/// stays an array, and `true`, `false` and `null` stay themselves.
///
/// ```
/// {"root":[[0,1,-1],["3"]],"texts":["NHI7-1","fail"],"shapes":[["control","outcome"]]}
/// ```
///
/// reads `[{"control": "NHI7-1", "outcome": "fail"}, [3]]`.
struct PackedTexts {
  /// The texts, in the order in which they first appear.
  private(set) var texts: [String] = []
  /// The member names of each shape, in the order in which the shapes first appear.
  private(set) var shapes: [[String]] = []
  private var placesOfTexts: [String: Int] = [:]
  private var placesOfShapes: [[String]: Int] = [:]
  private var open: [[String]] = []

  /// The place of a text; the same for texts of the same scalars only.
  mutating func index(of text: String) -> Int {
    if let place = placesOfTexts[text], sameScalars(texts[place], text) { return place }
    let place = texts.count
    texts.append(text)
    if placesOfTexts[text] == nil { placesOfTexts[text] = place }
    return place
  }

  /// Starts an object.
  mutating func openObject() { open.append([]) }

  /// Notes a member of the object that is open.
  mutating func add(name: String) {
    guard let last = open.indices.last else { return }
    open[last].append(name)
  }

  /// Ends an object.
  ///
  /// - Returns: The place of its shape.
  mutating func closeObject() -> Int {
    let names = open.popLast() ?? []
    if let place = placesOfShapes[names] { return place }
    let place = shapes.count
    shapes.append(names)
    placesOfShapes[names] = place
    return place
  }

  /// Whether two equal strings are also spelt alike: equality looks past the form of accents.
  private func sameScalars(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }
}
