import ControlModel

/// Where the things of a trust picture stand: a column for each role that a thing can have, from agent to
/// resource.
///
/// The same picture gives the same places. Within a column things stand near those that they are
/// joined to: the mean place of the neighbours, swept forth and back (Sugiyama 1981), names deciding
/// where means are equal.
struct PictureLayout {
  /// The box of one thing, in units of the drawing.
  struct Box {
    let x: Int
    let y: Int
  }

  /// The size of a box, and the room between boxes.
  static let boxWidth = 156
  static let boxHeight = 36
  private static let columnGap = 36
  private static let rowGap = 14
  private static let margin = 8
  private static let headHeight = 24

  private static let columns: [(title: String, kinds: Set<String>)] = [
    ("Agents", ["agent"]),
    ("Tools", ["tool"]),
    ("Credentials", ["credential", "secret"]),
    ("Identities", ["identity", "person", "vendor", "tenant", "environment"]),
    ("Roles", ["role"]),
    ("Rights", ["entitlement"]),
    ("Resources", ["resource"]),
  ]

  /// The box of each thing.
  let boxes: [Box]
  /// The columns that hold something: the title, and where it stands.
  let heads: [(title: String, x: Int)]
  /// The things of each column, from top to bottom.
  let order: [[Int]]
  /// The size of the drawing.
  let width: Int
  let height: Int

  /// Places every thing.
  ///
  /// - Complexity: O(*n* log *n* + *e*) in things and steps, a fixed number of times.
  init(_ picture: TrustPicture) {
    var columnOf: [Int] = []
    for thing in picture.things {
      let place = Self.columns.firstIndex { $0.kinds.contains(thing.kind) } ?? 3
      columnOf.append(place)
    }
    let used = Set(columnOf).sorted()
    var order = used.map { column in picture.things.indices.filter { columnOf[$0] == column } }
    var neighbours = [[Int]](repeating: [], count: picture.things.count)
    for step in picture.steps {
      neighbours[step.from].append(step.to)
      neighbours[step.to].append(step.from)
    }
    for sweep in 0..<8 {
      let columns = sweep.isMultiple(of: 2) ? Array(order.indices) : order.indices.reversed()
      for column in columns { Self.settle(column, &order, neighbours, picture) }
    }
    let tallest = order.map(\.count).max() ?? 0
    let pitch = Self.boxHeight + Self.rowGap
    var boxes = [Box](repeating: Box(x: 0, y: 0), count: picture.things.count)
    var heads: [(title: String, x: Int)] = []
    for (column, things) in order.enumerated() {
      let x = Self.margin + column * (Self.boxWidth + Self.columnGap)
      heads.append((Self.columns[used[column]].title, x))
      let top = Self.margin + Self.headHeight + (tallest - things.count) * pitch / 2
      for (row, thing) in things.enumerated() { boxes[thing] = Box(x: x, y: top + row * pitch) }
    }
    self.boxes = boxes
    self.heads = heads
    self.order = order
    width =
      max(1, order.count) * (Self.boxWidth + Self.columnGap) - Self.columnGap + 2 * Self.margin
    height = Self.headHeight + max(1, tallest) * pitch - Self.rowGap + 2 * Self.margin
  }

  /// Sorts one column by the mean place of its neighbours.
  private static func settle(
    _ column: Int,
    _ order: inout [[Int]],
    _ neighbours: [[Int]],
    _ picture: TrustPicture
  ) {
    var places = [Int](repeating: 0, count: picture.things.count)
    for things in order {
      // Columns of different lengths are centred on one line.
      for (row, thing) in things.enumerated() { places[thing] = row * 2 - things.count }
    }
    // Whole numbers, so that every machine rounds alike.
    let means = order[column].map { thing in
      let sum = neighbours[thing].reduce(0) { $0 + places[$1] * 1000 }
      return neighbours[thing].isEmpty ? places[thing] * 1000 : sum / neighbours[thing].count
    }
    let sorted = order[column].indices.sorted { left, right in
      if means[left] != means[right] { return means[left] < means[right] }
      return picture.things[order[column][left]].name < picture.things[order[column][right]].name
    }
    order[column] = sorted.map { order[column][$0] }
  }

  /// The line of a step, as the data of an SVG path, with the tip of its arrow.
  func line(of step: TrustAnswer.Step) -> (path: String, tip: String) {
    let (from, to) = (boxes[step.from], boxes[step.to])
    let half = Self.boxHeight / 2
    let isForward = from.x < to.x
    let startX = isForward || from.x == to.x ? from.x + Self.boxWidth : from.x
    let endX = isForward ? to.x - 7 : to.x + Self.boxWidth + 7
    let (startY, endY) = (from.y + half, to.y + half)
    let bend = from.x == to.x ? Self.columnGap : max(24, abs(endX - startX) / 2)
    let firstX = from.x <= to.x ? startX + bend : startX - bend
    let secondX = isForward ? endX - bend : endX + bend
    let path = "M\(startX) \(startY)C\(firstX) \(startY) \(secondX) \(endY) \(endX) \(endY)"
    let back = isForward ? -7 : 7
    let tip = "M\(endX - back) \(endY)l\(back) -4v8z"
    return (path, tip)
  }
}
